// Points of a lattice within an outline, and how far they are from it, in degrees.
import type { Point, Polygon } from './atlas.ts';
import { defined } from './defined.ts';

/** @param polygon Its lines are straight in longitude and latitude. */
export function isInside([x, y]: Point, polygon: Polygon): boolean {
  return crossingsOf(polygon, y).filter((crossing) => crossing > x).length % 2 === 1;
}

/** Degrees of a great circle, nearly, from a point to the outline. */
export function clearance([x, y]: Point, polygon: Polygon): number {
  const shrink = Math.cos((y * Math.PI) / 180);
  let least = Infinity;
  for (const [from, to] of segmentsOf(polygon)) {
    const [fromX, fromY] = [(from[0] - x) * shrink, from[1] - y];
    const [alongX, alongY] = [(to[0] - x) * shrink - fromX, to[1] - y - fromY];
    const share = -(fromX * alongX + fromY * alongY) / (alongX ** 2 + alongY ** 2 || 1);
    const at = Math.max(0, Math.min(1, share));
    least = Math.min(least, Math.hypot(fromX + at * alongX, fromY + at * alongY));
  }
  return least;
}

/** @param step Tenths of a degree. */
export function* pointsWithin(polygon: Polygon, step: number): Generator<Point, void> {
  const latitudes = defined(polygon[0]).map(([, y]) => y * 10);
  for (let y = Math.ceil(Math.min(...latitudes) / step) * step; y <= Math.max(...latitudes); y += step) {
    const crossings = crossingsOf(polygon, y / 10);
    for (let index = 1; index < crossings.length; index += 2) {
      const [west, east] = [defined(crossings[index - 1]) * 10, defined(crossings[index]) * 10];
      for (let x = Math.ceil(west / step) * step; x < east; x += step) yield [x / 10, y / 10];
    }
  }
}

/** Where the outline crosses a parallel, from west to east. */
function crossingsOf(polygon: Polygon, y: number): number[] {
  const crossings: number[] = [];
  for (const [[fromX, fromY], [toX, toY]] of segmentsOf(polygon)) {
    if (fromY > y !== toY > y) crossings.push(((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX);
  }
  return crossings.sort((a, b) => a - b);
}

const known = new WeakMap<Polygon, [from: Point, to: Point][]>();

function segmentsOf(polygon: Polygon): readonly [from: Point, to: Point][] {
  let segments = known.get(polygon);
  if (!segments) {
    segments = polygon.flatMap((ring) => ring.slice(1).map<[Point, Point]>((to, index) => [defined(ring[index]), to]));
    known.set(polygon, segments);
  }
  return segments;
}
