// Finds, of all rings of a grid that follow a coast closely, the one that is the shortest as text: a shortest path in a
// graph of the grid's points near the coast, each in the order of the coast's course.
import type { GridPoint } from './base45.ts';
import { defined } from './defined.ts';
import type { MapPoint, Pixel, PlaneGrid } from './plane-grid.ts';

/** A point of the coast. */
export interface Corner {
  at: Pixel;
  /** The ring must have a point for it. */
  isStop: boolean;
  /** −1 or 1: on the earth's western or eastern edge, where its point must be, too. */
  meridian: number;
  /** The way to the next corner, which is the first one, is no coast. */
  isCut: boolean;
  /** Whether a segment that passes it is acceptable. */
  accepts: (from: Spot, to: Spot) => boolean;
}

/** A point of the grid near the coast. */
export interface Spot extends MapPoint {
  /** The index of the corner that it represents or comes after. */
  corner: number;
  /** Its place between this corner and the next, 0 to 1; −1 at the corner itself. */
  along: number;
}

export interface Segment {
  /** The spot where it ends, by its index. */
  to: number;
  step: GridPoint;
  /** Square pixels by which it makes the land larger. */
  won: number;
}

/** All segments that rings along a coast may have. */
export interface CoastGraph {
  spots: readonly Spot[];
  /** By the spot where they begin. */
  segments: readonly (readonly Segment[])[];
  /** Whether a ring may end with a segment between the two. */
  closes: (from: Spot, to: Spot) => boolean;
}

export interface GraphOptions {
  near: PlaneGrid['near'];
  /** A step is at most as many columns and rows. */
  reach: number;
  /** Pixels. */
  bound: number;
}

/** Distance of a point from a segment. */
export function distance([x, y]: Pixel, [ax, ay]: Pixel, [bx, by]: Pixel): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
  return Math.hypot(ax + along * dx - x, ay + along * dy - y);
}

/** Square pixels, twice the area, signed by the direction. */
export function areaOf(points: readonly Pixel[]): number {
  return points.reduce((sum, [x, y], index) => {
    const [beforeX, beforeY] = defined(points.at(index - 1));
    return sum + beforeX * y - x * beforeY;
  }, 0);
}

/**
 * The segments that a ring may have: no corner of the coast is farther from them than the bound, and no end of theirs is
 * farther from the coast. As a segment is convex, neither is anything between.
 *
 * @param corners The first one is not repeated at the end. Where there are stops, the first is one.
 */
export function segmentsAlong(corners: readonly Corner[], { near, reach, bound }: GraphOptions): CoastGraph {
  const count = corners.length;
  const cornerAt = (index: number): Corner => defined(corners[index % count]);
  const direction = Math.sign(areaOf(corners.map(({ at }) => at)));
  const spots = corners.flatMap((corner, index) => spotsOf(corner, cornerAt(index + 1), index));
  const places = new Map<number, number[]>();
  const keyOf = (column: number, row: number): number => column * 4096 + row;
  spots.forEach(({ grid }, index) => {
    const key = keyOf(...grid);
    const place = places.get(key);
    if (place) place.push(index);
    else places.set(key, [index]);
  });

  function spotsOf(corner: Corner, next: Corner, index: number): Spot[] {
    const box = ([ax, ay]: Pixel, [bx, by]: Pixel): MapPoint[] =>
      near([Math.min(ax, bx) - bound, Math.min(ay, by) - bound], [Math.max(ax, bx) + bound, Math.max(ay, by) + bound]);
    const isNear = (at: Pixel): boolean => distance(corner.at, at, at) <= bound;
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
  function passes(from: Spot, to: Spot): boolean {
    let last = to.corner;
    if (last < from.corner || (last === from.corner && to.along <= from.along)) last += count;
    for (let index = from.corner + 1; index <= last; index++) {
      const corner = cornerAt(index);
      const isEnd = index === last && to.along === -1;
      if (corner.isStop && !isEnd) return false;
      if (distance(corner.at, from.at, to.at) > bound || !corner.accepts(from, to)) return false;
    }
    return true;
  }

  function wonBy(from: Spot, to: Spot): number {
    const passed = (to.corner - from.corner + count) % count;
    if (passed === 0) return 0;
    const between = Array.from({ length: passed }, (_, back) => cornerAt(to.corner - back + count).at);
    return (direction * areaOf([from.at, to.at, ...between])) / 2;
  }

  const segments = spots.map((from) => {
    const found: Segment[] = [];
    if (cornerAt(from.corner).isCut) return found;
    for (let east = -reach; east <= reach; east++) {
      for (let south = -reach; south <= reach; south++) {
        if (east === 0 && south === 0) continue;
        for (const index of places.get(keyOf(from.grid[0] + east, from.grid[1] + south)) ?? []) {
          const to = defined(spots[index]);
          if (passes(from, to)) found.push({ to: index, step: [east, south], won: wonBy(from, to) });
        }
      }
    }
    return found;
  });
  return { spots, segments, closes: (from, to) => cornerAt(from.corner).isCut || passes(from, to) };
}

/**
 * @param costOf What a segment costs. The last one, back to the start, is free, and may be of any length: it is implied.
 * @param options How many starts to try, and which rings are acceptable.
 * @returns The first spot is not repeated at the end.
 */
export function cheapestRing(
  { spots, segments, closes }: CoastGraph,
  costOf: (segment: Segment) => number,
  { starts, isGood }: { starts: number; isGood: (ring: readonly Spot[]) => boolean },
): Spot[] | undefined {
  const count = spots.length;
  const [first] = spots;
  if (!first) return undefined;
  const tried = Math.min(starts, count);
  const beginnings =
    first.along === -1
      ? spots.flatMap(({ corner, along }, index) => (corner === first.corner && along === -1 ? [index] : []))
      : Array.from({ length: tried }, (_, index) => Math.floor((index * count) / tried));
  const costsOf = segments.map((from) => from.map(costOf));
  let best: { cost: number; spots?: Spot[] } = { cost: Infinity };
  for (const start of beginnings) {
    const costs = Array<number>(count).fill(Infinity);
    const before = Array<number>(count).fill(-1);
    costs[start] = 0;
    let end = { cost: best.cost, index: -1 };
    for (let turn = 0; turn < count; turn++) {
      const from = (start + turn) % count;
      const spent = costs[from] ?? Infinity;
      if (spent >= end.cost) continue;
      let isEnd = turn > 0 && turn > count - LAST && closes(defined(spots[from]), defined(spots[start]));
      const ways = segments[from] ?? [];
      const prices = costsOf[from] ?? [];
      for (let way = 0; way < ways.length; way++) {
        const { to } = defined(ways[way]);
        if (to === start) isEnd = true;
        if ((to - start + count) % count <= turn) continue;
        const cost = spent + (prices[way] ?? Infinity);
        if (cost < (costs[to] ?? Infinity)) {
          costs[to] = cost;
          before[to] = from;
        }
      }
      // Two points make no ring.
      if (isEnd && before[from] !== start && spent < end.cost) end = { cost: spent, index: from };
    }
    if (end.index < 0) continue;
    const path: Spot[] = [];
    for (let index = end.index; index >= 0; index = before[index] ?? -1) path.unshift(defined(spots[index]));
    if (isGood(path)) best = { cost: end.cost, spots: path };
  }
  return best.spots;
}

/** How many spots before the start a long last segment may begin. */
const LAST = 60;
