// npm run country-points: makes src/geocode/country-points.data.ts, a point of each country and territory that is near its
// people and deep inside it, from Natural Earth's 1:50m countries (package world-atlas), the codes of ISO 3166-1 (package
// iso-3166) and the places of GeoNames. With it comes how far the next coast or border is. `--check` compares.
import { join } from 'node:path';
import { iso31661 } from 'iso-3166';
import polylabel from 'polylabel';
import type { Coordinates } from '../src/geocode/country-points.ts';
import { encodeClearance, decodeClearance } from '../src/geocode/country-clearance.ts';
import { distance } from '../src/geocode/locate.ts';
import { countriesOf, type Line, type Point, type Polygon } from './atlas.ts';
import { isoCodeOf } from './country-codes.ts';
import { clearance, isInside, pointsWithin } from './country-lattice.ts';
import { defined } from './defined.ts';
import { readPlaces } from './places/gazetteer.ts';
import { groupBy } from './places/group-by.ts';
import type { GazetteerPlace } from './places/place.ts';
import { writeGenerated } from './write-generated.ts';

interface RoomyPoint {
  point: Point;
  /** Degrees of a great circle around it that are the country's. */
  room: number;
}

const target = join(import.meta.dirname, '../src/geocode/country-points.data.ts');
// Territories without an outline of their own in the atlas, and one with no ISO code: degrees from Natural Earth's
// populated places, or the middle of the island.
const byHand: Readonly<Record<string, Point>> = {
  BQ: [-68.3, 12.2], BV: [3.4, -54.4], CC: [96.8, -12.2], CX: [105.6, -10.5], GF: [-53.2, 4], GI: [-5.4, 36.1],
  GP: [-61.6, 16.2], MQ: [-61, 14.7], RE: [55.5, -21.1], SJ: [16.5, 78.7], TK: [-171.8, -9.2], TV: [179.2, -8.5],
  UM: [-169.5, 16.7], XK: [20.9, 42.6], YT: [45.2, -12.8],
}; // prettier-ignore
/** Without permanent residents. */
const UNINHABITED = ['AQ'];

/** Kilometres at which a person counts a third, and to the nearest town at the most. */
const REACH = 300;
const NEAR = 50;
/** More towns of a country make no difference. */
const TOWNS = 300;
/** Degrees of a great circle that a ring needs on a map 320 px wide. More room is no use, and this much is worth a detour. */
const ENOUGH = decodeClearance('z');
const BONUS = 1.3;
const worthOf = (room: number): number => (room < ENOUGH ? room / ENOUGH : BONUS);

const townsOf = new Map(
  [...groupBy(readPlaces(), ({ country }) => country)].map(([country, places]) => [
    country,
    places.sort((one, other) => other.people - one.people),
  ]),
);
const kilometres = ([longitude, latitude]: Point, town: Coordinates): number => distance({ longitude, latitude }, town);

/** The share of the people who are around a point. */
function peopleAround(point: Point, towns: readonly GazetteerPlace[]): number {
  let [sum, all] = [0, 0];
  for (const town of towns.slice(0, TOWNS)) {
    all += town.people;
    sum += town.people * Math.exp(-kilometres(point, town) / REACH);
  }
  return sum / all;
}

/** The point of a lattice with most people around it and most room for a ring. @param step Tenths of a degree. */
function bestPoint(
  polygons: readonly Polygon[],
  towns: readonly GazetteerPlace[],
  step: number,
): RoomyPoint | undefined {
  let best: { score: number; point?: Point; polygon?: Polygon } = { score: 0 };
  for (const polygon of polygons) {
    for (const point of pointsWithin(polygon, step)) {
      const people = peopleAround(point, towns);
      // No point with fewer people can be better, however far its coast is.
      if (people * worthOf(Infinity) <= best.score) continue;
      // Most are near a town that is among the first.
      if (!towns.some((town) => kilometres(point, town) < NEAR)) continue;
      const score = people * worthOf(SAFE * (clearance(point, polygon) - MARGIN));
      if (score > best.score) best = { score, point, polygon };
    }
  }
  const { point, polygon } = best;
  return point && polygon && { point, room: roomAt(point, polygon) };
}

/** Degrees of longitude shrink towards the poles: the shape is drawn with its own middle latitude true to scale. */
function deepestPoint(polygon: Polygon): { point: Point; depth: number; polygon: Polygon } {
  const latitudes = defined(polygon[0]).map(([, latitude]) => latitude);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const shrink = Math.cos((middle * Math.PI) / 180);
  const drawn = polygon.map((ring) => ring.map<Point>(([longitude, latitude]) => [longitude * shrink, latitude]));
  const point = polylabel(drawn, 0.02);
  return { point: [point[0] / shrink, point[1]], depth: point.distance, polygon };
}

