import { expect, html } from '@open-wc/testing';
import { geoContains } from 'd3-geo';
import type { MultiPolygon } from 'geojson';
import type { DatafastLiveMap } from '../../src/index.ts';
import { countryPoint } from '../../src/geocode/country-points.ts';
import { answer, CITIES, documentedAnswer, visitor } from './documented.ts';
import {
  atRest,
  clientPoint,
  countText,
  json,
  liveMap,
  marks,
  mount,
  part,
  parts,
  shows,
  spotOf,
  stubProxy,
  textOf,
  waitUntil,
  whenDone,
  type MarkHandle,
} from './support.ts';
import { equalEarthOf, inhabitedLand } from './world.ts';

let land: MultiPolygon;

before(async () => {
  land = await inhabitedLand();
});

/** The mark that stands within a pixel of where d3-geo projects a place, if there is one. */
function markAt(el: DatafastLiveMap, place: { longitude: number; latitude: number }): MarkHandle | undefined {
  const [x = NaN, y = NaN] = equalEarthOf(el, land)([place.longitude, place.latitude]) ?? [];
  return marks(el).find((mark) => {
    const spot = spotOf(el, mark);
    return Math.hypot(spot.x - x, spot.y - y) <= 1;
  });
}

/** Degrees under the middle of a mark. */
function placeOf(el: DatafastLiveMap, mark: MarkHandle): [longitude: number, latitude: number] {
  const { x, y } = spotOf(el, mark);
  return equalEarthOf(el, land).invert!([x, y])!;
}

describe('positions of dots', () => {
  for (const width of [320, 768, 1280]) {
    it(`are where d3-geo projects the visitors, within a pixel, ${width} px wide`, async () => {
      const { el } = await liveMap(documentedAnswer(), width);
      for (const city of CITIES) expect(markAt(el, city), city.city).to.exist;
    });
  }

  it('scale with the element, while the size of the dots does not', async () => {
    const { el } = await liveMap(documentedAnswer(), 900);
    const [lisbon] = CITIES.filter(({ city }) => city === 'Lisbon');
    await atRest(el);
    const before = markAt(el, lisbon!)!;
    const wide = spotOf(el, before);
    const size = before.radiusOf();

    el.parentElement!.style.width = '450px';
    await waitUntil(() => spotOf(el, before).x < wide.x - 100, 'the dot moves');

    expect(markAt(el, lisbon!), 'at its new place').to.exist;
    await waitUntil(() => Math.abs(markAt(el, lisbon!)!.radiusOf() - size) < 0.01, 'as large as before');
    expect(part(el, 'map')!.getBoundingClientRect().width).to.equal(450);
  });

  it('are on the land and under the pointer, whatever box the page gives the map', async () => {
    const { el } = await liveMap(documentedAnswer());
    const map = part(el, 'map')!;
    const sydney = CITIES.find(({ city }) => city === 'Sydney')!;
    const sheet = document.createElement('style');
    document.head.append(sheet);
    whenDone(() => {
      sheet.remove();
    });
    for (const box of ['height: 200px', 'height: 600px', 'border: 5px solid; padding: 30px 60px 10px 20px']) {
      sheet.textContent = `datafast-live-map::part(map) { ${box} }`;
      await atRest(el);
      for (const city of CITIES) expect(markAt(el, city), `${city.city}, ${box}`).to.exist;

      const [clientX, clientY] = clientPoint(el, markAt(el, sydney)!);
      await waitUntil(() => {
        map.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY, bubbles: true }));
        return textOf(part(el, 'tooltip')).includes('Sydney');
      }, `the tooltip, ${box}`);
      map.dispatchEvent(new PointerEvent('pointerleave'));
      await waitUntil(() => !part(el, 'tooltip'), 'no tooltip');
    }
  });

  it('are never beyond the map’s edges, so that the page does not scroll sideways', async () => {
    const { el } = await liveMap(documentedAnswer(), 320);
    const map = part(el, 'map')!.getBoundingClientRect();
    for (const mark of marks(el)) {
      const { x, y } = spotOf(el, mark);
      expect(x).to.be.within(0, map.width);
      expect(y).to.be.within(0, map.height);
    }
    expect(el.parentElement!.scrollWidth).to.equal(320);
  });
});

