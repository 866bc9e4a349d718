import { expect, html } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import type { DatafastLiveMap } from '../../src/index.ts';
import { answer, visitor } from './documented.ts';
import {
  create,
  type MarkHandle,
  highlightedMark,
  marks,
  mount,
  part,
  textOf,
  waitUntil,
  whenDone,
} from './support.ts';

type Style = Partial<CSSStyleDeclaration>;

/** How a page shows the map: what it applies to the root, the body, something around the map, and the map. */
interface Page {
  root?: Style;
  body?: Style;
  around?: Style;
  element?: Style;
  /** CSS pixels that the page is scrolled by. */
  scrolled?: number;
}

const PAGES: Record<string, Page> = {
  'nothing special': {},
  'zoom on the body': { body: { zoom: '.9' } },
  'zoom on the body of a scrolled page': { body: { zoom: '.9' }, scrolled: 700 },
  'zoom on the root of a scrolled page': { root: { zoom: '1.1' }, scrolled: 700 },
  'zoom on the map': { element: { zoom: '1.4' } },
  'nested zooms on a scrolled page': {
    root: { zoom: '.9' },
    body: { zoom: '1.2' },
    around: { zoom: '.8' },
    element: { zoom: '1.25' },
    scrolled: 700,
  },
  'scale(.9)': { around: { transform: 'scale(.9)' } },
  'scale(1.4) on a scrolled page': { around: { transform: 'scale(1.4)', transformOrigin: '0 0' }, scrolled: 700 },
  'scale on the body': { body: { transform: 'scale(.8)' } },
  'different scales of width and height': { around: { scale: '.7 1.2', transformOrigin: '0 0' } },
  mirrored: { around: { transform: 'scaleX(-1)' } },
  'turned and skewed': { around: { transform: 'rotate(14deg) skewX(10deg)' } },
  'a border around the map': { element: { border: '11px solid', padding: '7px' } },
  'in perspective': { around: { transform: 'perspective(900px) rotateY(24deg) rotateX(9deg)' } },
  'zoom within a scale within a zoom': {
    body: { zoom: '.9' },
    around: { transform: 'translate(20px, 10px) scale(1.2)', transformOrigin: '0 0' },
    element: { zoom: '.85' },
    scrolled: 700,
  },
};

const PLACES: readonly (readonly [city: string, longitude: number, latitude: number])[] = [
  ['Anchorage', -149.9, 61.2],
  ['San Francisco', -122.4, 37.8],
  ['Toronto', -79.4, 43.7],
  ['Bogotá', -74.1, 4.7],
  ['São Paulo', -46.6, -23.6],
  ['Ushuaia', -68.3, -54.8],
  ['Lisbon', -9.1, 38.7],
  ['Helsinki', 24.9, 60.2],
  ['Lagos', 3.4, 6.5],
  ['Cape Town', 18.4, -33.9],
  ['Dubai', 55.3, 25.2],
  ['Singapore', 103.8, 1.4],
  ['Seoul', 127, 37.6],
  ['Perth', 115.9, -32],
];

const SNAPSHOT = answer({
  visitors: PLACES.map(([city, longitude, latitude]) =>
    visitor(city, { location: { city, region: null, countryCode: null }, longitude, latitude }),
  ),
});

type Spot = readonly [x: number, y: number];

/** Applies styles until the test is over. */
function apply({ style }: HTMLElement, own: Style = {}): void {
  const before = style.cssText;
  Object.assign(style, own);
  whenDone(() => (style.cssText = before));
}

/** A map that a page shows in its way. */
async function start(page: Page, width = 480): Promise<DatafastLiveMap> {
  const el = create();
  el.snapshot = SNAPSHOT;
  await mount(html`${el}`, width);
  const box = el.parentElement!;
  apply(document.documentElement, page.root);
  apply(document.body, page.body);
  apply(box, Object.assign(page.scrolled === undefined ? {} : { marginBlock: '900px 2000px' }, page.around));
  apply(el, page.element);
  scrollTo(0, page.scrolled ?? 0);
  whenDone(() => {
    scrollTo(0, 0);
  });
  await waitUntil(() => marks(el).length === PLACES.length, 'drawn');
  return el;
}

