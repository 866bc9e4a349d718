import { expect, html } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
import { answer, visitor } from './documented.ts';
import {
  atRest,
  json,
  marks,
  mount,
  part,
  poll,
  shows,
  highlightedMark,
  spotOf,
  stubProxy,
  whenDone,
  type ProxyStub,
  waitUntil,
} from './support.ts';

const EUROPEANS = [
  visitor('lisbon', { latitude: 38.72, longitude: -9.14 }),
  visitor('berlin', { latitude: 52.52, longitude: 13.4 }),
  visitor('athens', { latitude: 37.98, longitude: 23.73 }),
];
const EUROPE = answer({ visitors: EUROPEANS });
const WORLD = answer({
  visitors: [
    ...EUROPEANS,
    visitor('tokyo', { latitude: 35.68, longitude: 139.69 }),
    visitor('denver', { latitude: 39.74, longitude: -104.99 }),
  ],
});

/** A live map, ready to be steered. */
async function start(
  attributes: Record<string, string>,
  body: unknown = WORLD,
): Promise<{ el: DatafastLiveMap; proxy: ProxyStub }> {
  const proxy = stubProxy(json(body));
  const el = document.createElement('datafast-live-map');
  for (const [name, value] of Object.entries({ 'proxy-url': '/live', ...attributes })) el.setAttribute(name, value);
  await mount(html`${el}`);
  await shows(el, 'live');
  await waitUntil(() => marks(el).length > 0, 'drawn');
  return { el, proxy };
}

function landOf(el: DatafastLiveMap): string {
  const land = part(el, 'land')!;
  return `${land.getAttribute('transform')} ${land.getAttribute('d')}`;
}

function button(el: DatafastLiveMap, name: string): HTMLButtonElement | null {
  return part(el, 'zoom')!.querySelector(`[aria-label="${name}"]`);
}

function isEnabled(el: DatafastLiveMap, name: string): boolean {
  return button(el, name)!.getAttribute('aria-disabled') !== 'true';
}

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Waits until the picture has been the same for some frames: a camera that moves changes it in each. */
async function stands(el: DatafastLiveMap): Promise<void> {
  let before = '';
  for (let still = 0; still < 6; still++) {
    await frame();
    if (landOf(el) !== before) still = 0;
    before = landOf(el);
  }
  await el.updateComplete;
}

