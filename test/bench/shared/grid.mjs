// Dots by screen cell, one <path> for each of 8 × 4: a tile that is rastered skips the cells that it does not touch.
import { project } from './ne1.mjs';

const COLUMNS = 8;
const CELLS = 32;
export const PATHS = '<path/>'.repeat(CELLS);

/** @param {(x: number, y: number) => string} shape The part of a path that draws a dot. */
export function gridOf(paths, shape) {
  const last = [];
  return (dots) => {
    const cells = Array(CELLS).fill('');
    for (const { lon, lat } of dots) {
      const [x, y] = project(lon, lat);
      cells[((y / 125) | 0) * COLUMNS + ((x / 120) | 0)] += shape(x, y);
    }
    cells.forEach((cell, index) => {
      if (cell !== last[index]) paths[index].setAttribute('d', (last[index] = cell));
    });
  };
}
