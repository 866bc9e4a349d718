// npm run country-points: makes src/geocode/country-points.data.ts, a point deep inside each country and territory, from
// Natural Earth's 1:50m countries (package world-atlas) and the codes of ISO 3166-1 (package iso-3166). The point is the
// pole of inaccessibility of the largest part, so that it never lies in the sea or in a neighbour; with it comes how far
// the next coast or border is. `--check` compares.
import { join } from 'node:path';
import { geoContains, geoDistance } from 'd3-geo';
import { iso31661 } from 'iso-3166';
import polylabel from 'polylabel';
import { feature } from 'topojson-client';
import { readAtlas } from './atlas.mjs';
import { LEAST_ROOM, ROOM_STEP } from '../src/geocode/country-room.ts';
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
  return { longitude: point[0] / shrink, latitude: point[1], depth: point.distance, polygon };
}

/** Degrees of a great circle between two points of an outline that are looked at, and between it and what is safe. */
const STEP = 0.05;
const MARGIN = 0.03;
/** Outlines that are more or less detailed differ by so much. */
const SAFE = 0.92;

/** Degrees around a point that are the country's. */
function roomAt(point, polygon) {
  const far = (other) => (geoDistance(point, other) * 180) / Math.PI;
  const along = (ring) =>
    ring.slice(1).flatMap((end, index) => {
      const start = ring[index];
      const steps = Math.ceil(Math.max(Math.abs(end[0] - start[0]), Math.abs(end[1] - start[1])) / STEP) || 1;
      return Array.from({ length: steps }, (_, step) =>
        start.map((degrees, axis) => degrees + ((end[axis] - degrees) * step) / steps),
      );
    });
  return (
    SAFE *
    (Math.min(...polygon.map((ring) => along(ring).reduce((least, at) => Math.min(least, far(at)), Infinity))) - MARGIN)
  );
}

/** As a letter: steps of a quarter, rounded down. */
function letterOf(room) {
  const step = Math.floor(Math.log(room / LEAST_ROOM) / Math.log(ROOM_STEP));
  return step >= 0 ? String.fromCharCode(97 + Math.min(25, step)) : '-';
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
const rounded = (degrees) => Math.round(degrees * 10) / 10;
const points = Object.fromEntries(
  Object.entries(deepest).map(([code, { longitude, latitude, polygon }]) => {
    const point = [rounded(longitude), rounded(latitude)];
    // Of a tiny one the point may lie outside, now that it is rounded.
    const room = geoContains({ type: 'Polygon', coordinates: polygon }, point) ? roomAt(point, polygon) : 0;
    return [code, { point, room }];
  }),
);
for (const [code, point] of Object.entries(byHand)) points[code] = { point, room: 0 };
const missing = iso31661.map((entry) => entry.alpha2).filter((code) => !(code in points));
if (missing.length) throw new Error(`No point for ${missing.join(', ')}.`);

const list = Object.entries(points)
  .map(([code, { point, room }]) => code + letterOf(room) + point.map((degrees) => Math.round(degrees * 10)).join(','))
  .sort()
  .join(' ');
const text = `// Made by \`npm run country-points\` from world-atlas (Natural Earth, public domain). Do not edit.
/** Country code, a letter for how much room is around the point, then longitude and latitude in tenths of a degree. */
export const COUNTRY_POINTS: string =
  '${list}';
`;

writeGenerated(target, text, 'npm run country-points');