describe('appearance of dots', () => {
  it('a customer has a ring, other visitors have none', async () => {
    const { el } = await liveMap(documentedAnswer());
    const rings = (part: Element): Element[] =>
      [...part.querySelectorAll('path')].filter((path) => getComputedStyle(path).fill === 'none');

    const [customers] = parts(el, 'customers');
    const cape = CITIES.find(({ id }) => id === 'v-cape')!;
    expect(marks(el, '.customer')).to.deep.equal([markAt(el, cape)]);
    expect(rings(customers!)).to.have.length(1);
    expect(getComputedStyle(rings(customers!)[0]!).stroke).not.to.equal('none');
    expect(markAt(el, cape)!.radiusOf('band')).to.be.greaterThan(markAt(el, cape)!.radiusOf());
    for (const part of parts(el, 'visitors')) expect(rings(part)).to.have.length(0);
  });

  it('a visitor known by country only is a larger dashed ring within that country', async () => {
    const { el } = await liveMap(documentedAnswer());
    const dashed = marks(el).filter(({ style }) => style.strokeDasharray !== 'none');
    expect(dashed).to.have.length(1);
    const [longitude, latitude] = placeOf(el, dashed[0]!);
    expect(longitude).to.be.within(129, 146);
    expect(latitude).to.be.within(30, 46);
    expect(geoContains(land, [longitude, latitude]), 'on land').to.be.true;
    expect(dashed[0]!.radiusOf()).to.be.greaterThan(markAt(el, CITIES[0])!.radiusOf());
  });

  it('precision "country" and "region" from a proxy have their own shapes', async () => {
    const at = { latitude: 46.6, longitude: 2.5, location: { city: null, region: null, countryCode: 'FR' } };
    const { el } = await liveMap(
      answer(
        {
          visitors: [
            visitor('country', { ...at, precision: 'country' }),
            visitor('region', { ...at, latitude: 39, longitude: -105, precision: 'region' }),
            visitor('city', { ...at, latitude: -34, longitude: 151, precision: 'city' }),
          ],
        },
        {},
      ),
    );
    const [country, region, city] = [
      // At the country's own point, whatever else the proxy reports.
      countryPoint('FR')!,
      { longitude: -105, latitude: 39 },
      { longitude: 151, latitude: -34 },
    ].map((place) => markAt(el, place)!.style);
    expect(country!.strokeDasharray).not.to.equal('none');
    expect(region!.strokeDasharray).to.equal('none');
    expect(Number(region!.fillOpacity)).to.be.lessThan(1);
    expect(Number(city!.fillOpacity)).to.equal(1);
  });

  it('a visitor without a place is counted and not drawn', async () => {
    const { el } = await liveMap(documentedAnswer());
    expect(el.snapshot!.data.visitors).to.have.length(8);
    expect(marks(el)).to.have.length(7);
  });

  it('coordinates 0, 0 are ignored: the country is used if known', async () => {
    const zero = { latitude: 0, longitude: 0 };
    const { el } = await liveMap(
      answer({
        visitors: [
          visitor('a', { ...zero, location: { city: null, region: null, countryCode: 'AU' } }),
          visitor('b', { ...zero, location: { city: null, region: null, countryCode: null } }),
          visitor('c', { ...zero, location: { city: null, region: null, countryCode: 'A1' } }),
        ],
      }),
    );
    expect(marks(el)).to.have.length(1);
    expect(placeOf(el, marks(el)[0]!)[0]).to.be.within(113, 154);
  });

  it('many visitors at one place are one mark with their number', async () => {
    const { el } = await liveMap(answer({ visitors: Array.from({ length: 40 }, (_, index) => visitor(`v-${index}`)) }));
    expect(marks(el)).to.have.length(1);
    expect(marks(el)[0]!.batch.part.contains('cluster')).to.be.true;
    expect(marks(el)[0]!.number).to.equal('40');
  });

  it('a payment is a diamond only if the proxy sent its place', async () => {
    const paid = { type: 'payment_received', amount: 49, currency: 'EUR' };
    const { el } = await liveMap(
      answer(
        {
          recentPayments: [
            { ...paid, _id: 'placed', latitude: 38.72, longitude: -9.14, precision: 'city' },
            { ...paid, _id: 'country', latitude: 46.6, longitude: 2.5, precision: 'country' },
            { ...paid, _id: 'unplaced' },
          ],
        },
        {},
      ),
    );
    const diamonds = marks(el, '[part~="payment"]');
    expect(diamonds).to.have.length(1);
    const [x = NaN, y = NaN] = equalEarthOf(el, land)([-9.14, 38.72]) ?? [];
    const spot = spotOf(el, diamonds[0]!);
    expect(Math.hypot(spot.x - x, spot.y - y)).to.be.at.most(1);
  });
});

