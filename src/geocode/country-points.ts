import { MEANT } from './country-codes.ts';
import { COUNTRY_POINTS } from './country-points.data.ts';

/** WGS 84 degrees. */
export interface Coordinates {
  longitude: number;
  latitude: number;
}

let points: Map<string, Coordinates> | undefined;

/**
 * A point deep inside a country or territory: where somebody stands of whom only the country is known.
 *
 * @param countryCode ISO 3166-1 alpha-2, upper case; also XK, UK and EL.
 * @returns `null` for a code that is no country (A1, EU …).
 */
export function countryPoint(countryCode: string): Coordinates | null {
  points ??= new Map(COUNTRY_POINTS.split(' ').map(readPoint));
  return points.get(MEANT.get(countryCode) ?? countryCode) ?? null;
}

function readPoint(entry: string): [code: string, point: Coordinates] {
  const [longitude = 0, latitude = 0] = entry.slice(2).split(',');
  return [entry.slice(0, 2), { longitude: Number(longitude) / 10, latitude: Number(latitude) / 10 }];
}
