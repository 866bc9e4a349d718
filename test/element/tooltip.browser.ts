import { expect, html } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { DatafastLiveMap } from '../../src/index.ts';
import { answer, CITIES, documentedAnswer, visitor } from './documented.ts';
import {
  clientPoint,
  json,
  liveMap,
  marks,
  mount,
  part,
  poll,
  shows,
  stubProxy,
  textOf,
  whenDone,
  waitUntil,
} from './support.ts';

const tooltip = (el: DatafastLiveMap): HTMLElement | null => part(el, 'tooltip');

/** The pointer goes to the mark of Lisbon, and its tooltip is there; so is the code that is fetched for it. */
async function hoverLisbon(el: DatafastLiveMap): Promise<[x: number, y: number]> {
  part(el, 'map')!.scrollIntoView({ block: 'center' });
  const lisbon = CITIES.findIndex(({ city }) => city === 'Lisbon');
  // They are sorted by longitude.
  const points = marks(el, '.dot').map((mark) => clientPoint(el, mark));
  const position = points.sort(([a], [b]) => a - b)[lisbon]!;
  await sendMouse({ type: 'move', position: [position[0] + 60, position[1]] });
  await sendMouse({ type: 'move', position });
  await waitUntil(() => textOf(tooltip(el)).startsWith('Lisbon'), 'the tooltip');
  await waitUntil(() => globalThis.performance.getEntriesByType('resource').some(isExplore), 'the rest is there');
  await el.updateComplete;
  return position;
}

const isExplore = ({ name }: PerformanceEntry): boolean => name.includes('camera/tooltip-dismissal');

async function keyboardAt(el: DatafastLiveMap, key: string): Promise<void> {
  part(el, 'map')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await el.updateComplete;
}

/** A finger that touches and lifts, with the click that follows. */
async function tap(target: Element, [clientX, clientY]: [number, number]): Promise<void> {
  const init = { clientX, clientY, pointerType: 'touch', isPrimary: true, bubbles: true, composed: true };
  for (const type of ['pointerdown', 'pointerup', 'pointerleave'])
    target.dispatchEvent(new PointerEvent(type, { ...init, bubbles: type !== 'pointerleave' }));
  target.dispatchEvent(new MouseEvent('click', init));
  await Promise.resolve();
}

/** The keys that the page hears. */
function hearKeys(): string[] {
  const heard: string[] = [];
  const listener = ({ key }: KeyboardEvent): unknown => heard.push(key);
  document.body.addEventListener('keydown', listener);
  whenDone(() => {
    document.body.removeEventListener('keydown', listener);
  });
  return heard;
}

