// npm run fine-land: makes src/map/lazy/fine-land.json from Natural Earth's 1:50m land (package world-atlas), for maps of
// a country: no coast moves by more than a hundredth of a degree, which is about the source's own accuracy, and half a
// pixel on a map of 20° that is 960 px wide. `--check` compares.
import { join } from 'node:path';
import { feature, mesh } from 'topojson-client';
import { readAtlas } from './atlas.mjs';
import { encodeLine } from './base45.mjs';
import { FINE, fewestPoints, onGrid } from './fewest-points.mjs';
import { writeGenerated } from './write-generated.mjs';

const target = join(import.meta.dirname, '../src/map/lazy/fine-land.json');
const land = readAtlas('land-50m');
const countries = readAtlas('countries-50m');

// Where a border ends there must be coast.
const borders = mesh(countries, countries.objects.countries, (one, other) => one !== other);
const ends = new Set(borders.coordinates.flatMap((line) => [String(line[0]), String(line.at(-1))]));
const isFixed = (point) => ends.has(String(point)) || Math.abs(point[0]) === 180;

/** Twice the area, signed by the direction; what crosses the antimeridian is far from 0 anyhow. */
const areaOf = (ring) => ring.slice(1).reduce((sum, [x, y], index) => sum + ring[index][0] * y - x * ring[index][1], 0);

/** An islet must not collapse, nor turn over: its ring would be all the rest of the earth. */
function simplify(ring) {
  const all = ring.map((point) => onGrid(point, FINE.step));
  const few = fewestPoints(ring, { ...FINE, isFixed });
  const good = [few, all].find((points) => points.length > 3 && Math.sign(areaOf(points)) === Math.sign(areaOf(ring)));
  if (!good) throw new Error(`Nothing is left of the ring at ${ring[0].join(', ')}: the step is too large.`);
  return good;
}

const polygons = feature(land, land.objects.land)
  .features.flatMap(({ geometry }) => geometry.coordinates)
  // The atlas has an islet without an area, and around the pole a hole of a hundred metres.
  .filter(([outline]) => areaOf(outline) !== 0)
  .map((polygon) => polygon.filter((ring) => ring.some(([, latitude]) => latitude > -89)));
const isAntarctic = ([outline]) => outline.every(([, latitude]) => latitude < -60);
/** The last point of a ring, which is the first, goes without saying. */
const encode = (parts) => parts.map((polygon) => polygon.map((ring) => encodeLine(simplify(ring).slice(0, -1))));
const file = {
  step: FINE.step,
  inhabited: encode(polygons.filter((polygon) => !isAntarctic(polygon))),
  antarctic: encode(polygons.filter(isAntarctic)),
};

writeGenerated(target, `${JSON.stringify(file)}\n`, 'npm run fine-land');
