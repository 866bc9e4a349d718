import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as TopologyPolygon, Topology } from 'topojson-specification';
import type { Point } from '../../src/map/frame.ts';

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

/** The corners of path data made of straight lines. */
export function pointsOf(path: string): Point[] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
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
