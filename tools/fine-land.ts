// npm run fine-land: makes src/map/lazy/fine-land.data.ts from Natural Earth's 1:50m land (package world-atlas), for maps of
// a country: no coast moves by more than a hundredth of a degree, which is about the source's own accuracy, and half a
// pixel on a map of 20° that is 960 px wide. Countries of which it has hardly more than nothing get their islets from the
// 1:10m land. `--check` compares.
import { join } from 'node:path';
import boxesText from '../src/map/lazy/boxes.data.ts';
import { bordersOf, landOf, type LandFile, type Line, type Point, type Polygon } from './atlas.ts';
import { encodeLine, type GridPoint } from './base45.ts';
import { boxOf, gapBetween, type Box } from './country-parts.ts';
import { defined } from './defined.ts';
import { FINE, fewestPoints, onGrid } from './fewest-points.ts';
import { writeText } from './write-generated.ts';

const target = join(import.meta.dirname, '../src/map/lazy/fine-land.data.ts');
/** Square degrees of land within the box of a country, below which each islet counts. */
const LITTLE = 0.25;

// Where a border ends there must be coast.
const ends = new Set(bordersOf('countries-50m').flatMap((line) => [String(line[0]), String(line.at(-1))]));
const isFixed = (point: Point): boolean => ends.has(String(point)) || Math.abs(point[0]) === 180;

/** Twice the area, signed by the direction; what crosses the antimeridian is far from 0 anyhow. */
function areaOf(ring: readonly GridPoint[]): number {
  return ring.slice(1).reduce((sum, [x, y], index) => {
    const [beforeX, beforeY] = defined(ring[index]);
    return sum + beforeX * y - x * beforeY;
  }, 0);
}

const outlineOf = (polygon: Polygon): Line => defined(polygon[0]);

/** The same points on the grid, or fewer; none where the ring collapses, or turns over: it would be all the rest of the earth. */
function simplify(ring: Line): GridPoint[] | undefined {
  const all = ring.map((point) => onGrid(point, FINE.step));
  const few = fewestPoints(ring, { ...FINE, isFixed });
  return [few, all].find((points) => points.length > 3 && Math.sign(areaOf(points)) === Math.sign(areaOf(ring)));
}

function cleanLandOf(file: LandFile): Polygon[] {
  return (
    landOf(file)
      // The atlas has an islet without an area, and around the pole a hole of a hundred metres.
      .filter((polygon) => areaOf(outlineOf(polygon)) !== 0)
      .map((polygon) => polygon.filter((ring) => ring.some(([, latitude]) => latitude > -89)))
  );
}

const isIn = ([west, south, east, north]: Box, [x, y]: Point): boolean =>
  y >= south && y <= north && (west < east ? x >= west && x <= east : x >= west || x <= east);

/** The islets of the smallest countries that the land lacks. */
function isletsBeside(land: readonly Polygon[]): Polygon[] {
  const boxes = Object.values(JSON.parse(boxesText) as Record<string, Box>);
  const finest = cleanLandOf('land-10m');
  const islets = boxes.flatMap((box) => {
    const isWithin = (polygon: Polygon): boolean => outlineOf(polygon).every((point) => isIn(box, point));
    const isReached = (polygon: Polygon): boolean => polygon.flat().some((point) => isIn(box, point));
    const reached = land.filter(isReached);
    const parts = finest.filter(isWithin);
    const area = parts.reduce((sum, polygon) => sum + Math.abs(areaOf(outlineOf(polygon))) / 2, 0);
    if (area > LITTLE || !reached.every(isWithin)) return [];
    return parts.filter((polygon) => !reached.some((other) => isBeside(outlineOf(polygon), outlineOf(other))));
  });
  // The direction of some is reversed in the atlas.
  const outlines = [...new Set(islets)]
    .map(outlineOf)
    .map((outline) => (areaOf(outline) > 0 ? outline.toReversed() : outline));
  return outlines.filter((outline) => simplify(outline)).map((outline) => [outline]);
}

/** Whether two outlines may be those of one islet. */
function isBeside(one: Line, other: Line): boolean {
  return gapBetween(boxOf(one), boxOf(other)) === 0;
}

const coarser = cleanLandOf('land-50m');
const polygons = [...coarser, ...isletsBeside(coarser)];
const isAntarctic = (polygon: Polygon): boolean => outlineOf(polygon).every(([, latitude]) => latitude < -60);
const encode = (parts: readonly Polygon[]): string[][] => parts.map((polygon) => polygon.map(encodeRing));

/** The last point of a ring equals the first and is left out. */
function encodeRing(ring: Line): string {
  const points = simplify(ring);
  if (!points) throw new Error(`Nothing is left of the ring at ${String(ring[0])}: the step is too large.`);
  return encodeLine(points.slice(0, -1));
}
const file = {
  step: FINE.step,
  inhabited: encode(polygons.filter((polygon) => !isAntarctic(polygon))),
  antarctic: encode(polygons.filter(isAntarctic)),
};

writeText(target, file, 'npm run fine-land');
