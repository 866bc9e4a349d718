import { wrapAngle, type Camera, type Point, type Ring, type Size, type Projector } from './camera.ts';
import { PathWriter } from './path.ts';

/** Longest piece of the horizon that is drawn straight, in radians. */
const STEP = Math.PI / 45;

/** To the right, up, and towards the viewer; units of the radius. */
type Turned = readonly [right: number, up: number, near: number];

/** Unit vectors of a ring, three numbers a corner: turning the globe is nothing but multiplying them. */
const vectors = new WeakMap<Ring, Float64Array>();

function vectorsOf(ring: Ring): Float64Array {
  let known = vectors.get(ring);
  if (!known) {
    known = Float64Array.from(ring.flatMap(([lambda, phi]) => toVector(lambda, phi)));
    vectors.set(ring, known);
  }
  return known;
}

function toVector(lambda: number, phi: number): [x: number, y: number, z: number] {
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/**
 * The earth from afar: d3-geo's orthographic projection, turned and cut at the horizon. A coast that goes behind the
 * horizon follows it to where it comes back, by the directions in which it goes on unseen. That turns once too often
 * around a land which holds the point opposite the middle: there the whole disc is added, and the even-odd rule undoes it.
 */
export function globeProjector({ lambda, phi, scale }: Camera, { width, height }: Size): Projector {
  const [sinLambda, cosLambda, sinPhi, cosPhi] = [Math.sin(lambda), Math.cos(lambda), Math.sin(phi), Math.cos(phi)];
  const [middleX, middleY] = [width / 2, height / 2];
  const opposite = [wrapAngle(lambda + Math.PI), -phi] as const;
  const turn = (x: number, y: number, z: number): Turned => {
    const along = cosLambda * x + sinLambda * y;
    return [cosLambda * y - sinLambda * x, cosPhi * z - sinPhi * along, sinPhi * z + cosPhi * along];
  };
  const at = (right: number, up: number): Point => [middleX + right * scale, middleY - up * scale];

  const cornerOf = (ring: Ring): ((index: number) => Turned) => {
    const corners = vectorsOf(ring);
    return (index) => {
      const offset = 3 * (index % ring.length);
      return turn(corners[offset] ?? NaN, corners[offset + 1] ?? NaN, corners[offset + 2] ?? NaN);
    };
  };

  /** @returns Whether anything of the ring is before the horizon. */
  const writeRing = (writer: PathWriter, ring: Ring): boolean => {
    const corner = cornerOf(ring);
    let first = 0;
    while (first < ring.length && !isNear(corner(first))) first++;
    if (first === ring.length) return false;
    let before = corner(first);
    let direction = 0;
    let sweep = 0;
    writer.move(...at(before[0], before[1]));
    for (let index = first + 1; index <= first + ring.length; index++) {
      const next = corner(index);
      if (isNear(before) !== isNear(next)) {
        const rim = directionOf(horizon(before, next));
        if (isNear(before)) sweep = 0;
        else sweep += wrapAngle(rim - direction);
        const steps = Math.ceil(Math.abs(sweep) / STEP);
        for (let step = steps; step >= 0; step--) {
          const along = rim - (step && (sweep * step) / steps);
          writer.line(...at(Math.cos(along), Math.sin(along)));
        }
        direction = rim;
      }
      if (isNear(next)) writer.line(...at(next[0], next[1]));
      else {
        sweep += wrapAngle(directionOf(next) - direction);
        direction = directionOf(next);
      }
      before = next;
    }
    writer.close();
    return true;
  };

  const writeLine = (writer: PathWriter, line: Ring): void => {
    const corner = cornerOf(line);
    let before = corner(0);
    if (isNear(before)) writer.move(...at(before[0], before[1]));
    for (let index = 1; index < line.length; index++) {
      const next = corner(index);
      if (isNear(before) !== isNear(next)) {
        const rim = horizon(before, next);
        if (isNear(before)) writer.line(...at(...rim));
        else writer.move(...at(...rim));
      }
      if (isNear(next)) writer.line(...at(next[0], next[1]));
      before = next;
    }
  };

  return {
    areas(rings) {
      const writer = new PathWriter();
      for (const ring of rings) {
        if (writeRing(writer, ring) && contains(ring, opposite)) writer.circle(middleX, middleY, scale);
      }
      return writer.toString();
    },
    lines(lines) {
      const writer = new PathWriter();
      for (const line of lines) writeLine(writer, line);
      return writer.toString();
    },
    outline() {
      const writer = new PathWriter();
      writer.circle(middleX, middleY, scale);
      return writer.toString();
    },
    project(longitude, latitude) {
      const [right, up, near] = turn(...toVector(longitude, latitude));
      return near > 0 ? at(right, up) : null;
    },
  };
}

function isNear(point: Turned): boolean {
  return point[2] >= 0;
}

function directionOf([right, up]: readonly [right: number, up: number, near?: number]): number {
  return Math.atan2(up, right);
}

/** Where the way from one point to another meets the horizon. */
function horizon(from: Turned, to: Turned): [right: number, up: number] {
  const share = from[2] / (from[2] - to[2]);
  const right = from[0] + share * (to[0] - from[0]);
  const up = from[1] + share * (to[1] - from[1]);
  const radius = Math.hypot(right, up);
  return [right / radius, up / radius];
}

/** Whether a point is in a ring, by the edges that a line from it to the east crosses. */
function contains(ring: Ring, [lambda, phi]: readonly [lambda: number, phi: number]): boolean {
  let inside = false;
  // A ring may go on beyond the antimeridian.
  let west = Infinity;
  for (const [longitude] of ring) west = Math.min(west, longitude);
  const east = lambda + 2 * Math.PI * Math.ceil((west - lambda) / (2 * Math.PI));
  let [lambda0, phi0] = ring.at(-1) ?? [0, 0];
  for (const [lambda1, phi1] of ring) {
    const crosses = phi0 > phi !== phi1 > phi;
    if (crosses && east < lambda0 + ((phi - phi0) / (phi1 - phi0)) * (lambda1 - lambda0)) inside = !inside;
    lambda0 = lambda1;
    phi0 = phi1;
  }
  return inside;
}
