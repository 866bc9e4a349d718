import type { Page } from 'playwright-core';
import { ago, crowd, fourteen, likelyBuyers, person, precisions, readers, snapshot } from './people.ts';

/** Markup on a page, what the network answers, and what is done then. */
export interface Pose {
  html: string;
  /** A proxy's answer, the status of a failure, or nothing at all, ever. */
  reply: object | number | null;
  /** Instead of it, by path. */
  replies?: Readonly<Record<string, object | number>>;
  /** Seconds that a cache has kept the answer. */
  age?: number;
  /** What the element says when it is as it shall be; without, it is so when there are marks. */
  says?: string;
  act?: (tab: Page) => Promise<void>;
  /** Widths in CSS pixels at which pictures are compared, besides that of a column of text. */
  widths?: readonly number[];
}

const MAP = '<datafast-live-map proxy-url="/live"></datafast-live-map>';

const badge = (what: string, path: string, lang = 'en'): string =>
  `<p lang="${lang}" style="display: flex; align-items: center; gap: 1rem; margin-bottom: 0.75rem">
    <datafast-live-badge proxy-url="${path}"></datafast-live-badge> <span lang="en">${what}</span>
  </p>`;

const BADGES = [
  badge('Fourteen people', '/14'),
  badge('One person', '/1'),
  badge('No visitors', '/0'),
  badge('As many as there are', '/many'),
  badge('Loading', '/loading'),
  badge('An unknown count', '/unknown'),
  badge('An old number', '/stale'),
  badge('In Arabic', '/14', 'ar'),
].join('');

const counted = (count: number, meta: object = {}): object => snapshot({ visitors: [], count }, meta);

const press = async (tab: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await tab.keyboard.press(key);
};

const LISTS = MAP.replace('></', ' breakdown="pages countries referrers"></');

const seesLists = (tab: Page): Promise<void> =>
  tab.locator('datafast-live-map [part="breakdown-row"]').first().waitFor();

const HISTORY = MAP.replace('></', ' history></');
/** Counts of the last minutes; for some of them none is known. */
const COUNTS = [9, 12, 11, null, null, 14, 18, 22, 19, 24, 31, 28, 22, 17, 15, 14];

interface Row {
  timestamp: string;
}

/** What the proxy has sent so many minutes ago, when fewer people were here. */
function withHistory(minutesAgo: number): object {
  const generatedAt = ago(60 * minutesAgo);
  const { data } = fourteen() as { data: Record<'visitors' | 'recentEvents' | 'recentPayments', Row[]> };
  const wasThere = ({ timestamp }: Row): boolean => timestamp <= generatedAt;
  const visitors = data.visitors.slice(0, 14 - minutesAgo);
  const recentEvents = data.recentEvents.filter(wasThere);
  const recentPayments = data.recentPayments.filter(wasThere);
  const meta = { generatedAt, history: { stepSeconds: 60, counts: COUNTS } };
  return snapshot({ visitors, recentEvents, recentPayments }, meta);
}

/** Has the map see some minutes, and shows one of them. */
async function lookBack(tab: Page): Promise<void> {
  const map = tab.locator('datafast-live-map');
  await map.locator('[part~="sparkline"]').waitFor();
  for (const minutes of [8, 6, 4, 2, 0])
    await map.evaluate(async (element: Map, received) => {
      element.snapshot = received;
      await element.updateComplete;
    }, withHistory(minutes));
  await map.locator('[part~="sparkline"]').click();
  await map.locator('input').fill('3');
  await map.getByText('as it was at').waitFor();
  await tab.mouse.move(0, 0);
}

const WIDTHS = [320, 1280];

