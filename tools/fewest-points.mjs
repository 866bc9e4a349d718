const RADIANS = Math.PI / 180;
/** Degrees: longer segments would be seen to be straight where the map is curved. */
const LONGEST = 1;

/**
 * In degrees: what is fine enough for maps of a country. The farthest that rounding can move a point, half the step's
 * diagonal, is less than the bound.
 */
export const FINE = { step: 0.0125, bound: 0.01 };

/** The grid that generated lines lie on, which begins at 180° west, 90° south. */
export function onGrid([longitude, latitude], step) {
  return [Math.round((longitude + 180) / step), Math.round((latitude + 90) / step)];
}

/**
 * The line with the fewest points of the grid from which no point of the given one is farther away than the bound
 * (Imai and Iri, "Computational-geometric methods for polygonal approximations of a curve", 1986).
 *
 * @param {number[][]} line Degrees.
 * @param {{ bound: number, step: number, isFixed?: (point: number[]) => boolean }} options The bound is in degrees of a
 *   great circle; fixed points stay.
 * @returns {number[][]} Whole numbers of the grid's steps.
 */
export function fewestPoints(line, { bound, step, isFixed = () => false }) {
  const points = unrolled(line);
  const rounded = points.map((point) => onGrid(point, step).map((number, axis) => number * step - (axis ? 90 : 180)));
  const fewest = points.map((_, index) => ({ count: index === 0 ? 0 : Infinity, before: 0 }));
  for (let from = 0; from < points.length - 1; from++) {
    for (let to = from + 1; to < points.length; to++) {
      const isNext = to === from + 1;
      const between = points.slice(from + 1, to);
      if (!isNext && lengthOf(rounded[from], rounded[to]) > LONGEST) break;
      const isNear = between.every((point) => distance(point, rounded[from], rounded[to]) <= bound);
      if (isNear && fewest[from].count + 1 < fewest[to].count) {
        fewest[to] = { count: fewest[from].count + 1, before: from };
      }
      if (isFixed(line[to])) break;
    }
  }
  const kept = [];
  for (let index = line.length - 1; index > 0; index = fewest[index].before) kept.unshift(onGrid(line[index], step));
  return [onGrid(line[0], step), ...kept].filter((point, index, all) => String(point) !== String(all[index - 1]));
}

/** Longitudes that go on beyond ±180° where the line crosses the antimeridian. */
function unrolled(line) {
  let east = line[0][0];
  return line.map(([longitude, latitude]) => {
    const way = longitude - east;
    east += way - 360 * Math.round(way / 360);
    return [east, latitude];
  });
}

const lengthOf = ([ax, ay], [bx, by]) => Math.hypot((bx - ax) * Math.cos(ay * RADIANS), by - ay);

/** From a point to a segment, where degrees of longitude are as short as they are at that latitude. */
function distance([x, y], [ax, ay], [bx, by]) {
  const shrink = Math.cos(y * RADIANS);
  const [dx, dy, px, py] = [(bx - ax) * shrink, by - ay, (x - ax) * shrink, y - ay];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
  return Math.hypot(px - along * dx, py - along * dy);
}