/** Degrees of a great circle between two points of an outline that are measured, and between it and what is safe. */
const STEP = 0.05;
const MARGIN = 0.03;
/** Kilometres. */
const DEGREE = 111.2;
/** Outlines that are more or less detailed differ by so much. */
const SAFE = 0.92;

/** Degrees around a point that are the country's. */
function roomAt(point: Point, polygon: Polygon): number {
  const far = ([longitude, latitude]: Point): number => kilometres(point, { longitude, latitude }) / DEGREE;
  const along = (ring: Line): Point[] =>
    ring.slice(1).flatMap((end, index) => {
      const start = defined(ring[index]);
      const steps = Math.ceil(Math.max(Math.abs(end[0] - start[0]), Math.abs(end[1] - start[1])) / STEP) || 1;
      return Array.from({ length: steps }, (_, step): Point => [
        start[0] + ((end[0] - start[0]) * step) / steps,
        start[1] + ((end[1] - start[1]) * step) / steps,
      ]);
    });
  const nearest = polygon.map((ring) => along(ring).reduce((least, at) => Math.min(least, far(at)), Infinity));
  return SAFE * (Math.min(...nearest) - MARGIN);
}

/** Degrees of room: a point that has as much needs no more precision than whole degrees. */
const ROOMY = 1;

function pointOf(code: string, polygons: readonly Polygon[]): RoomyPoint {
  const towns = townsOf.get(code) ?? [];
  if (towns.length > 0 && !UNINHABITED.includes(code)) {
    const coarse = bestPoint(polygons, towns, 10);
    if (coarse && coarse.room > ROOMY) return coarse;
    const fine = bestPoint(polygons, towns, 1);
    if (fine) return fine;
  }
  // Some codes have two shapes in the atlas: take the one with the deepest point.
  const { point, polygon } = polygons
    .map(deepestPoint)
    .reduce((most, other) => (other.depth > most.depth ? other : most));
  const at: Point = [Math.round(point[0] * 10) / 10, Math.round(point[1] * 10) / 10];
  // The point of a tiny one may lie outside, now that it is rounded.
  return { point: at, room: isInside(at, polygon) ? roomAt(at, polygon) : 0 };
}

const polygonsOf = new Map<string, Polygon[]>();
for (const shape of countriesOf('countries-50m')) {
  const code = isoCodeOf(shape);
  if (code !== undefined) polygonsOf.set(code, [...(polygonsOf.get(code) ?? []), ...shape.polygons]);
}
const points = new Map([...polygonsOf].map(([code, polygons]) => [code, pointOf(code, polygons)]));
for (const [code, point] of Object.entries(byHand)) points.set(code, { point, room: 0 });
const missing = iso31661.map((entry) => entry.alpha2).filter((code) => !points.has(code));
if (missing.length) throw new Error(`No point for ${missing.join(', ')}.`);

const sorted = [...points].sort(([one], [other]) => (one < other ? -1 : 1));
const tenths = sorted.map(([, { point }]) => {
  const [x, y] = [Math.round(point[0] * 10), Math.round(point[1] * 10)];
  return ((y + 900) * 3600 + x + 1800).toString(36).padStart(5, '0');
});
/** Of each first letter a number whose bits are the second letters, A being the lowest. */
const seconds = Array.from({ length: 26 }, (_, first) =>
  sorted
    .filter(([code]) => code.charCodeAt(0) - 65 === first)
    .reduce((bits, [code]) => bits + 2 ** (code.charCodeAt(1) - 65), 0)
    .toString(36),
);
const text = `// Made by \`npm run country-points\` from world-atlas (Natural Earth, public domain) and GeoNames (CC BY 4.0). Do not edit.
/** For each first letter of a code, A to Z, a number in base 36 whose bits are its second letters. What follows is in their order. */
export const CODES: string =
  '${seconds.join(' ')}';
/** A letter for how much room is around the point. */
export const ROOMS: string =
  '${sorted.map(([, { room }]) => encodeClearance(room)).join('')}';
/** Tenths of a degree from 180° west and 90° south as a number of five digits in base 36: latitude times 3600, and longitude. */
export const POINTS: string =
  '${tenths.join('')}';
`;

writeGenerated(target, text, 'npm run country-points');
