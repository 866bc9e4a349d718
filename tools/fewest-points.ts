import type { Point } from './atlas.ts';
import type { GridPoint } from './base45.ts';
import { defined } from './defined.ts';

const RADIANS = Math.PI / 180;
/** Degrees: longer segments would look straight where the map is curved. */
const LONGEST = 1;

/**
 * In degrees: what is fine enough for maps of a country. The farthest that rounding can move a point, half the step's
 * diagonal, is less than the bound.
 */
export const FINE = { step: 0.0125, bound: 0.01 };

/** The grid that generated lines lie on, which begins at 180° west, 90° south. */
export function onGrid([longitude, latitude]: Readonly<Point>, step: number): GridPoint {
  return [Math.round((longitude + 180) / step), Math.round((latitude + 90) / step)];
}

/**
 * The line with the fewest points of the grid from which no point of the given one is farther away than the bound
 * (Imai and Iri, "Computational-geometric methods for polygonal approximations of a curve", 1986).
 *
 * @param line Degrees.
 * @param options The bound is in degrees of a great circle; fixed points stay.
 * @returns Whole numbers of the grid's steps.
 */
export function fewestPoints(
  line: readonly Point[],
  { bound, step, isFixed = () => false }: { bound: number; step: number; isFixed?: (point: Point) => boolean },
): GridPoint[] {
  const grid = line.map((point) => onGrid(point, step));
  const points = unrolled(line);
  const rounded = points.map<Point>((point) => {
    const [x, y] = onGrid(point, step);
    return [x * step - 180, y * step - 90];
  });
  const fewest = points.map((_, index) => ({ count: index === 0 ? 0 : Infinity, before: 0 }));
  for (let from = 0; from < points.length - 1; from++) {
    const [start, reached] = [defined(rounded[from]), defined(fewest[from])];
    for (let to = from + 1; to < points.length; to++) {
      const [end, best] = [defined(rounded[to]), defined(fewest[to])];
      const isNext = to === from + 1;
      if (!isNext && lengthOf(start, end) > LONGEST) break;
      const isNear = points.slice(from + 1, to).every((point) => distance(point, start, end) <= bound);
      if (isNear && reached.count + 1 < best.count) {
        best.count = reached.count + 1;
        best.before = from;
      }
      if (isFixed(defined(line[to]))) break;
    }
  }
  const kept: GridPoint[] = [];
  for (let index = line.length - 1; index > 0; index = defined(fewest[index]).before)
    kept.unshift(defined(grid[index]));
  return [defined(grid[0]), ...kept].filter((point, index, all) => String(point) !== String(all[index - 1]));
}

/** Longitudes that go on beyond ±180° where the line crosses the antimeridian. */
function unrolled(line: readonly Point[]): Point[] {
  let east = line[0]?.[0] ?? 0;
  return line.map(([longitude, latitude]) => {
    const way = longitude - east;
    east += way - 360 * Math.round(way / 360);
    return [east, latitude];
  });
}

const lengthOf = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot((bx - ax) * Math.cos(ay * RADIANS), by - ay);

/** From a point to a segment, where degrees of longitude are as short as they are at that latitude. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const shrink = Math.cos(y * RADIANS);
  const [dx, dy, px, py] = [(bx - ax) * shrink, by - ay, (x - ax) * shrink, y - ay];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
  return Math.hypot(px - along * dx, py - along * dy);
}
