/** A place of each kind, in the documented shape. */
interface Place {
  city?: string;
  region?: string;
  countryCode: string;
  at?: readonly [longitude: number, latitude: number];
  precision?: string;
}

const LONDON: Place = { city: 'London', countryCode: 'GB', at: [-0.1, 51.5] };
const NAIROBI: Place = { city: 'Nairobi', countryCode: 'KE', at: [36.8, -1.3] };
const MATO_GROSSO: Place = { region: 'BR-MT', countryCode: 'BR', at: [-55.9, -12.6], precision: 'region' };
const YAKUTIA: Place = { region: 'RU-SA', countryCode: 'RU', at: [129.7, 65], precision: 'region' };

let people = 0;
const visitors = [
  one({ city: 'Denver', region: 'US-CO', countryCode: 'US', at: [-105, 39.7] }),
  one({ city: 'Tokyo', region: 'JP-13', countryCode: 'JP', at: [139.7, 35.7] }, true),
  ...Array.from({ length: 3 }, () => one(NAIROBI)),
  ...Array.from({ length: 24 }, () => one(LONDON)),
  one(MATO_GROSSO),
  one(YAKUTIA, true),
  one({ countryCode: 'AU' }),
  one({ countryCode: 'PE' }),
  one({ countryCode: 'CN' }, true),
  ...Array.from({ length: 4 }, () => one({ countryCode: 'TR' })),
];

function one({ city, region, countryCode, at, precision }: Place, isCustomer = false): object {
  people++;
  return {
    visitorId: `visitor-${String(people)}`,
    location: { city: city ?? null, region: region ?? null, countryCode },
    ...(at && { longitude: at[0], latitude: at[1] }),
    ...(precision && { precision }),
    isCustomer,
  };
}

const data = { count: visitors.length, visitors, recentEvents: [], recentPayments: [] };
for (const map of document.querySelectorAll('datafast-live-map.certainty')) {
  Object.assign(map, { snapshot: { status: 'success', data } });
}
