import { wrapAngle, type Camera } from './camera.ts';
import { clampCamera } from './camera-moves.ts';
import { isWithin } from './basemap.ts';
import type { InitialView } from './initial-view.ts';
import { rawProjection } from './projections.ts';
import { createProjector } from './projected-basemap.ts';

/** In degrees. */
export type Place = readonly [longitude: number, latitude: number];

const RADIANS = Math.PI / 180;
/** The globe is tilted no farther to where the places are: the earth looks strange from above. */
const TILT = 35 * RADIANS;
/** Places that lie around more of the earth are seen on all of it. */
const HALF = Math.PI;
/** Width of the least that is shown, and so much more of the picture than the places take. */
const LEAST = 35 * RADIANS;
const ROOM = 1.4;
/** What is hardly nearer than home is not worth another picture. */
const HARDLY = 1.15;
/** Two pictures of which the middle of the one is so near to that of the other, as a share of it, show the same. */
const SAME = 0.12;

/** The camera that shows places in their surroundings, or all of the home picture where they are all over the earth. */
export function fitCamera(places: readonly Place[], initial: InitialView): Camera {
  if (places.length === 0) return initial.camera;
  if (initial.projection === 'globe') {
    const [longitude, latitude] = middleOf(places);
    return { ...initial.camera, lambda: longitude * RADIANS, phi: Math.max(-TILT, Math.min(TILT, latitude * RADIANS)) };
  }
  const [west, wide] = smallestArc(places.map(([longitude]) => longitude * RADIANS));
  if (wide > HALF) return initial.camera;
  const lambda = wrapAngle(west + wide / 2);
  const raw = rawProjection(initial.projection);
  const points = places.map(([longitude, phi]) => raw(wrapAngle(longitude * RADIANS - lambda), phi * RADIANS));
  const [left, right] = extremes(points.map(([x]) => x));
  const [bottom, top] = extremes(points.map(([, y]) => y));
  const [south, north] = extremes(places.map(([, latitude]) => latitude * RADIANS));
  const least = 2 * raw(LEAST / 2, (south + north) / 2)[0];
  const scale = Math.min(
    initial.width / Math.max(least, ROOM * (right - left)),
    initial.height / (ROOM * (top - bottom)),
  );
  if (scale < HARDLY * initial.camera.scale) return initial.camera;
  return clampCamera({ lambda, phi: 0, x: (left + right) / 2, y: (bottom + top) / 2, scale }, initial);
}

/** A test of whether a camera shows a place. */
export function isInViewOf(camera: Camera, initial: InitialView): (place: Place) => boolean {
  const projector = createProjector(initial.projection, camera, initial);
  return ([longitude, latitude]) => {
    const point = projector.project(longitude * RADIANS, latitude * RADIANS);
    return point !== null && isWithin(point, initial);
  };
}

/** Whether two cameras show so much the same that a move between them would be for nothing. */
export function isSimilarCamera(a: Camera, b: Camera, { width, height }: InitialView): boolean {
  const apart = Math.hypot(wrapAngle(a.lambda - b.lambda) + a.x - b.x, a.phi - b.phi + a.y - b.y);
  const ratio = a.scale / b.scale;
  return ratio < HARDLY && ratio > 1 / HARDLY && apart * a.scale < SAME * Math.min(width, height);
}

/** The way to the east, in radians, that holds all longitudes and is the shortest: all of the earth but the widest gap. */
function smallestArc(longitudes: readonly number[]): [west: number, wide: number] {
  const sorted = [...longitudes].sort((a, b) => a - b);
  let west = 0;
  let gap = -1;
  sorted.forEach((longitude, index) => {
    const before = index === 0 ? (sorted.at(-1) ?? 0) - 2 * Math.PI : (sorted[index - 1] ?? 0);
    if (longitude - before <= gap) return;
    gap = longitude - before;
    west = longitude;
  });
  return [west, 2 * Math.PI - gap];
}

function extremes(values: readonly number[]): [least: number, most: number] {
  return [Math.min(...values), Math.max(...values)];
}

/**
 * The middle of places on the sphere: the direction of the sum of their unit vectors.
 *
 * @param places Longitude and latitude in degrees.
 * @returns Longitude and latitude in whole degrees; 0, 0 where there are no places.
 */
function middleOf(
  places: readonly (readonly [longitude: number, latitude: number])[],
): [longitude: number, latitude: number] {
  let x = 0;
  let y = 0;
  let z = 0;
  for (const [longitude, latitude] of places) {
    const lambda = (longitude * Math.PI) / 180;
    const phi = (latitude * Math.PI) / 180;
    x += Math.cos(phi) * Math.cos(lambda);
    y += Math.cos(phi) * Math.sin(lambda);
    z += Math.sin(phi);
  }
  const degrees = (radians: number): number => Math.round((radians * 180) / Math.PI);
  return [degrees(Math.atan2(y, x)), degrees(Math.atan2(z, Math.hypot(x, y)))];
}