function mapOf(el: DatafastLiveMap): HTMLElement {
  return part(el, 'map')!;
}

function tooltipOf(el: DatafastLiveMap): HTMLElement | null {
  return part(el, 'tooltip');
}

/** All `zoom` that the test has applied: WebKit leaves it out of boxes. */
function unseenZoom(el: DatafastLiveMap): number {
  if ('currentCSSZoom' in Element.prototype) return 1;
  let zoom = 1;
  for (let node: HTMLElement | null = el; node; node = node.parentElement) zoom *= Number(node.style.zoom) || 1;
  return zoom;
}

/** Where the pointer has to be for a position of the map: where a small box that is put there is hit. */
function pointerAt(el: DatafastLiveMap, [x, y]: Spot): [number, number] {
  const target = document.createElement('div');
  target.style.cssText = `position:absolute;z-index:9;width:8px;height:8px;left:${x - 4}px;top:${y - 4}px`;
  mapOf(el).append(target);
  const zoom = unseenZoom(el);
  const box = target.getBoundingClientRect();
  const isHit = (at: [number, number]): boolean => el.shadowRoot!.elementFromPoint(...at) === target;
  // Older engines subtract what is scrolled before or after they leave `zoom` out.
  const at = [scrollY, 0]
    .map((scrolled): [number, number] => [
      Math.round((box.x + box.width / 2) * zoom),
      Math.round((box.y + box.height / 2 + scrolled) * zoom - scrolled),
    ])
    .find(isHit);
  if (!at) throw new Error(`${x}, ${y} is not on the screen`);
  target.remove();
  return at;
}

async function moveTo(el: DatafastLiveMap, spot: Spot): Promise<void> {
  await sendMouse({ type: 'move', position: pointerAt(el, spot) });
}

/** The pointer leaves the map. */
async function leave(el: DatafastLiveMap): Promise<void> {
  await sendMouse({ type: 'move', position: [1, 1] });
  await waitUntil(() => !tooltipOf(el), 'closed');
}

/** Where a mark is drawn, in the map's own pixels: Firefox leaves `zoom` out of what it reports of an SVG's matrices. */
function spotOf({ batch, position }: MarkHandle): Spot {
  const { clientWidth } = batch.closest('.map')!;
  const scale = clientWidth / Number(batch.closest('svg')!.getAttribute('viewBox')!.split(' ')[2]);
  return [position.x * scale, position.y * scale];
}