function press(el: DatafastLiveMap, key: string): void {
  part(el, 'map')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** A pointer that goes down, along the points, and up. A finger that scrolls the page ends without a click. */
async function drag(
  el: DatafastLiveMap,
  points: [x: number, y: number][],
  { pointerType = 'mouse', clicks = true, end = 'pointerup' } = {},
): Promise<void> {
  const map = part(el, 'map')!;
  const { x: left, y: top } = map.getBoundingClientRect();
  const at = ([x, y]: [number, number]): PointerEventInit => ({
    clientX: left + x,
    clientY: top + y,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  const send = (type: string, point: [number, number], buttons: number): boolean =>
    map.dispatchEvent(new PointerEvent(type, { ...at(point), pointerId: 1, pointerType, isPrimary: true, buttons }));
  send('pointerdown', points[0]!, 1);
  for (const point of points) {
    send('pointermove', point, 1);
    await frame();
  }
  send(end, points.at(-1)!, 0);
  if (clicks) map.dispatchEvent(new MouseEvent('click', at(points.at(-1)!)));
  await el.updateComplete;
}

/** Between the outermost marks, in CSS pixels. */
function widthOf(el: DatafastLiveMap): number {
  const x = marks(el).map((mark) => spotOf(el, mark).x);
  return Math.max(...x) - Math.min(...x);
}

/** Frames that are asked for from now on. */
function recordFrames(): number[] {
  const handles: number[] = [];
  const original = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (callback) => {
    const handle = original(callback);
    handles.push(handle);
    return handle;
  };
  whenDone(() => (globalThis.requestAnimationFrame = original));
  return handles;
}

const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

// Later tests do not wait for it: it is fetched once for all maps of a page.
describe('the camera’s code', () => {
  it('is fetched when a viewer reaches the map, and an earlier button press is handled', async () => {
    const isFetched = (): boolean =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('camera/interactive-camera'));
    const { el } = await start({}, EUROPE);
    const [home, wide] = [landOf(el), widthOf(el)];
    expect(isFetched(), 'no viewer has reached it').to.be.false;
    button(el, 'Zoom in')!.click();
    await waitUntil(() => landOf(el) !== home, 'moves');
    await stands(el);
    expect(isFetched()).to.be.true;
    expect(widthOf(el)).to.be.closeTo(2 * wide, 3);
  });
});

describe('zoom buttons', () => {
  it('zoom in and out, and are at least 24 px', async () => {
    const { el } = await start({}, EUROPE);
    const [home, wide] = [landOf(el), widthOf(el)];
    expect(isEnabled(el, 'Zoom out'), 'the whole map is visible').to.be.false;
    expect(button(el, 'Reset the view')).to.equal(null);

    button(el, 'Zoom in')!.click();
    await stands(el);
    expect(widthOf(el)).to.be.closeTo(2 * wide, 3);
    for (const name of ['Zoom in', 'Zoom out', 'Reset the view']) {
      const { width, height } = button(el, name)!.getBoundingClientRect();
      expect(Math.min(width, height), name).to.be.at.least(24);
    }

    button(el, 'Zoom out')!.click();
    await stands(el);
    expect(landOf(el) === home, 'home again').to.be.true;
    expect(button(el, 'Reset the view') === null).to.be.true;
  });

  it('keep their place and focus at a limit', async () => {
    const { el } = await start({}, EUROPE);
    const nearer = button(el, 'Zoom in')!;
    nearer.focus();
    for (let times = 0; times < 6; times++) nearer.click();
    await stands(el);
    expect(isEnabled(el, 'Zoom in')).to.be.false;
    expect(el.shadowRoot!.activeElement === nearer).to.be.true;
  });

  it('hide reset after use and move its focus to the map', async () => {
    const { el } = await start({}, EUROPE);
    const home = landOf(el);
    button(el, 'Zoom in')!.click();
    await stands(el);
    const reset = button(el, 'Reset the view')!;
    reset.focus();
    reset.click();
    await stands(el);
    expect(landOf(el) === home).to.be.true;
    expect(el.shadowRoot!.activeElement === part(el, 'map')).to.be.true;
  });

  it('have the keys + - 0 on the map', async () => {
    const { el } = await start({}, EUROPE);
    const home = landOf(el);
    press(el, '+');
    press(el, '+');
    await stands(el);
    const near = landOf(el);
    press(el, '-');
    await stands(el);
    expect([home, near].includes(landOf(el)), 'between the two').to.be.false;
    press(el, '0');
    await stands(el);
    expect(landOf(el) === home).to.be.true;
  });

  it('do not animate the marks that move', async () => {
    const { el } = await start({});
    await atRest(el);
    button(el, 'Zoom in')!.click();
    await waitUntil(() => marks(el).length < 5, 'some are outside');
    expect(el.shadowRoot!.querySelectorAll('.arriving, .leaving')).to.have.length(0);
    await stands(el);
  });
});

describe('a zoomed map', () => {
  it('pans to a mark outside the picture on keyboard navigation', async () => {
    const { el } = await start({});
    for (let times = 0; times < 3; times++) press(el, '+');
    await stands(el);
    const { width, height } = part(el, 'map')!.getBoundingClientRect();
    for (let step = 0; step < 5; step++) {
      press(el, step === 0 ? 'Home' : 'ArrowRight');
      await stands(el);
      const spot = spotOf(el, highlightedMark(el)!);
      expect(spot.x, `mark ${step}`).to.be.within(0, width);
      expect(spot.y, `mark ${step}`).to.be.within(0, height);
    }
  });

  it('is dragged by mouse, while a finger scrolls the page', async () => {
    const { el } = await start({}, EUROPE);
    press(el, '+');
    press(el, '+');
    await stands(el);
    const [mark] = marks(el);
    const before = spotOf(el, mark!);
    await drag(el, [
      [300, 200],
      [260, 210],
      [240, 220],
    ]);
    expect(spotOf(el, mark!).x).to.be.closeTo(before.x - 60, 2);
    expect(spotOf(el, mark!).y).to.be.closeTo(before.y + 20, 2);
    const dragged = landOf(el);
    await stands(el);
    expect(landOf(el) === dragged, 'the click that ends the drag is ignored').to.be.true;

    const swipe: [number, number][] = [
      [300, 200],
      [240, 200],
    ];
    await drag(el, swipe, { pointerType: 'touch', clicks: false });
    expect(landOf(el) === dragged, 'not taken').to.be.true;
  });

  it('centres a place that is clicked beside the marks', async () => {
    const { el } = await start({}, EUROPE);
    press(el, '+');
    press(el, '+');
    await stands(el);
    const [mark] = marks(el);
    const before = spotOf(el, mark!);
    const { width, height } = part(el, 'map')!.getBoundingClientRect();
    await drag(el, [[width / 2 + 100, height / 2 + 60]]);
    await stands(el);
    expect(spotOf(el, mark!).x).to.be.closeTo(before.x - 100, 2);
    expect(spotOf(el, mark!).y).to.be.closeTo(before.y - 60, 2);
  });
});

describe('the globe', () => {
  const still = { projection: 'globe', paused: '' };

  it('is turned by dragging, with mouse and finger', async () => {
    const { el } = await start(still, EUROPE);
    const [mark] = marks(el);
    for (const pointerType of ['mouse', 'touch']) {
      const before = spotOf(el, mark!);
      const points: [number, number][] = [
        [250, 250],
        [290, 250],
        [310, 250],
      ];
      await drag(el, points, { pointerType });
      expect(spotOf(el, mark!).x, pointerType).to.be.within(before.x + 40, before.x + 70);
    }
    expect(button(el, 'Reset the view') !== null).to.be.true;
  });

  it('treats a movement of less than 4 px as a click', async () => {
    const { el } = await start(still, EUROPE);
    let chosen = 0;
    el.addEventListener('datafast-select', () => chosen++);
    const { x, y } = spotOf(el, marks(el)[0]!);
    const before = landOf(el);
    await drag(el, [
      [x, y],
      [x + 2, y + 1],
    ]);
    expect(chosen).to.equal(1);
    expect(landOf(el) === before).to.be.true;
  });

  it('is turned by its buttons', async () => {
    const { el } = await start(still, EUROPE);
    const [mark] = marks(el);
    const before = spotOf(el, mark!).x;
    button(el, 'Turn left')!.click();
    await stands(el);
    expect(spotOf(el, mark!).x).to.be.greaterThan(before + 20);
    button(el, 'Turn right')!.click();
    await stands(el);
    button(el, 'Turn right')!.click();
    await stands(el);
    expect(spotOf(el, mark!).x).to.be.lessThan(before - 20);
  });

  it('leaves the wheel and vertical swipes to the page', async () => {
    const { el } = await start(still, EUROPE);
    const map = part(el, 'map')!;
    const before = landOf(el);
    const wheel = new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true, composed: true });
    expect(map.dispatchEvent(wheel), 'not taken').to.be.true;
    await stands(el);
    expect(landOf(el) === before).to.be.true;
    expect(getComputedStyle(map).touchAction).to.contain('pan-y').and.to.contain('pinch-zoom');

    const finger = { pointerType: 'touch', clicks: false, end: 'pointercancel' };
    const swipe: [number, number][] = [
      [250, 150],
      [251, 157],
      [253, 168],
      [290, 230],
    ];
    await drag(el, swipe, finger);
    expect(landOf(el) === before, 'a vertical swipe belongs to the page').to.be.true;
    const slanting: [number, number][] = [
      [250, 150],
      [262, 155],
      [265, 200],
    ];
    await drag(el, slanting, finger);
    expect(landOf(el) === before, 'a gesture that the page takes over does not turn it').to.be.true;
    expect(button(el, 'Reset the view') === null, 'no viewer has turned it').to.be.true;
  });

  it('rotates by itself, except while dragged, paused, or shown as a table', async () => {
    const { el } = await start({ projection: 'globe' }, EUROPE);
    const map = part(el, 'map')!;
    const turns = (): Promise<void> => {
      const before = landOf(el);
      return waitUntil(() => landOf(el) !== before, 'it turns');
    };
    await turns();
    map.dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', clientX: -9, bubbles: true }));
    await stands(el);
    map.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    await turns();
    map.dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', clientX: -9, bubbles: true }));
    await stands(el);
    el.parentElement!.append(el);
    await turns();
    el.pause();
    await stands(el);
    el.resume();
    await turns();

    part(el, 'list')!.click();
    await el.updateComplete;
    const frames = recordFrames();
    await moment();
    expect(frames, 'a table schedules no frame').to.have.length(0);
  });
});

