import type { Coordinates } from './country-points.ts';

/** Where that is, in WGS 84 degrees, rounded to tenths. */
export interface PlaceAnswer {
  longitude: number;
  latitude: number;
  /** How much of the question it answers: a region is told by its main town, a country by a point near its people. */
  precision: 'city' | 'region' | 'country';
}

/** One that nobody can change, as it is given to all that ask the same. */
export function answerOf({ longitude, latitude }: Coordinates, precision: PlaceAnswer['precision']): PlaceAnswer {
  return Object.freeze({ longitude, latitude, precision });
}
