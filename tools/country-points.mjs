// npm run country-points: makes src/geocode/country-points.data.ts, a point of each country and territory that is near its
// people and deep inside it, from Natural Earth's 1:50m countries (package world-atlas), the codes of ISO 3166-1 (package
// iso-3166) and the places of GeoNames. With it comes how far the next coast or border is. `--check` compares.
import { join } from 'node:path';
import { iso31661 } from 'iso-3166';
import polylabel from 'polylabel';
import { feature } from 'topojson-client';
import { letterOf, roomOf } from '../src/geocode/country-room.ts';
import { distance } from '../src/geocode/locate.ts';
import { readAtlas } from './atlas.mjs';
import { clearance, isInside, pointsWithin } from './country-lattice.mjs';
import { readPlaces } from './places/gazetteer.mjs';
import { groupBy } from './places/group-by.mjs';
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
/** Nobody lives there for good. */
const UNINHABITED = ['AQ'];

/** Kilometres at which a person counts a third, and to the nearest town at the most. */
const REACH = 300;
const NEAR = 50;
/** More towns of a country make no difference. */
const TOWNS = 300;
/** Degrees of a great circle that a ring needs on a map 320 px wide. More room is no use, and this much is worth a way. */
const ENOUGH = roomOf('z');
const BONUS = 1.3;
const worthOf = (room) => (room < ENOUGH ? room / ENOUGH : BONUS);

const townsOf = new Map(
  [...groupBy(readPlaces(), ({ country }) => country)].map(([country, places]) => [
    country,
    places.sort((one, other) => other.people - one.people),
  ]),
);
const kilometres = ([longitude, latitude], town) => distance({ longitude, latitude }, town);

/** The share of the people who are around a point. */
function peopleAround(point, towns) {
  let [sum, all] = [0, 0];
  for (const town of towns.slice(0, TOWNS)) {
    all += town.people;
    sum += town.people * Math.exp(-kilometres(point, town) / REACH);
  }
  return sum / all;
}

/** The point of a lattice with most people around it and most room for a ring. @param step Tenths of a degree. */
function bestPoint(polygons, towns, step) {
  let best = { score: 0 };
  for (const polygon of polygons) {
    for (const point of pointsWithin(polygon, step)) {
      const people = peopleAround(point, towns);
      // Nothing that is nearer to a coast can be better.
      if (people * worthOf(Infinity) <= best.score) continue;
      // Most are near a town that is among the first.
      if (!towns.some((town) => kilometres(point, town) < NEAR)) continue;
      const score = people * worthOf(SAFE * (clearance(point, polygon) - MARGIN));
      if (score > best.score) best = { score, point, polygon };
    }
  }
  return best.point && { point: best.point, room: roomAt(best.point, best.polygon) };
}

/** Degrees of longitude shrink towards the poles: the shape is drawn with its own middle latitude true to scale. */
function deepestPoint(polygon) {
  const latitudes = polygon[0].map(([, latitude]) => latitude);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const shrink = Math.cos((middle * Math.PI) / 180);
  const drawn = polygon.map((ring) => ring.map(([longitude, latitude]) => [longitude * shrink, latitude]));
  const point = polylabel(drawn, 0.02);
  return { point: [point[0] / shrink, point[1]], depth: point.distance, polygon };
}

/** Degrees of a great circle between two points of an outline that are looked at, and between it and what is safe. */
const STEP = 0.05;
const MARGIN = 0.03;
/** Kilometres. */
const DEGREE = 111.2;
/** Outlines that are more or less detailed differ by so much. */
const SAFE = 0.92;

/** Degrees around a point that are the country's. */
function roomAt(point, polygon) {
  const far = ([longitude, latitude]) => kilometres(point, { longitude, latitude }) / DEGREE;
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

/** Degrees of room: a point that has as much need not be told more precisely than in whole degrees. */
const ROOMY = 1;

function pointOf(code, polygons) {
  const towns = townsOf.get(code) ?? [];
  if (towns.length > 0 && !UNINHABITED.includes(code)) {
    const coarse = bestPoint(polygons, towns, 10);
    if (coarse?.room > ROOMY) return coarse;
    const fine = bestPoint(polygons, towns, 1);
    if (fine) return fine;
  }
  // Some codes are those of two shapes of the atlas: the one with the deepest point is meant.
  const { point, polygon } = polygons
    .map(deepestPoint)
    .reduce((most, other) => (other.depth > most.depth ? other : most));
  const at = point.map((degrees) => Math.round(degrees * 10) / 10);
  // Of a tiny one the point may lie outside, now that it is rounded.
  return { point: at, room: isInside(at, polygon) ? roomAt(at, polygon) : 0 };
}

const polygonsOf = {};
for (const country of atlas.objects.countries.geometries) {
  const code = alpha2.get(country.id);
  if (!code) continue;
  const { type, coordinates } = feature(atlas, country).geometry;
  (polygonsOf[code] ??= []).push(...(type === 'Polygon' ? [coordinates] : coordinates));
}
const points = Object.fromEntries(
  Object.entries(polygonsOf).map(([code, polygons]) => [code, pointOf(code, polygons)]),
);
for (const [code, point] of Object.entries(byHand)) points[code] = { point, room: 0 };
const missing = iso31661.map((entry) => entry.alpha2).filter((code) => !(code in points));
if (missing.length) throw new Error(`No point for ${missing.join(', ')}.`);

const sorted = Object.keys(points).sort();
const tenths = sorted.map((code) => {
  const [x, y] = points[code].point.map((degrees) => Math.round(degrees * 10));
  return ((y + 900) * 3600 + x + 1800).toString(36).padStart(5, '0');
});
/** Of each first letter a number whose bits are the second letters, A being the lowest. */
const seconds = Array.from({ length: 26 }, (_, first) =>
  sorted
    .filter((code) => code.charCodeAt(0) - 65 === first)
    .reduce((bits, code) => bits + 2 ** (code.charCodeAt(1) - 65), 0)
    .toString(36),
);
const text = `// Made by \`npm run country-points\` from world-atlas (Natural Earth, public domain) and GeoNames (CC BY 4.0). Do not edit.
/** For each first letter of a code, A to Z, a number in base 36 whose bits are its second letters. What follows is in their order. */
export const CODES: string =
  '${seconds.join(' ')}';
/** A letter for how much room is around the point. */
export const ROOMS: string =
  '${sorted.map((code) => letterOf(points[code].room)).join('')}';
/** Tenths of a degree from 180° west and 90° south as a number of five digits in base 36: latitude times 3600, and longitude. */
export const POINTS: string =
  '${tenths.join('')}';
`;

writeGenerated(target, text, 'npm run country-points');
