import { html } from '@open-wc/testing';
import type { DatafastLiveMap, VisitorFilter } from '../../src/index.ts';
import { answer, CITIES, pageview, payment, visitor } from './documented.ts';
import { json, mount, part, parts, shows, stubProxy, textOf, type ProxyStub, waitUntil } from './support.ts';

const PAGES = ['/pricing', '/pricing', '/docs', '/', '/pricing', '/docs'];

/** Six people in six countries: three on /pricing, two on /docs, one on /. */
export function readers(pages: readonly string[] = PAGES): object[] {
  return CITIES.map(({ id, city, countryCode, longitude, latitude }, index) =>
    visitor(id, {
      location: { city, region: null, countryCode },
      longitude,
      latitude,
      currentUrl: pages[index],
      system: { browser: { name: index % 2 ? 'Firefox' : 'Chrome' }, os: { name: 'iOS' }, device: { type: 'mobile' } },
    }),
  );
}

/** The upstream counts 32 of them. */
export function readersAnswer(own: object = {}): object {
  return answer({
    count: 32,
    visitors: readers(),
    recentEvents: [pageview('e-1', 'v-lisbon', 10, { path: '/docs' }), pageview('e-2', 'v-delhi', 20)],
    recentPayments: [payment('p-1', 60)],
    ...own,
  });
}

export interface ListOptions {
  body?: object;
  lists?: string;
  size?: number;
  filter?: VisitorFilter | null;
  minCount?: number;
  width?: number;
  lang?: string;
}

/** An element with lists, as soon as they are there. */
export async function withLists({
  body = readersAnswer(),
  lists = 'pages browsers',
  size = 5,
  filter = null,
  minCount = 0,
  width = 800,
  lang = 'en',
}: ListOptions = {}): Promise<{ el: DatafastLiveMap; proxy: ProxyStub }> {
  const proxy = stubProxy(json(body));
  const el = await mount(
    html`<datafast-live-map
      proxy-url="/live"
      lang=${lang}
      breakdown=${lists}
      breakdown-size=${size}
      min-count=${minCount}
      .filter=${filter}
    ></datafast-live-map>`,
    width,
  );
  await shows(el, 'live');
  await waitUntil(() => el.shadowRoot!.querySelector('[part="breakdown"]'), 'the lists are there');
  await el.updateComplete;
  return { el, proxy };
}

/** Each list with its heading and rows, as they read. */
export function listTexts(el: DatafastLiveMap): Record<string, string[]> {
  return Object.fromEntries(
    parts(el, 'breakdown-list').map((list) => [
      textOf(list.querySelector('[role="heading"]')),
      [...list.querySelectorAll('button')].map((row) => `${labelOf(row)} ${textOf(row.querySelector('.figure'))}`),
    ]),
  );
}

function labelOf(row: Element): string {
  return textOf(row.querySelector('bdi'));
}

export function rowOf(el: DatafastLiveMap, label: string): HTMLButtonElement {
  return parts(el, 'breakdown-row').find((row) => labelOf(row) === label) as HTMLButtonElement;
}

/** Clicks a row of a list, and waits until it has had its effect. */
export async function press(el: DatafastLiveMap, label: string): Promise<void> {
  rowOf(el, label).click();
  await waitUntil(() => part(el, 'filter') ?? el.filter === null, 'the filter is there');
  await el.updateComplete;
}