describe('a visitor in Antarctica', () => {
  it('brings its land into the picture, which keeps its size, until the visitor leaves', async () => {
    const south = visitor('south', { latitude: -77.85, longitude: 166.67 });
    const { el } = await start({});
    const sizeOf = (): [number, number] => {
      const { width, height } = part(el, 'map')!.getBoundingClientRect();
      return [width, height];
    };
    const [size, path] = [sizeOf(), part(el, 'land')!.getAttribute('d')];
    el.snapshot = answer({ visitors: [...EUROPEANS, south] });
    await waitUntil(() => {
      const [map, land] = [part(el, 'map')!, part(el, 'land')!].map((node) => node.getBoundingClientRect());
      return map!.bottom - land!.bottom < map!.height / 20 && marks(el).length === 4;
    }, 'the land goes on to the pole');
    expect(sizeOf()).to.deep.equal(size);
    el.snapshot = WORLD;
    await waitUntil(() => part(el, 'land')!.getAttribute('d') === path, 'the inhabited world is shown again');
  });
});

describe('a box in Antarctica', () => {
  it('shows its land without visitors there', async () => {
    const { el } = await start({});
    el.fit = '-180,-90,180,-60';
    await el.updateComplete;
    const map = part(el, 'map')!.getBoundingClientRect();
    await waitUntil(() => {
      const land = part(el, 'land')!.getBoundingClientRect();
      return land.top < map.bottom - map.height / 3 && land.width > map.width / 2;
    }, 'land fills the picture');
  });
});