function press(el: DatafastLiveMap, key: string): void {
  mapOf(el).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** The marks by the place that the keyboard reads at them. */
async function placesOf(el: DatafastLiveMap): Promise<Map<string, Spot>> {
  const found = new Map<string, Spot>();
  press(el, 'Home');
  while (found.size < PLACES.length) {
    await el.updateComplete;
    found.set(tooltipOf(el)!.querySelector('b')!.textContent, spotOf(highlightedMark(el)!));
    press(el, 'ArrowRight');
  }
  press(el, 'Escape');
  await el.updateComplete;
  expect([...found.keys()].sort()).to.deep.equal(PLACES.map(([city]) => city).sort());
  return found;
}

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Waits until the marks have been where they are for some frames. */
async function stands(el: DatafastLiveMap): Promise<void> {
  let before = '';
  for (let still = 0; still < 6; still++) {
    await frame();
    const now = marks(el).map(spotOf).join();
    if (now !== before) still = 0;
    before = now;
  }
  await el.updateComplete;
}

/** Fails unless a mark is there: none is close to another. */
function expectMark(el: DatafastLiveMap, at: Spot, what: string): void {
  const spots = marks(el).map(spotOf);
  const apart = spots.map((spot) => Math.hypot(spot[0] - at[0], spot[1] - at[1]));
  // The pointer moves in whole pixels of the screen.
  expect(Math.min(...apart), `${what}: ${String(at)} among ${spots.join(' | ')}`).to.be.below(3);
}

async function drag(el: DatafastLiveMap, from: Spot, by: Spot): Promise<Spot> {
  const to: Spot = [from[0] + by[0], from[1] + by[1]];
  await moveTo(el, from);
  await sendMouse({ type: 'down' });
  for (const share of [0.3, 0.7, 1]) await moveTo(el, [from[0] + share * by[0], from[1] + share * by[1]]);
  await sendMouse({ type: 'up' });
  await stands(el);
  return to;
}

describe('pointing at a map under CSS transforms and zoom', () => {
  const matchMedia = window.matchMedia.bind(window);
  // Where the pointer is does not depend on how the camera comes there.
  before(() => {
    window.matchMedia = (query) => matchMedia(query.includes('prefers-reduced-motion') ? 'all' : query);
  });
  after(() => {
    window.matchMedia = matchMedia;
  });
  afterEach(() => resetMouse());

  for (const [name, page] of Object.entries(PAGES)) {
    it(`${name}: shows each mark’s own tooltip beside it`, async () => {
      const el = await start(page);
      for (const [city, [x, y]] of await placesOf(el)) {
        await leave(el);
        await moveTo(el, [x, y]);
        await waitUntil(() => textOf(tooltipOf(el)).startsWith(city), `the tooltip of ${city}`);
        const { style, offsetWidth: width, offsetHeight: height } = tooltipOf(el)!;
        const [left, top] = [parseFloat(style.left), parseFloat(style.top)];
        const gaps = [y - top - height, top - y].map((gap) => Math.abs(gap - 12));
        expect(Math.min(...gaps), `${city}: above or below it`).to.be.at.most(2);
        expect(x, `${city}: over it`).to.be.within(left, left + width);
        expect(left, 'within the map').to.be.at.least(0);
        expect(left + width, 'within the map').to.be.at.most(mapOf(el).clientWidth);
      }
    });

    it(`${name}: keeps a dragged place under the pointer, and centres a clicked place`, async () => {
      const el = await start(page);
      press(el, '+');
      await waitUntil(() => mapOf(el).classList.contains('cut'), 'nearer');
      await stands(el);
      await leave(el);
      const lagos = marks(el).find((mark) => Math.hypot(...fromMiddle(el, spotOf(mark))) < 60) ?? marks(el)[0]!;
      const dragged = await drag(el, spotOf(lagos), [-50, 30]);
      expectMark(el, dragged, 'dragged');

      const [x, y] = fromMiddle(el, dragged);
      await moveTo(el, [dragged[0] - 40, dragged[1] + 5]);
      await sendMouse({ type: 'click', position: pointerAt(el, [dragged[0] - 40, dragged[1] + 5]) });
      await stands(el);
      const { clientWidth, clientHeight } = mapOf(el);
      const beside: Spot = [clientWidth / 2 + 40, clientHeight / 2 - 5];
      expectMark(el, beside, `clicked beside it, when it was ${x}, ${y} from the middle`);
    });

    it(`${name}: does the same on the globe`, async () => {
      const el = await start(page, 300);
      el.paused = true;
      el.projection = 'globe';
      await waitUntil(() => mapOf(el).classList.contains('free'), 'it can be turned');
      await stands(el);
      const mark = marks(el).find((one) => Math.hypot(...fromMiddle(el, spotOf(one))) < 0.3 * mapOf(el).clientWidth)!;
      const dragged = await drag(el, spotOf(mark), [40, 25]);
      expectMark(el, dragged, 'dragged');
    });
  }
});

function fromMiddle(el: DatafastLiveMap, [x, y]: Spot): Spot {
  return [x - mapOf(el).clientWidth / 2, y - mapOf(el).clientHeight / 2];
}