describe('the count', () => {
  it('is the upstream’s, not the number of rows', async () => {
    const { el } = await liveMap(documentedAnswer());
    expect(countText(el)).to.equal('9 people here in the last 10 minutes');
  });

  it('is “—” when the upstream sends none, not the number of rows', async () => {
    const { el } = await liveMap(answer({ count: null, visitors: [visitor('a'), visitor('b')] }));
    expect(countText(el)).to.match(/^— people here/);
  });

  it('has a singular, and grouping above a thousand in the locale', async () => {
    const { el } = await liveMap(answer({ count: 1, visitors: [visitor('a')] }));
    expect(countText(el)).to.match(/^1 person here/);
    el.snapshot = answer({ count: 12345, visitors: [visitor('a')] });
    await el.updateComplete;
    expect(countText(el)).to.match(/^12,345 people here/);
  });

  it('is a sentence without a number below min-count', async () => {
    stubProxy(json(answer({ count: 2, visitors: [visitor('a'), visitor('b')] })));
    const el = await mount(html`<datafast-live-map proxy-url="/live" min-count="3"></datafast-live-map>`);
    await shows(el, 'live');
    expect(countText(el)).to.equal('People are here right now');
    expect(textOf(el.shadowRoot!.querySelector('[role="status"]'))).to.equal('People are here right now');
    expect(textOf(el.shadowRoot!.getElementById('summary'))).to.match(/^People are here right now\./);
  });

  it('is not 0 for a screen reader when it is unknown', async () => {
    const { el } = await liveMap(answer({ count: null, visitors: [] }));
    expect(countText(el)).to.contain('—');
    expect(textOf(el.shadowRoot!.querySelector('[role="status"]'))).to.equal('');
    expect(textOf(el.shadowRoot!.getElementById('summary'))).not.to.match(/\d/);
  });

  it('of 0 is a sentence, which the page can replace by a slot', async () => {
    stubProxy(json(answer({ count: 0 })));
    const el = await mount(
      html`<datafast-live-map proxy-url="/live"><p slot="empty">All asleep</p></datafast-live-map>`,
    );
    await shows(el, 'live');
    const slot = el.shadowRoot!.querySelector<HTMLSlotElement>('slot[name="empty"]')!;
    expect(textOf(slot)).to.contain('Nobody here right now');
    expect(slot.assignedElements().map(textOf)).to.deep.equal(['All asleep']);
    expect(part(el, 'land'), 'the map stays').to.exist;
  });
});

describe('marks from poll to poll', () => {
  it('are where their visitors are: those that stay do not move, others come and go', async () => {
    const people = (...ids: string[]): object =>
      answer({ visitors: ids.map((id) => visitor(id, { latitude: 40, longitude: 30 * Number(id) - 90 })) });
    const { el } = await liveMap(people('0', '1', '2'));
    const before = marks(el).map(String);
    el.snapshot = people('0', '2', '3');
    await el.updateComplete;
    expect(
      marks(el)
        .map(String)
        .filter((mark) => before.includes(mark)),
    ).to.have.length(2);
    const columns = marks(el)
      .map((mark) => spotOf(el, mark).x)
      .sort((a, b) => a - b);
    expect(columns[1]! - columns[0]!).to.be.closeTo(2 * (columns[2]! - columns[1]!), 0.1);
  });

  it('have a number that is rewritten in its place, and goes with them', async () => {
    const crowd = (count: number): object =>
      answer({
        visitors: Array.from({ length: count }, (_, index) => visitor(String(index), { latitude: 40, longitude: 10 })),
      });
    const { el } = await liveMap(crowd(30));
    for (const count of [250, 260, 40]) {
      el.snapshot = crowd(count);
      await el.updateComplete;
      expect(marks(el).map(({ number }) => number)).to.deep.equal([String(count)]);
    }
    el.snapshot = crowd(1);
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('.mark text')).to.be.null;
  });
});
