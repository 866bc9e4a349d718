/** When the answers of these tests were given. */
export const NOW = Date.parse('2026-03-14T12:00:00Z');

/** ISO 8601, so many seconds before the answer. */
export function ago(seconds: number): string {
  return new Date(NOW - seconds * 1000).toISOString();
}

/** A visitor in the shape of the documentation's version A. */
export function visitor(visitorId: string, own: object = {}) {
  return {
    visitorId,
    location: { city: 'Lisbon', region: 'PT-11', countryCode: 'PT' },
    system: { browser: { name: 'Chrome' }, os: { name: 'Mac OS' }, device: { type: 'desktop' } },
    currentUrl: '/pricing',
    referrer: 'https://www.google.com/',
    sessionStartTime: ago(240),
    visitCount: 2,
    params: { ref: null, source: null, via: null, utm_source: null, utm_medium: null, utm_campaign: null },
    latitude: 38.72,
    longitude: -9.14,
    isCustomer: false,
    customerName: null,
    customerEmail: null,
    profileData: { displayName: 'amber fox', userId: null, hasProfile: false, isRandomName: true },
    conversionLikelihood: null,
    ...own,
  };
}

export function pageview(_id: string, visitorId: string, seconds: number, own: object = {}) {
  return { _id, type: 'pageview', visitorId, timestamp: ago(seconds), path: '/pricing', countryCode: 'PT', ...own };
}

export function payment(_id: string, seconds: number, own: object = {}) {
  return {
    _id,
    type: 'payment_received',
    timestamp: ago(seconds),
    amount: 49,
    currency: 'EUR',
    renewal: false,
    ...own,
  };
}

/** An answer of the upstream as it is; with a second argument, what a proxy says of it. */
export function answer(data: object, meta?: object) {
  return {
    status: 'success',
    data: { count: null, visitors: [], hasConversionPredictions: false, recentEvents: [], recentPayments: [], ...data },
    ...(meta && {
      meta: {
        version: 1,
        generatedAt: ago(0),
        windowSeconds: 600,
        refreshSeconds: 10,
        stale: false,
        idEpoch: '2026-03-14',
        ...meta,
      },
    }),
  };
}

export const CITIES = [
  { id: 'v-sf', city: 'San Francisco', countryCode: 'US', longitude: -122.42, latitude: 37.77 },
  { id: 'v-sp', city: 'São Paulo', countryCode: 'BR', longitude: -46.63, latitude: -23.55 },
  { id: 'v-lisbon', city: 'Lisbon', countryCode: 'PT', longitude: -9.14, latitude: 38.72 },
  { id: 'v-cape', city: 'Cape Town', countryCode: 'ZA', longitude: 18.42, latitude: -33.93 },
  { id: 'v-delhi', city: 'New Delhi', countryCode: 'IN', longitude: 77.21, latitude: 28.61 },
  { id: 'v-sydney', city: 'Sydney', countryCode: 'AU', longitude: 151.21, latitude: -33.87 },
] as const;

/**
 * A whole answer: six people in six cities, one (in Cape Town) a customer, one with only the country
 * (Japan), and one without a place. The upstream counts nine.
 */
export function documentedAnswer() {
  const placed = CITIES.map(({ id, city, countryCode, longitude, latitude }) => {
    return visitor(id, {
      location: { city, region: null, countryCode },
      longitude,
      latitude,
      isCustomer: id === 'v-cape',
    });
  });
  const nowhere = { latitude: null, longitude: null };
  return answer({
    count: 9,
    visitors: [
      ...placed,
      visitor('v-japan', { location: { city: null, region: null, countryCode: 'JP' }, ...nowhere }),
      visitor('v-unknown', { location: { city: null, region: null, countryCode: null }, ...nowhere }),
    ],
    recentEvents: [
      pageview('e-old', 'v-sydney', 400, { path: '/', countryCode: 'AU' }),
      pageview('e-new', 'v-lisbon', 0),
      { _id: 'e-goal', type: 'custom', visitorId: 'v-delhi', timestamp: ago(90), extraData: { eventName: 'signup' } },
    ],
    recentPayments: [payment('p-1', 200, { amount: 1299.5 })],
  });
}
