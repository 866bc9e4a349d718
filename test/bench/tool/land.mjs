import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { bench } from './paths.mjs';

/** The land in tenths of a pixel on 960 × 500, each point relative to the one before: gen/land.js, for the limits. */
export function generateLand() {
  const topology = JSON.parse(readFileSync(join(bench, 'node_modules/world-atlas/land-110m.json'), 'utf8'));
  const projection = geoNaturalEarth1().fitSize([960, 500], { type: 'Sphere' });
  const path = geoPath(projection).digits(1)(feature(topology, topology.objects.land));
  const [x, y] = projection.translate();
  mkdirSync(join(bench, 'gen'), { recursive: true });
  writeFileSync(
    join(bench, 'gen/land.js'),
    `export const SCALE = ${projection.scale()}, X = ${x}, Y = ${y};\nexport const LAND = ${JSON.stringify(relative(path))};\n`,
  );
}

/** A path of absolute M, L and Z, in relative integers. */
function relative(path) {
  let shorter = '';
  let start = [0, 0];
  let at = [0, 0];
  const separated = (number) => (number < 0 ? `${number}` : ` ${number}`);
  for (const command of path.match(/[MLZ][^MLZ]*/g)) {
    if (command === 'Z') {
      shorter += 'z';
      at = start;
      continue;
    }
    const to = command
      .slice(1)
      .split(',')
      .map((pixels) => Math.round(pixels * 10));
    const [dx, dy] = [to[0] - at[0], to[1] - at[1]];
    if (command.startsWith('M')) {
      shorter += `m${dx}${separated(dy)}`;
      start = to;
    } else if (dx !== 0 || dy !== 0) shorter += separated(dx) + separated(dy);
    at = to;
  }
  return shorter;
}
