import { expect } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
import { answer, documentedAnswer, pageview, payment, visitor } from './documented.ts';
import { boxesOf, RESET, WELCOME } from './inherited.ts';
import { atRest, liveMap, part, waitUntil } from './support.ts';

const PLACES = [
  '.number',
  '.what',
  '.mark text',
  '.mark path',
  '.land',
  '.sentence',
  '.rows time',
  '.tooltip b',
  'button',
];

/** A map with a number, a ring, rows and a tooltip, and the box around it. */
async function everything(): Promise<{ el: DatafastLiveMap; box: HTMLElement }> {
  const { data } = documentedAnswer();
  const many = Array.from({ length: 30 }, (_, index) => visitor(`many-${index}`, { latitude: 60, longitude: 100 }));
  const { el } = await liveMap(
    answer(
      {
        ...data,
        visitors: [...data.visitors, ...many],
        recentEvents: [pageview('e', 'v-lisbon', 1), ...data.recentEvents],
        recentPayments: [payment('p', 2, { latitude: 10, longitude: 20, precision: 'city' })],
      },
      {},
    ),
  );
  await atRest(el);
  part(el, 'map')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
  await waitUntil(() => part(el, 'tooltip'), 'the tooltip is open');
  await el.updateComplete;
  el.pause();
  await el.updateComplete;
  return { el, box: el.parentElement! };
}

const valuesOf = (el: DatafastLiveMap, property: string): string[] =>
  PLACES.map((place) => getComputedStyle(el.shadowRoot!.querySelector(place)!).getPropertyValue(property));

describe('styles inherited from the page', () => {
  it('neither move nor change anything in the map', async () => {
    const { el, box } = await everything();
    const boxes = boxesOf(el);
    expect(boxes.length).to.be.greaterThan(60);
    let tested = 0;
    for (const [property, value] of RESET) {
      const before = valuesOf(el, property);
      if (!CSS.supports(property, value)) continue;
      tested++;
      box.style.setProperty(property, value);
      expect(valuesOf(el, property), `${property}: ${value}`).to.deep.equal(before);
      expect(boxesOf(el), `${property}: ${value}`).to.deep.equal(boxes);
      box.style.removeProperty(property);
    }
    expect(tested).to.be.greaterThan(60);
  });

  it('neither apply when set on the element itself', async () => {
    const { el } = await everything();
    const boxes = boxesOf(el);
    for (const [property, value] of RESET) {
      // Its size of text may be another one, and its text has a colour of its own.
      if (property === 'font-size' || !CSS.supports(property, value)) continue;
      el.style.setProperty(property, value);
      expect(boxesOf(el), `${property}: ${value}`).to.deep.equal(boxes);
      el.style.removeProperty(property);
    }
  });

  it('are inherited where documented', async () => {
    const { el, box } = await everything();
    for (const [property, value] of WELCOME) {
      if (!CSS.supports(property, value)) continue;
      box.style.setProperty(property, value);
      const [number, what] = valuesOf(el, property);
      expect([number, what], property).to.deep.equal([value, value]);
      box.style.removeProperty(property);
    }
  });
});
