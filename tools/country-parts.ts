// The parts of countries and territories as boxes, from Natural Earth (package world-atlas) and the codes of ISO 3166-1
// (package iso-3166).
import { countryPoint } from '../src/geocode/country-points.ts';
import { countriesOf, type CountriesFile, type Point } from './atlas.ts';
import { codeOf, PART_OF } from './country-codes.ts';
import { defined } from './defined.ts';

/** Degrees; east is beyond 180° where the box crosses the antimeridian. */
export type Box = readonly [west: number, south: number, east: number, north: number];
/** By name and by code. */
export type Parts = ReadonlyMap<string, readonly Box[]>;

/** Degrees of a great circle between its parts: Guadeloupe is close to Martinique, and both are France. */
const NEIGHBOUR = 0.6;

const RADIANS = Math.PI / 180;

/** The boxes of all polygons. */
export function partsOf(file: CountriesFile): Parts {
  const parts = new Map<string, Box[]>();
  for (const shape of countriesOf(file)) {
    const boxes = shape.polygons.map(([outline]) => boxOf(defined(outline)));
    for (const key of [shape.name, codeOf(shape)]) {
      if (key !== undefined) parts.set(key, [...(parts.get(key) ?? []), ...boxes]);
    }
  }
  return parts;
}

/** East goes on beyond 180° where the ring crosses the antimeridian. */
export function boxOf(ring: readonly Point[]): Box {
  let [east] = defined(ring[0]);
  const longitudes = ring.map(([longitude]) => (east += nearest(longitude - east)));
  const latitudes = ring.map(([, latitude]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

/** The same way around the earth, and the shorter one. */
function nearest(degrees: number): number {
  return degrees - 360 * Math.round(degrees / 360);
}

export const middle = ([west, south, east, north]: Box): Point => [(west + east) / 2, (south + north) / 2];

/** The same box, turned around the earth to the side of another one. */
function beside([west, south, east, north]: Box, other: Box): Box {
  const way = (west + east) / 2 - middle(other)[0];
  const by = nearest(way) - way;
  return [west + by, south, east + by, north];
}

export function unite(one: Box, other: Box): Box {
  const [west, south, east, north] = beside(other, one);
  return [Math.min(one[0], west), Math.min(one[1], south), Math.max(one[2], east), Math.max(one[3], north)];
}

/** A box around all of them. */
export function uniteAll(boxes: readonly Box[]): Box {
  return boxes.reduce((one, other) => unite(one, other));
}

export const sizeOf = ([west, south, east, north]: Box): number =>
  (east - west) * Math.cos(((south + north) / 2) * RADIANS) * (north - south);

export function gapBetween(one: Box, other: Box): number {
  const [west, south, east, north] = beside(other, one);
  const shrink = Math.cos(((Math.max(one[1], south) + Math.min(one[3], north)) / 2) * RADIANS);
  const aside = Math.max(0, west - one[2], one[0] - east) * shrink;
  return Math.hypot(aside, Math.max(0, south - one[3], one[1] - north));
}

/** All parts that are close to a first one, or to one that is. */
export function groupAround(first: Box, parts: readonly Box[], gap: number): Box[] {
  const group = new Set([first]);
  // The loop over a set includes what is added meanwhile.
  for (const one of group) for (const other of parts) if (gapBetween(one, other) <= gap) group.add(other);
  return [...group];
}

/** Outwards to the next part of a degree; no longitude beyond 180°. */
export function outwards([west, south, east, north]: Box, perDegree: number): Box {
  const turn = 360 * perDegree;
  const within = (units: number): number => units - turn * Math.ceil((units - turn / 2) / turn);
  const down = (degrees: number): number => Math.floor(degrees * perDegree);
  const up = (degrees: number): number => Math.ceil(degrees * perDegree);
  return [within(down(west)) / perDegree, down(south) / perDegree, within(up(east)) / perDegree, up(north) / perDegree];
}

/** The parts of a territory that the atlas has as a part of another shape; `null` for other countries. */
export function partsWithin(code: string, parts: Parts): Box[] | null {
  const shape = PART_OF[code];
  if (shape === undefined) return null;
  const point = countryPoint(code);
  if (!point) throw new Error(`Expected a point of ${code}.`);
  const { longitude, latitude } = point;
  return groupAround([longitude, latitude, longitude, latitude], defined(parts.get(shape), shape), NEIGHBOUR);
}
