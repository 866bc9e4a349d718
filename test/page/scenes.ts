import type { Page } from 'playwright-core';
import { ago, crowd, fourteen, likelyBuyers, person, precisions, snapshot } from './people.ts';

/** Markup on a page, what the network answers, and what is done then. */
export interface Pose {
  html: string;
  /** A proxy's answer, the status of a failure, or nothing at all, ever. */
  reply: object | number | null;
  /** Seconds that a cache has kept the answer. */
  age?: number;
  /** What the element says when it is as it shall be; without, it is so when there are marks. */
  says?: string;
  act?: (tab: Page) => Promise<void>;
}

const MAP = '<datafast-live-map proxy-url="/live"></datafast-live-map>';

const press = async (tab: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await tab.keyboard.press(key);
};

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
  error: { html: MAP, reply: 503, says: 'Out of sight' },
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
  predictions: { html: MAP, reply: likelyBuyers(40) },
  busy: { html: MAP, reply: crowd(200) },
  surge: { html: MAP, reply: crowd(5000) },
  globe: {
    html: '<datafast-live-map proxy-url="/live" projection="globe" graticule paused></datafast-live-map>',
    reply: fourteen(),
  },
};
