// npm run country-points: makes src/geocode/country-points.data.ts, a point deep inside each country and territory, from
// Natural Earth's 1:50m countries (package world-atlas) and the codes of ISO 3166-1 (package iso-3166). The point is the
// pole of inaccessibility of the largest part, so that it never lies in the sea or in a neighbour. `--check` compares.
import { join } from 'node:path';
import { iso31661 } from 'iso-3166';
import polylabel from 'polylabel';
import { feature } from 'topojson-client';
import { readAtlas } from './atlas.mjs';
import { writeGenerated } from './write-generated.mjs';

const target = join(import.meta.dirname, '../src/geocode/country-points.data.ts');
const atlas = readAtlas('countries-50m');
const alpha2 = new Map(iso31661.map(({ numeric, alpha2: code }) => [numeric, code]));
// Territories without an outline of their own in the atlas, and one with no ISO code: degrees from Natural Earth's
// populated places, or the middle of the island.
const byHand = {
  BQ: [-68.3, 12.2], BV: [3.4, -54.4], CC: [96.8, -12.2], CX: [105.6, -10.5], GF: [-53.2, 4], GI: [-5.4, 36.1],
  GP: [-61.6, 16.2], MQ: [-61, 14.7], RE: [55.5, -21.1], SJ: [16.5, 78.7], TK: [-171.8, -9.2], TV: [179.2, -8.5],
  UM: [-169.5, 16.7], XK: [20.9, 42.6], YT: [45.2, -12.8],
}; // prettier-ignore

/** Degrees of longitude shrink towards the poles: the shape is drawn with its own middle latitude true to scale. */
function deepestPoint(polygon) {
  const latitudes = polygon[0].map(([, latitude]) => latitude);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const shrink = Math.cos((middle * Math.PI) / 180);
  const drawn = polygon.map((ring) => ring.map(([longitude, latitude]) => [longitude * shrink, latitude]));
  const point = polylabel(drawn, 0.02);
  return { longitude: point[0] / shrink, latitude: point[1], depth: point.distance };
}

// Some codes stand at two shapes of the atlas (Australia and its reefs): the one with the deepest point is meant.
const deepest = {};
for (const country of atlas.objects.countries.geometries) {
  const code = alpha2.get(country.id);
  if (!code) continue;
  const { type, coordinates } = feature(atlas, country).geometry;
  for (const point of (type === 'Polygon' ? [coordinates] : coordinates).map(deepestPoint)) {
    if (!(deepest[code]?.depth >= point.depth)) deepest[code] = point;
  }
}
const points = Object.fromEntries(
  Object.entries(deepest).map(([code, { longitude, latitude }]) => [code, [longitude, latitude]]),
);
Object.assign(points, byHand);
const missing = iso31661.map((entry) => entry.alpha2).filter((code) => !(code in points));
if (missing.length) throw new Error(`No point for ${missing.join(', ')}.`);

const tenths = (degrees) => Math.round(degrees * 10);
const list = Object.keys(points)
  .sort()
  .map((code) => `${code}${points[code].map(tenths).join(',')}`)
  .join(' ');
const text = `// Made by \`npm run country-points\` from world-atlas (Natural Earth, public domain). Do not edit.
/** Country code, then longitude and latitude in tenths of a degree. */
export const COUNTRY_POINTS: string =
  '${list}';
`;

writeGenerated(target, text, 'npm run country-points');
