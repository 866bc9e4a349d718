import { CODES, POINTS, ROOMS } from './country-points.data.ts';
import { decodeClearance } from './country-clearance.ts';

/** WGS 84 degrees. */
export interface Coordinates {
  longitude: number;
  latitude: number;
}

/** Where visitors are shown who are known by country only. */
export interface CountryPoint extends Coordinates {
  /** Degrees of a great circle around it that are the country's. */
  room: number;
}

let points: Map<string, CountryPoint> | undefined;

/**
 * A point of a country or territory, near its people and with room for a ring: where visitors are shown who are known by
 * country only.
 *
 * @param countryCode ISO 3166-1 alpha-2, upper case; also XK.
 * @returns `null` for a code that is no country (A1, EU …).
 */
export function countryPoint(countryCode: string): CountryPoint | null {
  points ??= readPoints();
  return points.get(countryCode) ?? null;
}

function readPoints(): Map<string, CountryPoint> {
  const read = new Map<string, CountryPoint>();
  CODES.split(' ').forEach((seconds, first) => {
    for (let second = 0; second < 26; second++) {
      if (!((parseInt(seconds, 36) >> second) & 1)) continue;
      const { size } = read;
      const tenths = parseInt(POINTS.slice(size * 5, size * 5 + 5), 36);
      read.set(String.fromCharCode(65 + first, 65 + second), {
        longitude: ((tenths % 3600) - 1800) / 10,
        latitude: (Math.floor(tenths / 3600) - 900) / 10,
        room: decodeClearance(ROOMS.charAt(size)),
      });
    }
  });
  return read;
}
