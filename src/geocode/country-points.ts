import { MEANT } from './country-codes.ts';
import { COUNTRY_POINTS } from './country-points.data.ts';
import { roomOf } from './country-room.ts';

/** WGS 84 degrees. */
export interface Coordinates {
  longitude: number;
  latitude: number;
}

/** Where somebody stands of whom only the country is known. */
export interface CountryPoint extends Coordinates {
  /** Degrees of a great circle around it that are the country's. */
  room: number;
}

let points: Map<string, CountryPoint> | undefined;

/**
 * A point deep inside a country or territory: where somebody stands of whom only the country is known.
 *
 * @param countryCode ISO 3166-1 alpha-2, upper case; also XK, UK and EL.
 * @returns `null` for a code that is no country (A1, EU …).
 */
export function countryPoint(countryCode: string): CountryPoint | null {
  points ??= new Map(COUNTRY_POINTS.split(' ').map(readPoint));
  return points.get(MEANT.get(countryCode) ?? countryCode) ?? null;
}

function readPoint(entry: string): [code: string, point: CountryPoint] {
  const [longitude = 0, latitude = 0] = entry.slice(3).split(',');
  const room = roomOf(entry.charAt(2));
  return [entry.slice(0, 2), { longitude: Number(longitude) / 10, latitude: Number(latitude) / 10, room }];
}
