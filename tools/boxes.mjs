// npm run boxes: makes src/map/lazy/boxes.json, the box around each country and territory, from Natural Earth's countries
// (package world-atlas) and the codes of ISO 3166-1 (package iso-3166). A country is its mainland: the parts that lie
// close to the largest one, or to one of those. `--check` compares.
import { join } from 'node:path';
import { iso31661 } from 'iso-3166';
import { feature } from 'topojson-client';
import { countryPoint } from '../src/geocode/country-points.ts';
import { readAtlas } from './atlas.mjs';
import { writeGenerated } from './write-generated.mjs';

/** Degrees of a great circle between parts that belong together. */
const GAP = 2;
/** The same where they are found in something larger: Guadeloupe is close to Martinique, and both are France. */
const NEIGHBOUR = 0.6;
/** Degrees of a great circle that a map shows at least: an islet shall have surroundings. */
const LEAST = 2;
/** Those without a mainland, or with parts that lie farther apart: all of it is meant. */
const WHOLE = ['FM', 'KI', 'MH', 'MY', 'PF', 'RU', 'SB', 'SH', 'TO', 'TV', 'WF'];
/** What the atlas has as a part of something else: whatever of that lies around the country's point. */
const WITHIN = {
  BQ: 'Netherlands', BV: 'Norway', CC: 'Indian Ocean Ter.', CX: 'Indian Ocean Ter.', GF: 'France', GP: 'France',
  MQ: 'France', RE: 'France', SJ: 'Norway', TK: 'New Zealand', YT: 'France',
}; // prettier-ignore
/** What the atlas tells apart and has no code of ISO 3166-1, or only a common one. */
const NAMED = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' };
/** Where the atlas will not do. */
const BY_HAND = {
  // All around the pole. Mercator ends at 85°.
  AQ: [-180, -85, 180, -60],
  // The atlas draws the lines of control, and ISO 3166-1 knows Western Sahara, and the Crimea in Ukraine.
  MA: [-13.2, 27.6, -1, 36],
  UA: [22.1, 44.3, 40.2, 52.4],
  // Most atolls are too small for it.
  MV: [72.2, -0.8, 74.3, 7.2],
  // Those of the Pacific; another one is in the Caribbean.
  UM: [166.5, -0.5, -159.9, 28.3],
};

const target = join(import.meta.dirname, '../src/map/lazy/boxes.json');
const RADIANS = Math.PI / 180;
const alpha2 = new Map(iso31661.map(({ numeric, alpha2: code }) => [numeric, code]));
const codes = [...alpha2.values(), 'XK'].sort();
const fine = partsOf('countries-50m');
// It has some that are too small for the other.
const finest = partsOf('countries-10m');

/** The boxes of all polygons, by name and by code. */
function partsOf(name) {
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
function boxOf(ring) {
  let east = ring[0][0];
  const longitudes = ring.map(([longitude]) => (east += nearest(longitude - east)));
  const latitudes = ring.map(([, latitude]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

/** The same way around the earth, and the shorter one. */
function nearest(degrees) {
  return degrees - 360 * Math.round(degrees / 360);
}

const middle = ([west, south, east, north]) => [(west + east) / 2, (south + north) / 2];
/** The same box, turned around the earth to the side of another one. */
const beside = ([west, south, east, north], other) => {
  const way = (west + east) / 2 - middle(other)[0];
  const by = nearest(way) - way;
  return [west + by, south, east + by, north];
};
const unite = (one, other) => {
  const [west, south, east, north] = beside(other, one);
  return [Math.min(one[0], west), Math.min(one[1], south), Math.max(one[2], east), Math.max(one[3], north)];
};
const sizeOf = ([west, south, east, north]) =>
  (east - west) * Math.cos(((south + north) / 2) * RADIANS) * (north - south);

function gapBetween(one, other) {
  const [west, south, east, north] = beside(other, one);
  const shrink = Math.cos(((Math.max(one[1], south) + Math.min(one[3], north)) / 2) * RADIANS);
  const aside = Math.max(0, west - one[2], one[0] - east) * shrink;
  return Math.hypot(aside, Math.max(0, south - one[3], one[1] - north));
}

/** All parts that are close to a first one, or to one that is. */
function groupAround(first, parts, gap) {
  const group = new Set([first]);
  // A set's loop comes to what is added meanwhile.
  for (const one of group) for (const other of parts) if (gapBetween(one, other) <= gap) group.add(other);
  return [...group];
}

function tightBox(code) {
  const { longitude, latitude } = countryPoint(code);
  const point = [longitude, latitude, longitude, latitude];
  if (code in WITHIN) return groupAround(point, finest[WITHIN[code]], NEIGHBOUR).reduce(unite);
  const parts = fine[code] ?? finest[code];
  if (WHOLE.includes(code)) return parts.reduce(unite);
  const [largest] = parts.toSorted((one, other) => sizeOf(other) - sizeOf(one));
  return groupAround(largest, parts, GAP).reduce(unite);
}

/** As wide and as high as a map needs. */
function roomy(box) {
  const [x, y] = middle(box);
  const half = [LEAST / 2 / Math.cos(y * RADIANS), LEAST / 2];
  return unite(box, [x - half[0], y - half[1], x + half[0], y + half[1]]);
}

/** Tenths of a degree, outwards; no longitude beyond 180°. */
function rounded([west, south, east, north]) {
  const [w, s, e, n] = [Math.floor(west * 10), Math.floor(south * 10), Math.ceil(east * 10), Math.ceil(north * 10)];
  const within = (tenths) => tenths - 3600 * Math.ceil((tenths - 1800) / 3600);
  return [within(w), s, within(e), n].map((tenths) => tenths / 10);
}

const boxes = Object.fromEntries(codes.map((code) => [code, BY_HAND[code] ?? rounded(roomy(tightBox(code)))]));
writeGenerated(target, `${JSON.stringify(boxes)}\n`, 'npm run boxes');
