import type { Point } from './atlas.ts';
import { defined } from './defined.ts';

export interface Piece {
  /** The first point is not repeated at the end. */
  points: Point[];
  /** Whether the antimeridian cuts it; what is not cut is one piece. */
  isCut: boolean;
}

/**
 * The pieces that the antimeridian cuts a ring into, each from the antimeridian to the antimeridian. The atlas has a
 * point where it is cut, on one side; the pieces have it on both.
 *
 * @param ring Degrees; the last point is the first.
 */
export function piecesOf(ring: readonly Point[]): Piece[] {
  const once = ring.slice(0, -1);
  const points = once.flatMap((point, index) => {
    if (Math.abs(point[0]) !== 180) return [point];
    const twin: Point = [-point[0], point[1]];
    const before = isOpposite(pointAt(once, index - 1), point) ? [twin] : [];
    const after = isOpposite(point, pointAt(once, (index + 1) % once.length)) ? [twin] : [];
    return [...before, point, ...after];
  });
  const begins = points.flatMap((point, index) => (isOpposite(pointAt(points, index - 1), point) ? [index] : []));
  const [first] = begins;
  if (first === undefined) return [{ points, isCut: false }];
  const pieces = begins.map((begin, index) => {
    const end = begins[index + 1] ?? first + points.length;
    return [...points, ...points].slice(begin, end);
  });
  const areas = pieces.filter((piece) => piece.length > 1);
  if (areas.length === pieces.length) return pieces.map((piece) => ({ points: piece, isCut: true }));
  // It lies on one side, except for a point at the antimeridian that the atlas has on the other.
  return areas.map((piece) => ({
    points: piece.filter((point, index) => !isSame(point, pointAt(piece, index - 1))),
    isCut: false,
  }));
}

const pointAt = (points: readonly Point[], index: number): Point => defined(points.at(index));
const isOpposite = (a: Point, b: Point): boolean => Math.abs(a[0] - b[0]) > 180;
const isSame = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];
