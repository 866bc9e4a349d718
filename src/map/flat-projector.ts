import type { GeoRawProjection } from 'd3-geo';
import { wrapAngle, type Camera, type Point, type Ring, type Size, type Projector } from './camera.ts';
import { clipRing, type Extent } from './clip.ts';
import { PathWriter } from './path.ts';

const TURN = 2 * Math.PI;
const EARTH: Extent = [-Math.PI, -Math.PI, Math.PI, Math.PI];
/** The earth's corners. */
const EDGE: Ring = [-1, 1].flatMap((side) =>
  [side, -side].map((end) => [side * Math.PI, (end * Math.PI) / 2] as const),
);
/** Longest piece of a curved meridian that is drawn straight, in radians. */
const STEP = Math.PI / 45;

/** A map on a plane. @param margin Units beyond the picture that are still drawn. */
export function flatProjector(
  raw: GeoRawProjection,
  camera: Camera,
  { width, height }: Size,
  margin: number,
): Projector {
  const { lambda, x, y, scale } = camera;
  const extent: Extent = [-margin, -margin, width + margin, height + margin];
  /** @param east Radians from the central meridian. */
  const place = (east: number, phi: number): Point => {
    const [px, py] = raw(east, phi);
    return [width / 2 + (px - x) * scale, height / 2 - (py - y) * scale];
  };
  const write = (writer: PathWriter, ring: Ring): void => {
    const placed: Point[] = [];
    let isInside = true;
    for (const [east, phi] of ring) {
      const at = place(east, phi);
      isInside &&= at[0] >= extent[0] && at[0] <= extent[2] && at[1] >= extent[1] && at[1] <= extent[3];
      placed.push(at);
    }
    const corners = isInside ? placed : clipRing(placed, extent);
    corners.forEach(([px, py], index) => {
      if (index === 0) writer.move(px, py);
      else writer.line(px, py);
    });
    if (corners.length > 0) writer.close();
  };
  return {
    areas(rings) {
      const writer = new PathWriter();
      for (const ring of clipAtAntimeridian(rings, lambda)) write(writer, ring);
      return writer.toString();
    },
    lines(lines) {
      const writer = new PathWriter();
      for (const line of lines) {
        let before: { east: number; at: Point } | null = null;
        let isDrawn = false;
        for (const [longitude, phi] of line) {
          const east = wrapAngle(longitude - lambda);
          const at = place(east, phi);
          // Nothing is drawn across the picture where the earth is cut, nor far outside of it.
          const isSeen = before && Math.abs(before.east - east) < Math.PI && mayCross(before.at, at, extent);
          if (before && isSeen) {
            if (!isDrawn) writer.move(...before.at);
            writer.line(...at);
          }
          isDrawn = Boolean(isSeen);
          before = { east, at };
        }
      }
      return writer.toString();
    },
    outline() {
      const writer = new PathWriter();
      write(writer, bend(EDGE));
      return writer.toString();
    },
    project: (longitude, phi) => place(wrapAngle(longitude - lambda), phi),
  };
}

/** Rings by their way from a central meridian, cut opposite of it: what leaves at the one side comes in at the other. */
export function clipAtAntimeridian(rings: readonly Ring[], lambda: number): Ring[] {
  return rings.flatMap((ring) => {
    let [west, east] = [Infinity, -Infinity];
    for (const [longitude] of ring) {
      west = Math.min(west, longitude - lambda);
      east = Math.max(east, longitude - lambda);
    }
    if (lambda === 0 && west >= -Math.PI && east <= Math.PI) return [ring];
    const pieces: Ring[] = [];
    const last = Math.floor((Math.PI - west) / TURN);
    for (let turn = Math.ceil((-Math.PI - east) / TURN); turn <= last; turn++) {
      const by = turn * TURN - lambda;
      const moved = by === 0 ? ring : ring.map(([longitude, phi]) => [longitude + by, phi] as const);
      const piece = clipRing(moved, EARTH);
      // Of one that only touches the side there is nothing to fill.
      if (piece.some(([longitude]) => Math.abs(longitude) < Math.PI))
        pieces.push(piece === moved ? piece : bend(piece));
    }
    return pieces;
  });
}

/** Where a ring was cut its side follows the meridian, which is straight on few projections. */
function bend(ring: Ring): Ring {
  return ring.flatMap((corner, index) => {
    const before = ring.at(index - 1) ?? corner;
    const isCut = Math.abs(corner[0]) === Math.PI && corner[0] === before[0];
    const steps = isCut ? Math.ceil(Math.abs(corner[1] - before[1]) / STEP) || 1 : 1;
    return [...Array(steps).keys()].map((step): typeof corner => {
      const share = (step + 1) / steps;
      return share === 1 ? corner : [corner[0], before[1] + share * (corner[1] - before[1])];
    });
  });
}

/** Whether a segment is not wholly beyond one side. */
function mayCross(a: Point, b: Point, [x0, y0, x1, y1]: Extent): boolean {
  return !(
    (a[0] < x0 && b[0] < x0) ||
    (a[0] > x1 && b[0] > x1) ||
    (a[1] < y0 && b[1] < y0) ||
    (a[1] > y1 && b[1] > y1)
  );
}
