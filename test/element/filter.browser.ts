import { expect, html } from '@open-wc/testing';
import type { DatafastLiveMap, VisitorFilter } from '../../src/index.ts';
import { answer, CITIES, pageview, payment, visitor } from './documented.ts';
import {
  countText,
  json,
  marks,
  mount,
  part,
  parts,
  rowTexts,
  shows,
  stubProxy,
  textOf,
  type ProxyStub,
  waitUntil,
} from './support.ts';
// At hand from the first rendering on.
import '../../src/element/breakdown.ts';
import '../../src/element/filter.ts';

const PAGES = ['/pricing', '/pricing', '/docs', '/', '/pricing', '/docs'];

function people() {
  return CITIES.map(({ id, city, countryCode, longitude, latitude }, index) =>
    visitor(id, {
      location: { city, region: null, countryCode },
      longitude,
      latitude,
      currentUrl: PAGES[index],
      system: { browser: { name: index % 2 ? 'Firefox' : 'Chrome' }, os: { name: 'iOS' }, device: { type: 'mobile' } },
    }),
  );
}

function snapshot(own: object = {}) {
  return answer({
    count: 32,
    visitors: people(),
    recentEvents: [pageview('e-1', 'v-lisbon', 10, { path: '/docs' }), pageview('e-2', 'v-delhi', 20)],
    recentPayments: [payment('p-1', 60)],
    ...own,
  });
}

async function withLists(
  body: object = snapshot(),
  filter: VisitorFilter | null = null,
): Promise<{ el: DatafastLiveMap; proxy: ProxyStub }> {
  const proxy = stubProxy(json(body));
  const el = await mount(
    html`<datafast-live-map proxy-url="/live" breakdown="pages browsers" .filter=${filter}></datafast-live-map>`,
  );
  await shows(el, 'live');
  await waitUntil(() => part(el, 'breakdown-row'), 'lists are there');
  return { el, proxy };
}

function row(el: DatafastLiveMap, label: string): HTMLElement {
  return parts(el, 'breakdown-row').find((one) => textOf(one).startsWith(label)) as HTMLElement;
}

async function press(el: DatafastLiveMap, label: string): Promise<void> {
  row(el, label).click();
  await el.updateComplete;
}

describe('a pressed row', () => {
  it('shows those alone who fit: marks, ticker, headline', async () => {
    const { el } = await withLists();
    await waitUntil(() => marks(el).length === 6, 'drawn');
    await press(el, '/docs');
    expect(marks(el)).to.have.length(2);
    expect(rowTexts(el)).to.deep.equal(['Someone in Lisbon opened /docs']);
    expect(countText(el)).to.match(/^2 of 32 people here/);
    expect(textOf(part(el, 'filter'))).to.equal('/docs ×');
  });
});
