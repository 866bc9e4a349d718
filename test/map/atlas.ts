import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as TopologyPolygon, Topology } from 'topojson-specification';
import type { Point } from '../../src/map/camera.ts';

const path = createRequire(import.meta.url).resolve('world-atlas/land-110m.json');
const atlas = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ land: GeometryCollection }>;
const [land] = atlas.objects.land.geometries as TopologyPolygon[];
const polygons = feature(atlas, land!).geometry.coordinates;
const isAntarctic = (polygon: (typeof polygons)[number]): boolean =>
  polygon[0]!.every(([, latitude]) => latitude! < -60);

/** Natural Earth's 1:110m land, as the atlas has it, in the two parts that the map draws. */
export const ATLAS: Record<'inhabited' | 'antarctic' | 'whole', MultiPolygon> = {
  inhabited: { type: 'MultiPolygon', coordinates: polygons.filter((polygon) => !isAntarctic(polygon)) },
  antarctic: { type: 'MultiPolygon', coordinates: polygons.filter(isAntarctic) },
  whole: { type: 'MultiPolygon', coordinates: polygons },
};

/** Units of a picture to a pixel of a map 960 px wide. */
export const UNITS = 10;

/** The rings or lines of path data in pixels; circles as polygons. */
export function linesOf(path: string): Point[][] {
  return path.match(/M[^M]+/g)?.map(lineOf) ?? [];
}

function lineOf(text: string): Point[] {
  const [x = NaN, y = NaN, ...rest] = (text.match(/-?\d+/g) ?? []).map(Number);
  const radius = rest[0]!;
  if (text.includes('a')) {
    const angles = Array.from({ length: 360 }, (_, degree) => (degree * Math.PI) / 180);
    return angles.map((angle) => [
      (x + radius + radius * Math.cos(angle)) / UNITS,
      (y + radius * Math.sin(angle)) / UNITS,
    ]);
  }
  const points: [number, number][] = [[x, y]];
  for (let index = 0; index < rest.length; index += 2) {
    const [px, py] = points.at(-1)!;
    points.push([px + rest[index]!, py + rest[index + 1]!]);
  }
  return points.map(([px, py]) => [px / UNITS, py / UNITS]);
}

export function pointsOf(path: string): Point[] {
  return linesOf(path).flat();
}

export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function boundsOf(points: readonly Point[]): Bounds {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Asserts with a tolerance in pixels, as a distance. */
export function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}

/** Whether a point is filled, by the even-odd rule. */
export function isFilled(drawn: readonly Point[][], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of drawn) {
    for (let index = 0; index < ring.length; index++) {
      const [ax, ay] = ring.at(index - 1)!;
      const [bx, by] = ring[index]!;
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}
