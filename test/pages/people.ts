import { createSimulator } from '../../src/simulator/index.ts';

/** When all pictures were taken: the afternoon in Europe, the morning in the Americas. */
export const NOW = Date.UTC(2026, 2, 14, 15, 0, 10);

/** ISO 8601, so many seconds ago. */
export const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();

interface Place {
  city: string | null;
  region?: string | null;
  countryCode: string | null;
  at?: readonly [longitude: number, latitude: number];
}

export interface Person extends Partial<Record<string, unknown>> {
  place: Place;
  /** Seconds that they have been here. */
  since?: number;
}

export function person(visitorId: string, { place, since = 200, ...own }: Person): object {
  const { city, region = null, countryCode, at } = place;
  return {
    visitorId,
    location: { city, region, countryCode },
    latitude: at?.[1] ?? null,
    longitude: at?.[0] ?? null,
    system: { browser: 'Firefox', os: 'Windows', device: 'desktop' },
    currentUrl: '/pricing',
    sessionStartTime: ago(since),
    isCustomer: false,
    ...own,
  };
}

export function view(_id: string, visitorId: string, seconds: number, own: object = {}): object {
  return { _id, type: 'pageview', visitorId, timestamp: ago(seconds), path: '/pricing', ...own };
}

/** What a proxy answers. */
export function snapshot(data: { visitors: readonly object[] } & Record<string, unknown>, meta: object = {}): object {
  return {
    status: 'success',
    data: {
      count: data.visitors.length,
      hasConversionPredictions: false,
      recentEvents: [],
      recentPayments: [],
      ...data,
    },
    meta: {
      version: 1,
      generatedAt: ago(0),
      windowSeconds: 600,
      refreshSeconds: 10,
      stale: false,
      idEpoch: '2026-03-14',
      ...meta,
    },
  };
}

/** Made-up people, as many as a number. */
export function crowd(visitors: number): object {
  const { data } = createSimulator({ visitors, steady: true }).answerAt(NOW);
  return snapshot({ ...data, hasConversionPredictions: false });
}

/** The same with what a team's own dashboard has. */
export function likelyBuyers(visitors: number): object {
  const { data } = createSimulator({ visitors, steady: true }).answerAt(NOW);
  return snapshot({ ...data });
}

const SYSTEMS = ['Windows', 'macOS', 'iOS', 'Android', 'Linux'];
const BROWSERS = ['Chrome', 'Safari', 'Firefox', 'Edge'];
const SITES = ['google.com', 'news.ycombinator.com', 'duckduckgo.com'];

/** The same people on so many pages, the first ones the most visited; every tenth has a long path. */
export function readers(visitors: number, pages: number): object {
  const { data } = createSimulator({ visitors, steady: true }).answerAt(NOW);
  const people = (data.visitors as { visitorId: string }[]).map((one, index) => {
    // Of 1, 3, 6 … people on as many pages each has one more than the next.
    const page = pages < visitors ? Math.floor(Math.sqrt(8 * index + 1)) % pages : index % pages;
    return {
      ...one,
      currentUrl: page % 10 === 1 ? `/blog/2026/how-we-built-a-live-map-of-visitors-${page}` : `/page-${page}`,
      referrer: index % 4 === 3 ? null : `https://${SITES[index % 3] ?? ''}/`,
      system: { browser: BROWSERS[index % 4], os: SYSTEMS[index % 5], device: index % 3 ? 'desktop' : 'mobile' },
    };
  });
  return snapshot({ ...data, visitors: people, hasConversionPredictions: false });
}

const CITIES: readonly (readonly [city: string, countryCode: string, longitude: number, latitude: number])[] = [
  ['Lisbon', 'PT', -9.14, 38.72],
  ['Porto', 'PT', -8.61, 41.15],
  ['Lisbon', 'PT', -9.14, 38.72],
  ['Lisbon', 'PT', -9.14, 38.72],
  ['Berlin', 'DE', 13.4, 52.52],
  ['Hamburg', 'DE', 9.99, 53.55],
  ['San Francisco', 'US', -122.42, 37.77],
  ['Denver', 'US', -104.99, 39.74],
  ['São Paulo', 'BR', -46.63, -23.55],
  ['Nairobi', 'KE', 36.82, -1.29],
  ['Tokyo', 'JP', 139.69, 35.69],
  ['Sydney', 'AU', 151.21, -33.87],
  ['New Delhi', 'IN', 77.21, 28.61],
];

/**
 * Fourteen people from eight countries: several at one place, two customers, some who have been quiet for a while, one of
 * which only the country is known; and their events.
 */
export function fourteen(meta: object = {}): object {
  const known = CITIES.map(([city, countryCode, longitude, latitude], index) =>
    person(`v-${index}`, {
      place: { city, countryCode, at: [longitude, latitude] },
      since: 30 + 40 * index,
      isCustomer: index === 4 || index === 7,
    }),
  );
  const somewhere = person('v-13', { place: { city: null, countryCode: 'AR' } });
  return snapshot(
    {
      visitors: [...known, somewhere],
      recentEvents: [
        view('e-0', 'v-0', 4),
        { _id: 'e-1', type: 'custom', visitorId: 'v-4', timestamp: ago(25), extraData: { eventName: 'signup' } },
        view('e-3', 'v-6', 130, { path: '/docs/getting-started' }),
        view('e-4', 'v-11', 400, { path: '/' }),
        view('e-5', 'v-9', 150, { path: '/blog' }),
      ],
      recentPayments: [
        {
          _id: 'p-0',
          timestamp: ago(60),
          amount: 49,
          currency: 'EUR',
          renewal: true,
          latitude: 53.55,
          longitude: 9.99,
          precision: 'city',
        },
      ],
    },
    meta,
  );
}

/** One place of each precision, far from one another, with the proxy's word for it. */
export function precisions(): object {
  const at = (id: string, countryCode: string, place: readonly [number, number], own: object): object =>
    person(id, { place: { city: null, countryCode, at: place }, ...own });
  return snapshot({
    visitors: [
      at('city', 'US', [-104.99, 39.74], {
        location: { city: 'Denver', region: 'US-CO', countryCode: 'US' },
        precision: 'city',
      }),
      at('city-customer', 'US', [-74, 40.71], {
        location: { city: 'New York', region: 'US-NY', countryCode: 'US' },
        precision: 'city',
        isCustomer: true,
      }),
      at('region', 'BR', [-51.9, -14.2], {
        location: { city: null, region: 'BR-MT', countryCode: 'BR' },
        precision: 'region',
      }),
      at('region-customer', 'DZ', [2.6, 28.2], {
        location: { city: null, region: 'DZ-01', countryCode: 'DZ' },
        precision: 'region',
        isCustomer: true,
      }),
      at('country', 'AU', [134, -25], { precision: 'country' }),
      at('country-customer', 'RU', [96, 62], { precision: 'country', isCustomer: true }),
      person('unknown', { place: { city: null, countryCode: null }, precision: 'none' }),
    ],
  });
}
