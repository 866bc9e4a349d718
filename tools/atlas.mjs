import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A file of the package world-atlas: TopoJSON, made from Natural Earth. */
export function readAtlas(name) {
  return JSON.parse(readFileSync(require.resolve(`world-atlas/${name}.json`), 'utf8'));
}

export const { version: ATLAS_VERSION } = JSON.parse(readFileSync(require.resolve('world-atlas/package.json'), 'utf8'));

/** The arcs of a topology in degrees; in the file they are delta-coded on a grid of its own. */
export function arcsOf({ arcs, transform: { scale, translate } }) {
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
}
