import type { Coordinates } from './country-points.ts';

/** Where that is, in WGS 84 degrees, rounded to tenths. */
export interface PlaceAnswer {
  longitude: number;
  latitude: number;
  /** How much of the question it answers: a region is shown by its main town, a country by a point near its people. */
  precision: 'city' | 'region' | 'country';
}

/** Frozen, as all callers with the same question share it. */
export function toAnswer({ longitude, latitude }: Coordinates, precision: PlaceAnswer['precision']): PlaceAnswer {
  return Object.freeze({ longitude, latitude, precision });
}
