/** An answer in the documented shape (version A), with everything private that one can carry. Times are relative to now. */
export function documentedExample(now: number): object {
  const ago = (seconds: number): string => new Date(now - seconds * 1000).toISOString();
  const visitor = (id: string, place: object, rest: object): object => ({
    visitorId: `raw-visitor-${id}`,
    system: { browser: { name: 'Chrome' }, os: { name: 'macOS' }, device: { type: 'desktop' } },
    currentUrl: '/',
    referrer: 'https://search.example/?q=secret-query',
    sessionStartTime: ago(200),
    visitCount: 2,
    params: { utm_source: 'secret-campaign' },
    isCustomer: false,
    customerName: null,
    customerEmail: null,
    profileData: {},
    conversionLikelihood: { score: 65, confidence: 0.76, raw: { expectedValue: 1.37 } },
    ...place,
    ...rest,
  });
  const at = (city: string, region: string, countryCode: string, latitude: number, longitude: number): object => ({
    location: { city, region, countryCode },
    latitude,
    longitude,
  });
  return {
    status: 'success',
    data: {
      count: 7,
      visitors: [
        visitor('lisbon', at('Lisbon', 'PT-11', 'PT', 38.7167, -9.1333), {
          currentUrl: '/pricing?email=private%40example.com#secret-fragment',
        }),
        visitor('denver', at('Denver', 'US-CO', 'US', 39.7392, -104.9847), {
          isCustomer: true,
          customerName: 'Private Name',
          customerEmail: 'private@example.com',
          profileData: { displayName: 'Private Display', userId: 'user@example.org', hasProfile: true },
        }),
        visitor('tokyo', at('Tokyo', 'JP-13', 'JP', 35.6895, 139.6917), {}),
        visitor('sydney', at('Sydney', 'AU-NSW', 'AU', -33.8678, 151.2073), {}),
        visitor('kenya', { location: { city: null, region: null, countryCode: 'KE' } }, {}),
        visitor('nowhere', { location: { city: null, region: null, countryCode: null } }, {}),
      ],
      conversionMetrics: { baselineConversionRate: 0.02, baselineAverageValue: 30 },
      hasConversionPredictions: true,
      recentEvents: [
        {
          _id: 'raw-event-1',
          type: 'pageview',
          visitorId: 'raw-visitor-lisbon',
          timestamp: ago(9),
          path: '/pricing?email=private%40example.com',
          countryCode: 'PT',
          referrer: 'https://search.example/?q=secret-query',
        },
        {
          _id: 'raw-event-2',
          type: 'custom',
          visitorId: 'raw-visitor-tokyo',
          timestamp: ago(21),
          path: '/signup',
          countryCode: 'JP',
          extraData: { eventName: 'signup_started', name: 'Private Name', email: 'private@example.com' },
        },
      ],
      recentPayments: [
        {
          _id: 'raw-payment-1',
          type: 'payment_received',
          timestamp: ago(4),
          name: 'Private Name',
          email: 'private@example.com',
          amount: 49,
          currency: 'EUR',
          renewal: true,
          displayName: 'Private Display',
        },
      ],
    },
  };
}

/** What of it may reach no browser. */
export const PRIVATE = [
  'Private Name',
  'Private Display',
  'private@',
  'private%40',
  'example.com',
  'user@example.org',
  'raw-visitor',
  'raw-event',
  'raw-payment',
  'secret-query',
  'secret-campaign',
  'secret-fragment',
  'search.example',
  '1.37',
];
