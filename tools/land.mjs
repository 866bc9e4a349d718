// npm run land: makes src/map/land.data.ts from Natural Earth's 1:110m land (package world-atlas), small enough to ship:
// coordinates on a grid of 0.18°, so that no coast moves by more than half a pixel on a map 960 px wide; the Antarctic
// apart, because the map shows it only when somebody is there. `--check` compares.
import { join } from 'node:path';
import { quantize } from 'topojson-client';
import { arcsOf, ATLAS_VERSION, readAtlas } from './atlas.mjs';
import { ALPHABET, encodeArc } from './base45.mjs';
import { writeGenerated } from './write-generated.mjs';

const GRID = { scale: [0.18, 0.18], translate: [-180, -90] };
const target = join(import.meta.dirname, '../src/map/land.data.ts');
const atlas = readAtlas('land-110m');
const degrees = arcsOf(atlas);

const [land] = atlas.objects.land.geometries;
const latitudes = (polygon) =>
  polygon.flat().flatMap((arc) => degrees[arc < 0 ? ~arc : arc].map(([, latitude]) => latitude));
const isAntarctic = (polygon) => Math.max(...latitudes(polygon)) < -60;

const multiPolygon = (arcs) => ({ type: 'MultiPolygon', arcs });
const plain = {
  type: 'Topology',
  objects: {
    inhabited: multiPolygon(land.arcs.filter((polygon) => !isAntarctic(polygon))),
    antarctic: multiPolygon(land.arcs.filter(isAntarctic)),
  },
  arcs: degrees,
};
const { objects, arcs } = quantize(plain, GRID);

const text = `// Made by \`npm run land\` from world-atlas ${ATLAS_VERSION} (Natural Earth, public domain). Do not edit.
/** TopoJSON objects. */
export const OBJECTS: string = '${JSON.stringify(objects)}';
/** TopoJSON arcs on the grid: steps to the east, then as many to the north, in the alphabet below. */
export const ARCS: string =
  '${arcs.map(encodeArc).join(' ')}';
/** Base 45: last digits from the first half, digits before them from the second. */
export const ALPHABET: string = '${ALPHABET}';
/** Degrees of a step; the grid begins at 180° west, 90° south. */
export const STEP: number = ${GRID.scale[0]};
`;

writeGenerated(target, text, 'npm run land');