describe('a country', () => {
  it('is shown at once when its box has loaded before', async () => {
    const network = globalThis.fetch;
    const { el } = await start({});
    const stubbed = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      return (url.endsWith('.json') ? network : stubbed)(input, init);
    };
    el.fit = 'DE';
    await waitUntil(() => part(el, 'map')!.classList.contains('cut'), 'near');
    el.fit = 'world';
    await el.updateComplete;
    await stands(el);
    el.fit = 'DE';
    await el.updateComplete;
    expect(part(el, 'map')!.classList.contains('cut')).to.be.true;
  });
});

describe('content outside the picture', () => {
  it('is not animated over the page', async () => {
    const { el } = await start({}, EUROPE);
    el.snapshot = EUROPE;
    await el.updateComplete;
    press(el, '+');
    await stands(el);
    press(el, '+');
    await stands(el);
    const seen: DOMRect[] = [];
    const watch = new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
        if (node instanceof Element) seen.push(node.getBoundingClientRect());
    });
    watch.observe(el.shadowRoot!.querySelector('.effects')!, { childList: true });
    const arrivals = [
      visitor('wellington', { latitude: -41.3, longitude: 174.8 }),
      visitor('algiers', { latitude: 36.8, longitude: 3.1 }),
    ];
    el.snapshot = answer({ visitors: [...EUROPEANS, ...arrivals] });
    await waitUntil(() => seen.length > 0, 'a visitor inside it has a ring');
    watch.disconnect();
    const map = part(el, 'map')!.getBoundingClientRect();
    for (const { left, right, top, bottom } of seen) {
      expect(left < map.right && right > map.left && top < map.bottom && bottom > map.top).to.be.true;
    }
    expect(getComputedStyle(el.shadowRoot!.querySelector('.effects')!).overflow).to.equal('hidden');
  });
});

describe('fit="auto"', () => {
  it('eases to the first visitors once and ignores later arrivals', async () => {
    const { el, proxy } = await start({ fit: 'auto' }, EUROPE);
    await stands(el);
    const { width } = part(el, 'map')!.getBoundingClientRect();
    expect(widthOf(el)).to.be.greaterThan(width / 4);
    const before = landOf(el);
    await poll(el, proxy, json(WORLD));
    await stands(el);
    expect(landOf(el) === before, 'not within 30 s').to.be.true;
    expect(button(el, 'Reset the view') === null).to.be.true;
  });

  it('is overridden by the viewer’s zoom until reset', async () => {
    const { el } = await start({ fit: 'auto' }, EUROPE);
    await stands(el);
    const fitted = landOf(el);
    press(el, '-');
    await stands(el);
    expect(landOf(el) === fitted).to.be.false;
    button(el, 'Reset the view')!.click();
    await stands(el);
    expect(landOf(el) === fitted).to.be.true;
  });

  it('schedules no frame at rest or after a poll without changes', async () => {
    const { el, proxy } = await start({ fit: 'auto' });
    await stands(el);
    const frames = recordFrames();
    await poll(el, proxy, json(WORLD));
    await moment();
    expect(frames).to.have.length(0);
  });
});
