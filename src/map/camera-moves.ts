import { wrapAngle, type Camera, type Point } from './camera.ts';
import type { InitialView } from './initial-view.ts';

/** Times nearer than the whole world, and times nearer than a home that is near already. */
const NEAREST = 12;
const NEARER_THAN_HOME = 3;
/** How far the globe is tilted, in radians: its poles stay in their places. */
const STEEPEST = (80 * Math.PI) / 180;
/** Of the globe's radius: what is farther out counts as there, for beyond the rim is nothing. */
const RIM = 0.98;
/** Of the globe's radius: a place that is farther out, or so near to a pole, would turn the globe too fast to be held. */
const HELD_WITHIN = 0.9;
const LEAST_PARALLEL = 0.3;

/**
 * Nearer by a factor, or farther out where it is below 1.
 *
 * @param to In units from the picture's middle: what is there comes into it, as near as the limits let it.
 */
export function zoomCamera(camera: Camera, factor: number, to: Point, initial: InitialView): Camera {
  return clampCamera({ ...moved(camera, to, initial), scale: camera.scale * factor }, initial);
}

/**
 * What is at one position comes to another, as near as the limits let it.
 *
 * @param from In units from the picture's middle, like `to`.
 */
export function dragCamera(camera: Camera, from: Point, to: Point, initial: InitialView): Camera {
  const isHeld = initial.projection === 'globe' && Math.hypot(...from) < HELD_WITHIN * camera.scale;
  const held = isHeld ? heldAt(camera, moved(camera, from, initial), to) : null;
  return clampCamera(held ?? moved(camera, [from[0] - to[0], from[1] - to[1]], initial), initial);
}

/** The globe turned to the east, as the earth turns. @param angle In radians. */
export function rotateCamera(camera: Camera, angle: number): Camera {
  return { ...camera, lambda: wrapAngle(camera.lambda - angle) };
}

/**
 * A step of the way between two cameras, which goes the short way around the earth. The same share of the picture is
 * gained at each step, and what is at the same spot in both pictures stays there all the time.
 */
export function interpolateCamera(from: Camera, to: Camera, step: number): Camera {
  const scale = from.scale * (to.scale / from.scale) ** step;
  const isSame = Math.abs(to.scale / from.scale - 1) < 1e-6;
  const share = isSame ? step : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale);
  const mix = (a: number, b: number): number => a + share * (b - a);
  return {
    lambda: wrapAngle(from.lambda + share * wrapAngle(to.lambda - from.lambda)),
    phi: mix(from.phi, to.phi),
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    scale,
  };
}

/** Never farther out than home, and no part of the picture beyond that of home. All the way out is home itself. */
export function clampCamera(camera: Camera, initial: InitialView): Camera {
  const { camera: base, width, height } = initial;
  const scale = Math.min(maxScale(initial), Math.max(base.scale, camera.scale));
  if (initial.projection === 'globe') return { ...camera, scale, phi: within(camera.phi, 0, STEEPEST) };
  if (scale === base.scale) return base;
  const room = (1 / base.scale - 1 / scale) / 2;
  return { ...camera, scale, x: within(camera.x, base.x, width * room), y: within(camera.y, base.y, height * room) };
}

/** Scale of the nearest that one may come. */
export function maxScale({ camera, worldScale }: InitialView): number {
  return Math.max(NEAREST * worldScale, NEARER_THAN_HOME * camera.scale);
}

/** Whether one can pan so far that a position in the picture comes into sight. */
export function isReachable(
  [x, y]: Point,
  camera: Camera,
  { projection, width, height, camera: base }: InitialView,
): boolean {
  if (projection === 'globe') return true;
  const ratio = base.scale / camera.scale;
  const right = (x - width / 2) * ratio + (camera.x - base.x) * base.scale;
  const down = (y - height / 2) * ratio - (camera.y - base.y) * base.scale;
  return Math.abs(right) <= width / 2 && Math.abs(down) <= height / 2;
}

function moved(camera: Camera, [right, down]: Point, { projection }: InitialView): Camera {
  const { lambda, phi, x, y, scale } = camera;
  if (projection !== 'globe') return { ...camera, x: x + right / scale, y: y - down / scale };
  const distance = Math.hypot(right, down) / scale;
  const shorter = Math.min(1, RIM / distance) / scale;
  const [east, north] = [right * shorter, -down * shorter];
  const near = Math.sqrt(1 - east ** 2 - north ** 2);
  return {
    ...camera,
    lambda: wrapAngle(lambda + Math.atan2(east, near * Math.cos(phi) - north * Math.sin(phi))),
    phi: Math.asin(near * Math.sin(phi) + north * Math.cos(phi)),
  };
}

/** The globe turned so that a place is at a position; `null` where it cannot be held there. North stays above. */
function heldAt(camera: Camera, place: Pick<Camera, 'lambda' | 'phi'>, to: Point): Camera | null {
  const [east, north] = [to[0] / camera.scale, -to[1] / camera.scale];
  const isBeyondPole = Math.abs(wrapAngle(place.lambda - camera.lambda)) > Math.PI / 2;
  const turn = Math.asin(east / Math.cos(place.phi));
  const up = Math.sin(place.phi);
  const near = Math.cos(place.phi) * Math.cos(turn);
  if (isBeyondPole || !(near > LEAST_PARALLEL) || Math.hypot(east, north) > HELD_WITHIN) return null;
  const phi = Math.acos(north / Math.hypot(up, near)) - Math.atan2(near, up);
  return { ...camera, lambda: wrapAngle(place.lambda - turn), phi };
}

function within(value: number, middle: number, room: number): number {
  return Math.min(middle + room, Math.max(middle - room, value));
}
