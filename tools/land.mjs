// npm run land: makes src/map/land.data.ts from Natural Earth's 1:110m land (package world-atlas), small enough to ship:
// coordinates on a grid of 0.18°, so that no coast moves by more than half a pixel on a map 960 px wide; the Antarctic
// apart, because the map shows it only when somebody is there. `--check` compares.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { quantize } from 'topojson-client';
import { writeGenerated } from './write-generated.mjs';

const GRID = { scale: [0.18, 0.18], translate: [-180, -90] };
// Printable ASCII but what a string would have to escape, and the space, which parts the arcs.
const ALPHABET = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
  .join('')
  .replace(/['"\\`]/g, '');
const target = join(import.meta.dirname, '../src/map/land.data.ts');
const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(require.resolve('world-atlas/package.json'), 'utf8'));
const atlas = JSON.parse(readFileSync(require.resolve('world-atlas/land-110m.json'), 'utf8'));

const [land] = atlas.objects.land.geometries;
const latitudes = (polygon) =>
  polygon.flat().flatMap((arc) => absolute(atlas.arcs[arc < 0 ? ~arc : arc]).map(([, latitude]) => latitude));
const isAntarctic = (polygon) => Math.max(...latitudes(polygon)) < -60;

/** Arcs are delta-coded on the atlas's own grid. */
function absolute(arc) {
  const { scale, translate } = atlas.transform;
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
}

const multiPolygon = (arcs) => ({ type: 'MultiPolygon', arcs });
const plain = {
  type: 'Topology',
  objects: {
    inhabited: multiPolygon(land.arcs.filter((polygon) => !isAntarctic(polygon))),
    antarctic: multiPolygon(land.arcs.filter(isAntarctic)),
  },
  arcs: atlas.arcs.map(absolute),
};
const { objects, arcs } = quantize(plain, GRID);

/**
 * A whole number as text, zigzag and base 45: the last digit from the first half of the alphabet, those before it from
 * the second. Most steps of a coast are one character, and compress better than JSON by a third.
 */
function encode(number) {
  let rest = number < 0 ? -2 * number - 1 : 2 * number;
  let text = ALPHABET[rest % 45];
  while ((rest = Math.floor(rest / 45)) > 0) text = ALPHABET[45 + (rest % 45)] + text;
  return text;
}

/** All steps to the east, then all to the north. */
const encodeArc = (arc) => [0, 1].map((axis) => arc.map((step) => encode(step[axis])).join('')).join('');
const text = `// Made by \`npm run land\` from world-atlas ${version} (Natural Earth, public domain). Do not edit.
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
