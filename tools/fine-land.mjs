// npm run fine-land: makes src/map/lazy/fine-land.data.ts from Natural Earth's 1:50m land (package world-atlas), for maps of
// a country: no coast moves by more than a hundredth of a degree, which is about the source's own accuracy, and half a
// pixel on a map of 20° that is 960 px wide. Countries of which it has hardly more than nothing get their islets from the
// 1:10m land. `--check` compares.
import { join } from 'node:path';
import { feature, mesh } from 'topojson-client';
import boxesText from '../src/map/lazy/boxes.data.ts';
import { readAtlas } from './atlas.mjs';
import { encodeLine } from './base45.mjs';
import { boxOf, gapBetween } from './country-parts.mjs';
import { FINE, fewestPoints, onGrid } from './fewest-points.mjs';
import { writeText } from './write-generated.mjs';

const target = join(import.meta.dirname, '../src/map/lazy/fine-land.data.ts');
/** Square degrees of land within the box of a country, below which each islet counts. */
const LITTLE = 0.25;
const countries = readAtlas('countries-50m');

// Where a border ends there must be coast.
const borders = mesh(countries, countries.objects.countries, (one, other) => one !== other);
const ends = new Set(borders.coordinates.flatMap((line) => [String(line[0]), String(line.at(-1))]));
const isFixed = (point) => ends.has(String(point)) || Math.abs(point[0]) === 180;

/** Twice the area, signed by the direction; what crosses the antimeridian is far from 0 anyhow. */
const areaOf = (ring) => ring.slice(1).reduce((sum, [x, y], index) => sum + ring[index][0] * y - x * ring[index][1], 0);

/** The same points on the grid, or fewer; none where the ring collapses, or turns over: it would be all the rest of the earth. */
function simplify(ring) {
  const all = ring.map((point) => onGrid(point, FINE.step));
  const few = fewestPoints(ring, { ...FINE, isFixed });
  return [few, all].find((points) => points.length > 3 && Math.sign(areaOf(points)) === Math.sign(areaOf(ring)));
}

function landOf(name) {
  const atlas = readAtlas(name);
  return (
    feature(atlas, atlas.objects.land)
      .features.flatMap(({ geometry }) => geometry.coordinates)
      // The atlas has an islet without an area, and around the pole a hole of a hundred metres.
      .filter(([outline]) => areaOf(outline) !== 0)
      .map((polygon) => polygon.filter((ring) => ring.some(([, latitude]) => latitude > -89)))
  );
}

const isIn = ([west, south, east, north], [x, y]) =>
  y >= south && y <= north && (west < east ? x >= west && x <= east : x >= west || x <= east);

/** The islets of the smallest countries that the land lacks. */
function isletsBeside(land) {
  const boxes = Object.values(JSON.parse(boxesText));
  const finest = landOf('land-10m');
  const islets = boxes.flatMap((box) => {
    const isWithin = ([outline]) => outline.every((point) => isIn(box, point));
    const isReached = (polygon) => polygon.flat().some((point) => isIn(box, point));
    const reached = land.filter(isReached);
    const parts = finest.filter(isWithin);
    const area = parts.reduce((sum, [outline]) => sum + Math.abs(areaOf(outline)) / 2, 0);
    if (area > LITTLE || !reached.every(isWithin)) return [];
    return parts.filter(([outline]) => !reached.some(([other]) => isBeside(outline, other)));
  });
  // Some are told the other way round.
  const outlines = [...new Set(islets)].map(([outline]) => (areaOf(outline) > 0 ? outline.toReversed() : outline));
  return outlines.filter(simplify).map((outline) => [outline]);
}

/** Whether two outlines may be those of one islet. */
function isBeside(one, other) {
  return gapBetween(boxOf(one), boxOf(other)) === 0;
}

const coarser = landOf('land-50m');
const polygons = [...coarser, ...isletsBeside(coarser)];
const isAntarctic = ([outline]) => outline.every(([, latitude]) => latitude < -60);
/** The last point of a ring, which is the first, goes without saying. */
const encode = (parts) => parts.map((polygon) => polygon.map(encodeRing));
function encodeRing(ring) {
  const points = simplify(ring);
  if (!points) throw new Error(`Nothing is left of the ring at ${ring[0].join(', ')}: the step is too large.`);
  return encodeLine(points.slice(0, -1));
}
const file = {
  step: FINE.step,
  inhabited: encode(polygons.filter((polygon) => !isAntarctic(polygon))),
  antarctic: encode(polygons.filter(isAntarctic)),
};

writeText(target, file, 'npm run fine-land');
