import { expect, html } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
import { answer, visitor } from './documented.ts';
import { clientPoint, json, marks, mount, part, shows, stubProxy, waitUntil } from './support.ts';

const PEOPLE = answer({
  visitors: [
    visitor('lisbon', { latitude: 38.72, longitude: -9.14 }),
    visitor('rome', { latitude: 41.89, longitude: 12.48 }),
  ],
});

async function start(): Promise<DatafastLiveMap> {
  stubProxy(json(PEOPLE));
  const el = await mount(html`<datafast-live-map proxy-url="/live" borders></datafast-live-map>`);
  await shows(el, 'live');
  await waitUntil(() => marks(el).length === 2 && part(el, 'borders'), 'drawn, with the camera');
  return el;
}

const mapOf = (el: DatafastLiveMap): HTMLElement => part(el, 'map')!;

/** @returns Whether the page was left without it. */
function wheel(el: DatafastLiveMap, [clientX, clientY]: readonly [number, number], init: WheelEventInit): boolean {
  const event = new WheelEvent('wheel', {
    clientX,
    clientY,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...init,
  });
  return !mapOf(el).dispatchEvent(event);
}

/** CSS pixels between two marks. */
async function apart(el: DatafastLiveMap): Promise<number> {
  await el.updateComplete;
  const [a, b] = marks(el).map((mark) => clientPoint(el, mark));
  return Math.hypot(a![0] - b![0], a![1] - b![1]);
}

const lisbonOf = (el: DatafastLiveMap): [number, number] =>
  clientPoint(el, [...marks(el)].sort((a, b) => clientPoint(el, a)[0] - clientPoint(el, b)[0])[0]!);

describe('the wheel', () => {
  it('scrolls the page without Ctrl or ⌘', async () => {
    const el = await start();
    const before = await apart(el);
    for (const init of [
      { deltaY: -120 },
      { deltaX: 40 },
      { deltaY: -120, shiftKey: true },
      { deltaY: 9, altKey: true },
    ])
      expect(wheel(el, lisbonOf(el), init)).to.equal(false);
    expect(await apart(el)).to.equal(before);
  });

  for (const key of ['ctrlKey', 'metaKey'] as const) {
    it(`zooms with ${key} around the pointer`, async () => {
      const el = await start();
      const before = await apart(el);
      const lisbon = lisbonOf(el);
      for (let notch = 0; notch < 3; notch++) expect(wheel(el, lisbon, { deltaY: -100, [key]: true })).to.equal(true);

      await waitUntil(async () => (await apart(el)) > 1.5 * before, 'nearer');
      expect(Math.hypot(lisbonOf(el)[0] - lisbon[0], lisbonOf(el)[1] - lisbon[1])).to.be.below(1.5);
    });
  }

  it('returns to the whole map, whatever the wheel’s unit', async () => {
    const el = await start();
    const before = await apart(el);
    wheel(el, lisbonOf(el), { deltaY: -3, deltaMode: WheelEvent.DOM_DELTA_LINE, ctrlKey: true });
    await waitUntil(async () => (await apart(el)) > 1.4 * before, 'nearer');
    expect(mapOf(el).classList.contains('cut')).to.equal(true);
    for (let notch = 0; notch < 9; notch++) wheel(el, lisbonOf(el), { deltaY: 1, deltaMode: 2, ctrlKey: true });
    await waitUntil(async () => Math.abs((await apart(el)) - before) < 0.1, 'as before');
    await waitUntil(() => !mapOf(el).classList.contains('cut'), 'the whole world');
  });

  it('does not zoom the map over other parts of the element', async () => {
    const el = await start();
    const before = await apart(el);
    const event = new WheelEvent('wheel', {
      deltaY: -100,
      ctrlKey: true,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    expect(part(el, 'ticker')!.dispatchEvent(event)).to.equal(true);
    expect(await apart(el)).to.equal(before);
  });
});
