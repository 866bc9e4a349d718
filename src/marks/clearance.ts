import type { Point } from '../map/camera.ts';
import type { Basemap } from '../map/basemap.ts';

const RADIANS = Math.PI / 180;
/** Directions in which the surroundings of a place are measured. */
const DIRECTIONS = 8;
/** Between two directions a projection may stretch less than in both. */
const SAFE = 0.92;

interface Surroundings {
  longitude: number;
  latitude: number;
  /** Degrees of a great circle. */
  room?: number;
}

/** Units of a picture around a place that are surely within so many degrees of it. @param at The place in the picture. */
export function clearanceAround(
  { longitude, latitude, room = 0 }: Surroundings,
  at: Point,
  project: Basemap['projectPlane'],
): number {
  let least = room && Infinity;
  for (let direction = 0; direction < DIRECTIONS && room > 0; direction++) {
    const angle = (2 * Math.PI * direction) / DIRECTIONS;
    const east = (room * Math.cos(angle)) / Math.cos(latitude * RADIANS);
    const point = project(longitude + east, latitude + room * Math.sin(angle));
    if (point) least = Math.min(least, Math.hypot(point[0] - at[0], point[1] - at[1]));
  }
  return SAFE * least;
}
