import type { Coordinates } from '../geocode/country-points.ts';

// Multiples of a step like 0.1 are no exact numbers; nine digits are a tenth of a millimetre.
const DIGITS = 9;

/**
 * The nearest point of a grid that is the same for all and at every poll: what lies in one cell is published as one
 * point, and there is nothing to average away.
 *
 * @param step Degrees between two lines of the grid; 0: the coordinates as they are.
 * @returns `null` for exactly 0, 0, which readers take for a place that is missing.
 */
export function rounded({ latitude, longitude }: Coordinates, step: number): Coordinates | null {
  const point =
    step === 0
      ? { latitude, longitude }
      : // The grid need not end at a pole or at the antimeridian.
        {
          latitude: Math.max(-90, Math.min(90, nearest(latitude, step))),
          longitude: withinTurn(nearest(longitude, step)),
        };
  return point.latitude === 0 && point.longitude === 0 ? null : point;
}

function nearest(degrees: number, step: number): number {
  // Adding 0 makes a zero of minus zero.
  return Number((Math.round(degrees / step) * step).toFixed(DIGITS)) + 0;
}

/** The two names of the antimeridian are one. */
function withinTurn(longitude: number): number {
  if (longitude > 180) return Number((longitude - 360).toFixed(DIGITS));
  return longitude <= -180 ? Number((longitude + 360).toFixed(DIGITS)) : longitude;
}
