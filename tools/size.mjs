// npm run size: minified, gzip and brotli size of each published file for browsers, and a budget that must hold.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/**
 * Brotli kB. The scripts have all that the map of the world, the ticker and English need: Lit, d3-geo, the land. The rest
 * is fetched when wanted.
 */
const budgets = {
  'datafast-live-map.js': 38,
  'datafast-live-map.iife.js': 38.3,
  'datafast-live-badge.js': 9,
  'datafast-live-badge.iife.js': 9.3,
  'explore.js': 8,
  'fine-land.json': 75,
  'fine-borders.json': 30,
  'borders.json': 5,
  'boxes.json': 3,
};

const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
let over = false;
console.log(
  `${'file'.padEnd(28)}${'min'.padStart(7)}${'gzip'.padStart(8)}${'brotli'.padStart(8)}  budget (brotli), kB`,
);
for (const [file, budget] of Object.entries(budgets)) {
  const bytes = readFileSync(join(import.meta.dirname, '../dist/cdn', file));
  const gzip = gzipSync(bytes, { level: 9 }).length;
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const isOver = brotli > budget * 1000;
  over ||= isOver;
  console.log(
    `${file.padEnd(28)}${kB(bytes.length)} ${kB(gzip)} ${kB(brotli)}  ${budget}${isOver ? '  OVER BUDGET' : ''}`,
  );
}
process.exit(over ? 1 : 0);