describe('a tooltip opened by mouse', () => {
  afterEach(() => resetMouse());

  it('stays open while the pointer moves from the mark into it', async () => {
    const { el } = await liveMap(documentedAnswer());
    const [x, middle] = await hoverLisbon(el);
    const { top, bottom } = tooltip(el)!.getBoundingClientRect();
    const goal = Math.round((top + bottom) / 2);
    for (let y = middle; y !== goal; y += Math.sign(goal - y)) {
      await sendMouse({ type: 'move', position: [x, y] });
      expect(textOf(tooltip(el)), `${y} px`).to.match(/^Lisbon/);
    }
    expect(el.shadowRoot!.elementFromPoint(x, goal)!.closest('.tooltip')).to.equal(tooltip(el));
  });

  it('stays open across the gap between a large mark and the tooltip', async () => {
    const crowd = Array.from({ length: 200 }, (_, index) => visitor(`v-${index}`));
    const { el } = await liveMap(answer({ visitors: crowd }));
    part(el, 'map')!.scrollIntoView({ block: 'center' });
    const [x, y] = clientPoint(el, marks(el)[0]!);
    await sendMouse({ type: 'move', position: [x, y] });
    await waitUntil(() => tooltip(el), 'the tooltip');
    const goal = Math.round(tooltip(el)!.getBoundingClientRect().bottom) - 4;
    for (let way = y; way >= goal; way--) {
      await sendMouse({ type: 'move', position: [x, way] });
      expect(textOf(tooltip(el)), `${way} px`).to.match(/^200 people/);
    }
  });

  it('closes on Escape wherever the focus is, and does not reopen on a slight movement', async () => {
    const heard = hearKeys();
    const { el } = await liveMap(documentedAnswer());
    const [x, y] = await hoverLisbon(el);
    expect(document.activeElement).to.equal(document.body);
    await sendKeys({ press: 'Escape' });
    await el.updateComplete;
    expect(tooltip(el)).to.be.null;
    expect(heard, 'a dialog around the map stays open').to.deep.equal([]);

    await sendMouse({ type: 'move', position: [x + 1, y] });
    await el.updateComplete;
    expect(tooltip(el)).to.be.null;
    await sendKeys({ press: 'Escape' });
    expect(heard, 'without an open tooltip, Escape belongs to the page').to.deep.equal(['Escape']);

    await sendMouse({ type: 'move', position: [x + 60, y] });
    await sendMouse({ type: 'move', position: [x, y] });
    await waitUntil(() => textOf(tooltip(el)).startsWith('Lisbon'), 'it opens for another approach');
  });

  it('closes when the pointer leaves', async () => {
    const { el } = await liveMap(documentedAnswer());
    const [x, y] = await hoverLisbon(el);
    await sendMouse({ type: 'move', position: [x - 60, y] });
    await waitUntil(() => !tooltip(el), 'closed');
  });

  it('closes when the element is moved', async () => {
    const { el } = await liveMap(documentedAnswer());
    await hoverLisbon(el);
    document.body.prepend(el);
    await waitUntil(() => !tooltip(el), 'closed');
    el.remove();
  });

  it('removes its page listeners when the element is removed, also if it renders once more', async () => {
    const heard = hearKeys();
    const { el } = await liveMap(documentedAnswer());
    await hoverLisbon(el);
    el.label = 'Elsewhere';
    el.remove();
    await el.updateComplete;
    await sendKeys({ press: 'Escape' });
    expect(heard, 'Escape belongs to the page').to.deep.equal(['Escape']);
  });
});

describe('a tooltip opened by touch', () => {
  const body = documentedAnswer();

  it('opens on a tap, stays after it, and closes on a tap elsewhere', async () => {
    const { el } = await liveMap(body);
    const map = part(el, 'map')!;
    const at = clientPoint(el, marks(el, '.customer')[0]!);
    const open = async (): Promise<void> => {
      await tap(map, at);
      await el.updateComplete;
      expect(textOf(tooltip(el))).to.match(/^Cape Town/);
    };
    await open();
    await tap(map, [at[0] + 60, at[1]]);
    await el.updateComplete;
    expect(tooltip(el), 'beside the mark').to.be.null;

    await open();
    await waitUntil(() => performance.getEntriesByType('resource').some(isExplore), 'the rest is there');
    await el.updateComplete;
    await tap(tooltip(el)!, at);
    await el.updateComplete;
    expect(tooltip(el), 'in itself').to.exist;
    await tap(part(el, 'count')!, at);
    await el.updateComplete;
    expect(tooltip(el), 'elsewhere in the element').to.be.null;

    await open();
    await tap(document.body, at);
    await el.updateComplete;
    expect(tooltip(el), 'elsewhere on the page').to.be.null;
  });

  it('does not open while a finger scrolls the page', async () => {
    const { el } = await liveMap(body);
    const [clientX, clientY] = clientPoint(el, marks(el, '.customer')[0]!);
    for (const type of ['pointerdown', 'pointermove', 'pointercancel'])
      part(el, 'map')!.dispatchEvent(
        new PointerEvent(type, { clientX, clientY, pointerType: 'touch', isPrimary: true, bubbles: true }),
      );
    await el.updateComplete;
    expect(tooltip(el)).to.be.null;
  });
});

