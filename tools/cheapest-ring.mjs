// Finds, of all rings of a grid that follow a coast closely, the one that is the shortest as text: a shortest path in a
// graph of the grid's points near the coast, each in the order of the coast's course.

/** Distance of a point from a segment. */
export function distance([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
  return Math.hypot(ax + along * dx - x, ay + along * dy - y);
}

/** Pixels, twice the area, signed by the direction. */
export const areaOf = (points) =>
  points.reduce((sum, [x, y], index) => sum + points.at(index - 1)[0] * y - x * points.at(index - 1)[1], 0);

/**
 * @typedef {object} Corner Of the coast.
 * @property {[number, number]} at Pixels.
 * @property {boolean} [isStop] The ring must have a point for it.
 * @property {number} [meridian] -1 or 1: on the earth's western or eastern edge, where its point must be, too.
 * @property {boolean} [isCut] The way to the next corner, which is the first one, is no coast.
 * @property {(from: Spot, to: Spot) => boolean} [accepts] Whether a segment that passes it will do.
 *
 * @typedef {object} Spot A point of the grid near the coast.
 * @property {[number, number]} grid Its column and row.
 * @property {[number, number]} at Pixels.
 * @property {[number, number]} drawn Pixels; at the map's edge the grid's point, which is beside it.
 * @property {number} meridian As of a corner, 0 elsewhere.
 * @property {number} corner The corner that it stands for or comes after.
 * @property {number} along Its place between this corner and the next, 0 to 1; -1 at the corner itself.
 *
 * @typedef {object} Segment
 * @property {number} to The spot where it ends, by its index.
 * @property {[number, number]} step Columns and rows.
 * @property {number} won Square pixels by which it makes the land larger.
 */

/**
 * The segments that a ring may have: no corner of the coast is farther from them than the bound, and no end of theirs is
 * farther from the coast. As a segment is convex, neither is anything between.
 *
 * @param {Corner[]} corners Without the first one again. Where there are stops, the first is one.
 * @param {{ near: Function, reach: number, bound: number }} options `near` gives the grid's points in a box; a step is
 *   at most `reach` columns and rows.
 */
export function segmentsAlong(corners, { near, reach, bound }) {
  const count = corners.length;
  const direction = Math.sign(areaOf(corners.map(({ at }) => at)));
  const spots = corners.flatMap((corner, index) => spotsOf(corner, corners[(index + 1) % count], index));
  const places = new Map();
  const keyOf = (column, row) => column * 4096 + row;
  spots.forEach(({ grid }, index) => {
    const key = keyOf(...grid);
    if (!places.has(key)) places.set(key, []);
    places.get(key).push(index);
  });

  function spotsOf(corner, next, index) {
    const box = ([ax, ay], [bx, by]) =>
      near([Math.min(ax, bx) - bound, Math.min(ay, by) - bound], [Math.max(ax, bx) + bound, Math.max(ay, by) + bound]);
    const isNear = (at) => distance(corner.at, at, at) <= bound;
    const stops = corner.isStop
      ? box(corner.at, corner.at)
          .filter(({ at, drawn, meridian }) => meridian === corner.meridian && isNear(at) && isNear(drawn))
          .map((point) => ({ ...point, corner: index, along: -1 }))
      : [];
    if (corner.isCut) return stops;
    const [[ax, ay], [bx, by]] = [corner.at, next.at];
    const square = (bx - ax) ** 2 + (by - ay) ** 2;
    const between = box(corner.at, next.at)
      .filter(({ at, meridian }) => meridian === 0 && distance(at, corner.at, next.at) <= bound)
      .map((point) => {
        const along = ((point.at[0] - ax) * (bx - ax) + (point.at[1] - ay) * (by - ay)) / square;
        return { ...point, corner: index, along: Math.max(0, Math.min(1, along)) };
      });
    return [...stops, ...between.sort((a, b) => a.along - b.along)];
  }

  /** Whether a segment passes all corners from the one spot on to the other. */
  function passes(from, to, isRoundTrip) {
    let last = to.corner;
    const isBehind = last < from.corner || (last === from.corner && to.along <= from.along);
    if (isBehind || isRoundTrip) last += count;
    for (let index = from.corner + 1; index <= last; index++) {
      const corner = corners[index % count];
      const isEnd = index === last && to.along === -1;
      if (corner.isStop && !isEnd) return false;
      if (distance(corner.at, from.at, to.at) > bound || corner.accepts?.(from, to) === false) return false;
    }
    return true;
  }

  function wonBy(from, to) {
    const between = [];
    const passed = (to.corner - from.corner + count) % count;
    for (let back = 0; back < passed; back++) between.push(corners[(to.corner - back + count) % count].at);
    return passed === 0 ? 0 : (direction * areaOf([from.at, to.at, ...between])) / 2;
  }

  /** @type {Segment[][]} By the spot where they begin. */
  const segments = spots.map((from) => {
    const found = [];
    if (corners[from.corner].isCut) return found;
    for (let east = -reach; east <= reach; east++) {
      for (let south = -reach; south <= reach; south++) {
        if (east === 0 && south === 0) continue;
        for (const to of places.get(keyOf(from.grid[0] + east, from.grid[1] + south)) ?? []) {
          if (passes(from, spots[to])) found.push({ to, step: [east, south], won: wonBy(from, spots[to]) });
        }
      }
    }
    return found;
  });
  return { spots, segments, closes: (from, to) => corners[from.corner].isCut || passes(from, to) };
}

/**
 * @param {ReturnType<typeof segmentsAlong>} way
 * @param {(segment: Segment) => number} costOf What a segment costs. The last one, back to the start, is free, and as
 *   long as it likes: it goes without saying.
 * @param {{ starts: number, isGood: (ring: Spot[]) => boolean }} options How many beginnings to try, and which rings will do.
 * @returns {Spot[] | undefined} Without the first one again.
 */
export function cheapestRing({ spots, segments, closes }, costOf, { starts, isGood }) {
  const count = spots.length;
  if (count === 0) return undefined;
  const isFixed = spots[0].along === -1;
  const beginnings = isFixed
    ? spots.flatMap(({ corner, along }, index) => (corner === spots[0].corner && along === -1 ? [index] : []))
    : Array.from({ length: Math.min(starts, count) }, (_, index) =>
        Math.floor((index * count) / Math.min(starts, count)),
      );
  const costsOf = segments.map((from) => Float64Array.from(from, costOf));
  let best = { cost: Infinity, spots: undefined };
  for (const start of beginnings) {
    const costs = new Float64Array(count).fill(Infinity);
    const before = new Int32Array(count).fill(-1);
    costs[start] = 0;
    let end = { cost: best.cost, index: -1 };
    for (let turn = 0; turn < count; turn++) {
      const from = (start + turn) % count;
      if (costs[from] >= end.cost) continue;
      let isEnd = turn > 0 && turn > count - LAST && closes(spots[from], spots[start]);
      const ways = segments[from];
      for (let way = 0; way < ways.length; way++) {
        const { to } = ways[way];
        if (to === start) isEnd = true;
        if ((to - start + count) % count <= turn) continue;
        const cost = costs[from] + costsOf[from][way];
        if (cost < costs[to]) [costs[to], before[to]] = [cost, from];
      }
      // Of two points there is no ring.
      if (isEnd && before[from] !== start && costs[from] < end.cost) end = { cost: costs[from], index: from };
    }
    if (end.index < 0) continue;
    const path = [];
    for (let index = end.index; index >= 0; index = before[index]) path.unshift(spots[index]);
    if (isGood(path)) best = { cost: end.cost, spots: path };
  }
  return best.spots;
}

/** How many spots before the start a long last segment may begin. */
const LAST = 60;
