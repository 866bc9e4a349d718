// How many visitors a site may expect of a place: its country's share of the internet, and its own share of the country.

import type { GazetteerPlace, WeighedPlace } from './place.ts';

/**
 * Of each country people on the internet and IPv4 addresses, in millions and round numbers: the former read most sites,
 * and databases locate the latter. A country that is not here has few of either.
 */
const INTERNET: Readonly<Record<string, readonly [people: number, addresses: number]>> = {
  US: [310, 1600], CN: [1050, 345], JP: [105, 190], GB: [65, 125], DE: [78, 124], KR: [50, 113], BR: [180, 88],
  FR: [60, 82], CA: [36, 70], IT: [51, 55], NL: [17, 47], AU: [24, 47], RU: [125, 45], IN: [750, 41], TW: [22, 36],
  ES: [45, 32], SE: [10, 30], MX: [105, 29], ZA: [43, 27], EG: [80, 24], PL: [34, 22], AR: [41, 20], CH: [8.5, 28],
  ID: [210, 19], CO: [39, 17], TR: [72, 16], VN: [78, 16], NO: [5.4, 15], FI: [5.2, 14], HK: [7, 14], DK: [5.8, 13],
  IR: [70, 12], AT: [8.5, 12], BE: [11, 12], UA: [31, 11], SA: [34, 10], CL: [17, 10], IL: [8.3, 9], CZ: [9.3, 9], RO: [17, 9],
  SG: [5.5, 13], TH: [61, 9], IE: [5, 8], NZ: [4.8, 7], PT: [8.8, 7], VE: [20, 7], MY: [33, 7], HU: [8.8, 6], GR: [8.6, 6],
  MA: [33, 12], PH: [83, 6], TN: [9, 7], DZ: [33, 5], KE: [22, 5.6], PK: [87, 5.5], NG: [120, 3.2], AE: [9.4, 4], BG: [5.3, 4.5],
  KZ: [18, 3.3], EC: [13, 2.6], PE: [25, 3.2], CR: [4.3, 2.3], SK: [4.9, 2.7], LT: [2.4, 2.5], HR: [3.2, 2.2], SI: [1.9, 2.6],
  RS: [5.9, 2.4], UY: [3.1, 2.4], KW: [4.4, 1.7], BD: [66, 1.9], LK: [14, 0.6], BY: [8.2, 1.9], LV: [1.7, 1.7], EE: [1.2, 1.3],
  PR: [2.4, 1], DO: [9.3, 0.9], PA: [3.2, 1.7], BO: [8, 1.4], GT: [10, 0.7], PY: [5.5, 1], SV: [4, 0.6], HN: [5, 0.4],
  IS: [0.37, 0.9], LU: [0.63, 1.3], CY: [1.1, 1.2], MT: [0.5, 0.6], QA: [2.7, 0.9], JO: [9.5, 0.7], LB: [5, 0.6], OM: [4.4, 0.7],
  BH: [1.5, 0.5], IQ: [34, 0.8], AZ: [8.8, 0.8], GE: [2.9, 1.2], AM: [2.2, 0.6], MD: [1.7, 1.1], BA: [2.6, 0.8], AL: [2.3, 0.4],
  MK: [1.7, 0.7], NP: [15, 0.6], MM: [24, 0.3], KH: [13, 0.4], UZ: [28, 0.4], GH: [23, 2], ET: [23, 0.1], UG: [12, 0.8], TZ: [20, 0.9],
  CI: [13, 1.5], SN: [10, 0.4], CM: [12, 0.5], AO: [13, 0.7], ZM: [5, 1], ZW: [5.6, 0.3], SD: [13, 1], LY: [5.8, 0.5], SY: [8, 0.4],
  CU: [8, 0.3], JM: [2.3, 0.2], TT: [1, 0.5], MO: [0.6, 0.3], MN: [2.8, 0.3], LA: [4.8, 0.1], AF: [7, 0.1], YE: [9, 0.1], XK: [1.6, 0.2],
  MU: [0.9, 5.4], SC: [0.1, 7], RE: [0.7, 0.2],
}; // prettier-ignore

/** Spreads the weight of each country over its places by their people. */
export function weigh(places: readonly GazetteerPlace[]): WeighedPlace[] {
  const sums = new Map<string, number>();
  const shares = places.map(({ people }) => people ** 0.95);
  for (const [index, { country }] of places.entries()) {
    sums.set(country, (sums.get(country) ?? 0) + (shares[index] ?? 0));
  }
  return places.map((place, index) => {
    const people = sums.get(place.country) ?? 0;
    const [users, addresses] = INTERNET[place.country] ?? [people / 1e7, people / 1e9];
    return { ...place, weight: users ** 0.35 * addresses ** 0.65 * ((shares[index] ?? 0) / people) };
  });
}
