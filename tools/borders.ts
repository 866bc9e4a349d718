// npm run borders: makes src/map/lazy/borders.data.ts, which fits the land of the bundle, and fine-borders.data.ts, which
// fits that of fine-land.data.ts, from Natural Earth's countries (package world-atlas): the de facto lines between two
// countries, each once, and no coasts. `--check` compares.
import { join } from 'node:path';
import { bordersOf, endsOf, type CountriesFile } from './atlas.ts';
import { encodeLine } from './base45.ts';
import { fewestPoints, FINE } from './fewest-points.ts';
import { writeText } from './write-generated.ts';

interface BorderFile {
  name: string;
  atlas: CountriesFile;
  step: number;
  bound: number;
}

/** Steps and bounds are those of the lands, so that borders end at the coast. The bundled land has all its points. */
const files: readonly BorderFile[] = [
  { name: 'borders', atlas: 'countries-110m', step: 0.18, bound: 0 },
  { name: 'fine-borders', atlas: 'countries-50m', ...FINE },
];

for (const { name, atlas, step, bound } of files) {
  // Borders meet where three countries do.
  const nodes = new Set(endsOf(atlas).map(String));
  const lines = bordersOf(atlas)
    .map((line) => fewestPoints(line, { bound, step, isFixed: (point) => nodes.has(String(point)) }))
    // What is smaller than a step, the Vatican, has none.
    .filter((line) => line.length > 1);
  const target = join(import.meta.dirname, `../src/map/lazy/${name}.data.ts`);
  writeText(target, { step, lines: lines.map(encodeLine) }, 'npm run borders');
}
