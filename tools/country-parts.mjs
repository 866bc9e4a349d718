// The parts of countries and territories as boxes, from Natural Earth (package world-atlas) and the codes of ISO 3166-1
// (package iso-3166).
import { iso31661 } from 'iso-3166';
import { feature } from 'topojson-client';
import { countryPoint } from '../src/geocode/country-points.ts';
import { readAtlas } from './atlas.mjs';

/** What the atlas has as a part of something else: whatever of that lies around the country's point. */
const WITHIN = {
  BQ: 'Netherlands', BV: 'Norway', CC: 'Indian Ocean Ter.', CX: 'Indian Ocean Ter.', GF: 'France', GP: 'France',
  MQ: 'France', RE: 'France', SJ: 'Norway', TK: 'New Zealand', YT: 'France',
}; // prettier-ignore
/** Degrees of a great circle between its parts: Guadeloupe is close to Martinique, and both are France. */
const NEIGHBOUR = 0.6;
/** What the atlas tells apart and has no code of ISO 3166-1, or only a common one. */
const NAMED = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' };

const RADIANS = Math.PI / 180;
const alpha2 = new Map(iso31661.map(({ numeric, alpha2: code }) => [numeric, code]));
export const codes = [...alpha2.values(), 'XK'].sort();

/** The boxes of all polygons, by name and by code. */
export function partsOf(name) {
  const atlas = readAtlas(name);
  const parts = {};
  for (const { id, properties, geometry } of feature(atlas, atlas.objects.countries).features) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const keys = [properties.name, NAMED[properties.name] ?? alpha2.get(id)];
    for (const key of keys) (parts[key] ??= []).push(...polygons.map(([outline]) => boxOf(outline)));
  }
  return parts;
}

/** East goes on beyond 180° where the ring crosses the antimeridian. */
export function boxOf(ring) {
  let east = ring[0][0];
  const longitudes = ring.map(([longitude]) => (east += nearest(longitude - east)));
  const latitudes = ring.map(([, latitude]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

/** The same way around the earth, and the shorter one. */
function nearest(degrees) {
  return degrees - 360 * Math.round(degrees / 360);
}

export const middle = ([west, south, east, north]) => [(west + east) / 2, (south + north) / 2];
/** The same box, turned around the earth to the side of another one. */
const beside = ([west, south, east, north], other) => {
  const way = (west + east) / 2 - middle(other)[0];
  const by = nearest(way) - way;
  return [west + by, south, east + by, north];
};
export const unite = (one, other) => {
  const [west, south, east, north] = beside(other, one);
  return [Math.min(one[0], west), Math.min(one[1], south), Math.max(one[2], east), Math.max(one[3], north)];
};
export const sizeOf = ([west, south, east, north]) =>
  (east - west) * Math.cos(((south + north) / 2) * RADIANS) * (north - south);

export function gapBetween(one, other) {
  const [west, south, east, north] = beside(other, one);
  const shrink = Math.cos(((Math.max(one[1], south) + Math.min(one[3], north)) / 2) * RADIANS);
  const aside = Math.max(0, west - one[2], one[0] - east) * shrink;
  return Math.hypot(aside, Math.max(0, south - one[3], one[1] - north));
}

/** All parts that are close to a first one, or to one that is. */
export function groupAround(first, parts, gap) {
  const group = new Set([first]);
  // A set's loop comes to what is added meanwhile.
  for (const one of group) for (const other of parts) if (gapBetween(one, other) <= gap) group.add(other);
  return [...group];
}

/** Outwards to the next part of a degree; no longitude beyond 180°. */
export function outwards([west, south, east, north], perDegree) {
  const turn = 360 * perDegree;
  const within = (units) => units - turn * Math.ceil((units - turn / 2) / turn);
  const [w, s] = [west, south].map((degrees) => Math.floor(degrees * perDegree));
  const [e, n] = [east, north].map((degrees) => Math.ceil(degrees * perDegree));
  return [within(w), s, within(e), n].map((units) => units / perDegree);
}

/** The parts of what the atlas has as a part of something else; `null` for the others. */
export function partsWithin(code, parts) {
  if (!(code in WITHIN)) return null;
  const { longitude, latitude } = countryPoint(code);
  return groupAround([longitude, latitude, longitude, latitude], parts[WITHIN[code]], NEIGHBOUR);
}