/** Everything that the element can look like, by name. */
export const scenes: Readonly<Record<string, Pose>> = {
  unconfigured: { html: '<datafast-live-map></datafast-live-map>', reply: null, says: 'Set proxy-url' },
  loading: { html: MAP, reply: null, says: 'Loading' },
  live: { html: MAP, reply: fourteen() },
  one: {
    html: MAP,
    reply: snapshot({
      visitors: [person('v', { place: { city: 'Reykjavík', countryCode: 'IS', at: [-21.9, 64.1] } })],
    }),
  },
  empty: {
    html: MAP,
    reply: snapshot({
      visitors: [],
      recentEvents: [{ _id: 'e', type: 'pageview', visitorId: 'v', timestamp: ago(840), path: '/' }],
    }),
    says: 'Nobody here',
  },
  stale: { html: MAP, reply: fourteen({ stale: true }), age: 190 },
  error: { html: MAP, reply: 503, says: 'Live data unavailable' },
  paused: { html: '<datafast-live-map proxy-url="/live" paused></datafast-live-map>', reply: fourteen() },
  tooltip: {
    html: MAP,
    reply: fourteen(),
    act: async (tab) => {
      await tab.locator('datafast-live-map [part="list"]').focus();
      await press(tab, 'Tab', 'Home', 'ArrowRight');
      await tab.locator('datafast-live-map .tooltip').waitFor();
    },
  },
  table: {
    html: MAP,
    reply: fourteen(),
    act: async (tab) => {
      await tab.locator('datafast-live-map [part="list"]').click();
      await tab.locator('datafast-live-map table').waitFor();
      await tab.mouse.move(0, 0);
    },
  },
  precisions: { html: MAP, reply: precisions() },
  daylight: {
    html: '<datafast-live-map proxy-url="/live" daylight></datafast-live-map>',
    reply: precisions(),
    act: (tab) => tab.locator('datafast-live-map [part=night] path').last().waitFor({ state: 'attached' }),
    widths: WIDTHS,
  },
  lists: { html: LISTS, reply: readers(14, 3), act: seesLists },
  'lists-empty': { html: LISTS, reply: snapshot({ visitors: [] }), says: 'Nobody here' },
  'lists-crowd': { html: LISTS, reply: readers(300, 300), act: seesLists, widths: WIDTHS },
  'lists-arabic': { html: `<div lang="ar">${LISTS}</div>`, reply: readers(140, 40), act: seesLists, says: 'الصفحات' },
  history: {
    html: HISTORY,
    reply: withHistory(0),
    act: (tab) => tab.locator('datafast-live-map [part~="sparkline"]').waitFor(),
  },
  'look-back': { html: HISTORY, reply: withHistory(10), act: lookBack, widths: WIDTHS },
  'look-back-filter': {
    html: HISTORY.replace('></', ' breakdown="pages countries"></'),
    reply: withHistory(10),
    act: async (tab) => {
      await lookBack(tab);
      await tab.locator('datafast-live-map').evaluate(async (element: Map) => {
        element.filter = { page: '/blog/2026/how-the-checkout-was-rebuilt-in-eleven-days', country: 'PT' };
        await element.updateComplete;
      });
      await tab.locator('datafast-live-map [part="filter"]').last().waitFor();
    },
    widths: WIDTHS,
  },
  filter: {
    html: LISTS,
    reply: readers(140, 40),
    act: async (tab) => {
      await seesLists(tab);
      await tab.locator('datafast-live-map [part="breakdown-row"]').nth(1).click();
      await tab.locator('datafast-live-map [part="filter"]').waitFor();
      await tab.mouse.move(0, 0);
    },
    widths: WIDTHS,
  },
  predictions: { html: MAP, reply: likelyBuyers(40) },
  busy: { html: MAP, reply: crowd(200) },
  'surge-begins': { html: MAP, reply: crowd(400) },
  surge: { html: MAP, reply: crowd(5000) },
  'surge-peak': { html: MAP, reply: crowd(20_000) },
  globe: {
    html: '<datafast-live-map proxy-url="/live" projection="globe" graticule paused></datafast-live-map>',
    reply: fourteen(),
  },
  arabic: {
    html: `<div lang="ar">${MAP}</div>`,
    reply: fourteen(),
    says: 'خلال',
  },
  badge: {
    html: BADGES,
    reply: null,
    replies: {
      '/14': counted(14),
      '/1': counted(1),
      '/0': counted(0),
      '/many': counted(12_345),
      '/unknown': 503,
      '/stale': counted(14, { stale: true }),
    },
    act: async (tab) => {
      await tab.waitForFunction(
        () =>
          [...document.querySelectorAll('datafast-live-badge')].map((element) => (element as Badge).status).join() ===
          'live,live,live,live,loading,error,stale,live',
        null,
        { polling: 20 },
      );
      await tab.locator('[lang="ar"] datafast-live-badge [part="count"]', { hasText: 'هنا' }).waitFor();
    },
  },
};

type Badge = Element & { status: string };
type Map = HTMLElement & { snapshot: object; filter: object; updateComplete: Promise<unknown> };