describe('the position of a tooltip', () => {
  const talkative = {
    sessionStartTime: '2026-03-14T11:20:00Z',
    currentUrl: `/documentation/${'very-long-segment/'.repeat(5)}`,
    isCustomer: true,
  };
  const corners = [
    [-155, 60],
    [0, 75],
    [170, 66],
    [-70, -52],
    [20, -34],
    [175, -40],
    [-9, 38],
  ].map(([longitude, latitude], index) => visitor(`v-${index}`, { ...talkative, longitude, latitude }));

  for (const width of [280, 320, 480, 768, 1280]) {
    for (const ticker of ['auto', 'none']) {
      it(`is within the element for every mark: ${width} px, ticker ${ticker}`, async () => {
        stubProxy(json(answer({ visitors: corners })));
        const el = await mount(html`<datafast-live-map proxy-url="/live" ticker=${ticker}></datafast-live-map>`, width);
        await shows(el, 'live');
        await waitUntil(() => marks(el).length === corners.length, 'drawn');
        const box = el.getBoundingClientRect();
        const map = part(el, 'map')!.getBoundingClientRect();
        for (const mark of marks(el)) {
          await keyboardAt(el, 'ArrowRight');
          const { top, right, bottom, left } = tooltip(el)!.getBoundingClientRect();
          expect(Math.min(left - box.left, box.right - right), `${String(mark)} sideways`).to.be.at.least(-0.5);
          expect(Math.min(top - box.top, box.bottom - bottom), `${String(mark)} up and down`).to.be.at.least(-0.5);
          expect(left, 'over the map').to.be.within(map.left - 0.5, map.right);
        }
        expect(el.scrollWidth).to.equal(width);
      });
    }
  }

  it('is above the content that follows the map', async () => {
    const { el } = await liveMap(
      answer({ visitors: [visitor('v', { ...talkative, longitude: 18, latitude: -34 })] }),
      320,
    );
    await keyboardAt(el, 'Home');
    const { left, width, bottom } = tooltip(el)!.getBoundingClientRect();
    tooltip(el)!.scrollIntoView({ block: 'center' });
    expect(bottom).to.be.greaterThan(0);
    const after = tooltip(el)!.getBoundingClientRect();
    const lowest = el.shadowRoot!.elementFromPoint(left + width / 2, after.bottom - 6);
    expect(lowest!.closest('.tooltip')).to.equal(tooltip(el));
  });
});

describe('keyboard navigation of marks', () => {
  beforeEach(() => resetMouse());

  it('follows reading order and announces the selected mark', async () => {
    const { el } = await liveMap(documentedAnswer());
    const map = part(el, 'map')!;
    expect(map.getAttribute('role')).to.equal('application');
    expect(map.hasAttribute('aria-activedescendant')).to.be.false;
    const places: string[] = [];
    const { length } = marks(el);
    for (let step = 0; step < length; step++) {
      await keyboardAt(el, 'ArrowRight');
      const active = el.shadowRoot!.getElementById(map.getAttribute('aria-activedescendant')!);
      expect(active).to.equal(tooltip(el));
      places.push(textOf(tooltip(el)!.querySelector('b')).split(',')[0]!);
    }
    expect(places).to.deep.equal([
      'San Francisco',
      'Lisbon',
      'New Delhi',
      'Somewhere in Japan',
      'São Paulo',
      'Cape Town',
      'Sydney',
    ]);
    await keyboardAt(el, 'Escape');
    expect(map.hasAttribute('aria-activedescendant')).to.be.false;
  });

  it('draws a two-tone ring of the mark’s size', async () => {
    const { el } = await liveMap(documentedAnswer());
    const aim = (): CSSStyleDeclaration => getComputedStyle(el.shadowRoot!.querySelector('.aim')!);
    part(el, 'list')!.focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Home' });
    await waitUntil(() => aim().display === 'block', 'the ring');
    const { width } = el.shadowRoot!.querySelector('.aim')!.getBoundingClientRect();
    expect(width).to.be.within(16, 24);
    expect(aim().borderTopColor).not.to.equal(/rgba?\([^)]+\)/.exec(aim().boxShadow)![0]);
  });

  it('continues from the position of a mark that was removed', async () => {
    const { el, proxy } = await liveMap(documentedAnswer());
    for (let step = 0; step < 2; step++) await keyboardAt(el, 'ArrowRight');
    const second = textOf(tooltip(el));
    await keyboardAt(el, 'ArrowRight');
    const third = textOf(tooltip(el));
    await keyboardAt(el, 'ArrowLeft');
    expect(textOf(tooltip(el))).to.equal(second);
    const { data } = documentedAnswer();
    const visitors = data.visitors.filter(({ location: { city } }) => !second.startsWith(String(city)));
    await poll(el, proxy, json(answer({ ...data, visitors })));
    await keyboardAt(el, 'ArrowRight');
    expect(textOf(tooltip(el)).split(' ')[0]).to.equal(third.split(' ')[0]);
  });
});
