import { expect } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
import { answer, pageview, visitor } from './documented.ts';
import { json, liveMap, marks, part, poll, recordEvents, rowTexts, spotOf, textOf, waitUntil } from './support.ts';

const NOWHERE = { latitude: undefined, longitude: undefined };
const named = (id: string, city: string | null, region: string | null, countryCode: string): object =>
  visitor(id, { ...NOWHERE, location: { city, region, countryCode } });

/** Where marks of a kind stand, in whole pixels. */
function spots(el: DatafastLiveMap, kind: string): string[] {
  return marks(el, `.${kind}`)
    .map((mark) => spotOf(el, mark))
    .map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`)
    .sort();
}

describe('visitors located by place name', () => {
  it('are drawn at the place with its precision', async () => {
    const visitors = [
      named('denver', 'Denver', 'US-CO', 'US'),
      named('lagos', 'Lagos', 'PT-08', 'PT'),
      named('nowhere', 'Nowhereville', 'AU-WA', 'AU'),
    ];
    const { el } = await liveMap(answer({ count: 3, visitors }), 900);
    // Lagos is among the smaller places, which are fetched by country.
    await waitUntil(() => spots(el, 'dot').length === 2 && spots(el, 'region').length === 1, 'all are placed');
    const placed = spots(el, 'dot');
    // Two below each other would not both be in sight.
    el.remove();
    const at = (longitude: number, latitude: number): object => ({ longitude, latitude });
    const other = await liveMap(
      answer({ count: 2, visitors: [visitor('d', at(-105, 39.7)), visitor('b', at(-8.7, 37.1))] }),
      900,
    );
    expect(spots(other.el, 'dot')).to.deep.equal(placed);
  });

  it('keep null coordinates in data, events and table', async () => {
    const updates = recordEvents<{ snapshot: unknown }>('datafast-update');
    const { el } = await liveMap(answer({ count: 1, visitors: [named('denver', 'Denver', 'US-CO', 'US')] }));
    await waitUntil(() => spots(el, 'dot').length === 1, 'Denver is found');
    const [known] = el.snapshot!.data.visitors;
    expect([known!.latitude, known!.longitude, known!.precision]).to.deep.equal([null, null, 'none']);
    expect(updates[0]!.snapshot).to.equal(el.snapshot);
    part(el, 'list')!.click();
    await el.updateComplete;
    expect(textOf(el.shadowRoot!.querySelector('table'))).to.contain('Denver');
  });

  it('keep their positions between polls, without a mark that flickers', async () => {
    const body = answer({ count: 1, visitors: [named('denver', 'Denver', 'US-CO', 'US')] });
    const { el, proxy } = await liveMap(body);
    await waitUntil(() => spots(el, 'dot').length === 1, 'Denver is found');
    const drawn = marks(el).map(String);
    await poll(el, proxy, json(body));
    expect(marks(el).map(String)).to.deep.equal(drawn);
  });
});

describe('encoded place names and placeholders', () => {
  const places: [city: string, countryCode: string][] = [
    ['S%C3%A3o%20Paulo', 'BR'],
    ['MÃ¼nchen', 'DE'],
    ['Coeur d&#039;Alene', 'US'],
    ['(not set)', 'PT'],
    ['undefined', 'XX'],
  ];
  const visitors = places.map(([city, countryCode], index) =>
    visitor(`v${index}`, { location: { city, region: 'Unknown', countryCode }, latitude: 10 * index, longitude: 10 }),
  );
  const recentEvents = places.map(([, countryCode], index) => pageview(`e${index}`, `v${index}`, 10, { countryCode }));

  it('are readable in the ticker and in the table', async () => {
    const { el } = await liveMap(answer({ count: 5, visitors, recentEvents }));
    await waitUntil(() => rowTexts(el).length === 5, 'the rows are there');
    const rows = rowTexts(el).join();
    for (const name of ['in São Paulo ', 'in München ', "in Coeur d'Alene ", 'in Portugal '])
      expect(rows).to.contain(name);
    expect(rows)
      .to.contain('Someone opened')
      .and.not.match(/%|&|Ã|not set|undefined|XX/);
    part(el, 'list')!.click();
    await el.updateComplete;
    const table = textOf(el.shadowRoot!.querySelector('table'));
    expect(table)
      .to.contain('Somewhere in Portugal')
      .and.not.match(/%|&|Ã|not set|undefined|Unknown|XX/);
  });
});
