// npm run borders: makes src/map/lazy/borders.data.ts, which fits the land of the bundle, and fine-borders.data.ts, which
// fits that of fine-land.data.ts, from Natural Earth's countries (package world-atlas): the lines between two countries,
// as they are in fact, each once, and no coasts. `--check` compares.
import { join } from 'node:path';
import { mesh } from 'topojson-client';
import { arcsOf, readAtlas } from './atlas.mjs';
import { encodeLine } from './base45.mjs';
import { fewestPoints, FINE } from './fewest-points.mjs';
import { writeText } from './write-generated.mjs';

/** Steps and bounds are those of the lands, so that borders end at the coast. The bundled land has all its points. */
const files = [
  { name: 'borders', atlas: 'countries-110m', step: 0.18, bound: 0 },
  { name: 'fine-borders', atlas: 'countries-50m', ...FINE },
];

for (const { name, atlas, step, bound } of files) {
  const topology = readAtlas(atlas);
  // Borders meet where three countries do.
  const nodes = new Set(arcsOf(topology).flatMap((arc) => [String(arc[0]), String(arc.at(-1))]));
  const isFixed = (point) => nodes.has(String(point));
  const { coordinates } = mesh(topology, topology.objects.countries, (one, other) => one !== other);
  // What is smaller than a step, the Vatican, has none.
  const lines = coordinates
    .map((line) => fewestPoints(line, { bound, step, isFixed }))
    .filter((line) => line.length > 1);
  const file = { step, lines: lines.map(encodeLine) };
  const target = join(import.meta.dirname, `../src/map/lazy/${name}.data.ts`);
  writeText(target, file, 'npm run borders');
}
