// npm run size: minified, gzip and brotli size of each published file for browsers, and a budget that must hold.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/**
 * Brotli kB. The scripts have all that the map of the world, the ticker and English need: Lit, d3-geo, the land. The rest
 * is fetched when wanted.
 */
const budgets: Readonly<Record<string, number>> = {
  'datafast-live-map.js': 35.1,
  'datafast-live-map.iife.js': 35.7,
  'datafast-live-badge.js': 9.4,
  'datafast-live-badge.iife.js': 9.9,
  'failure-reasons.js': 1.1,
  'interactive-camera.js': 9.1,
  'look-back.js': 4,
  'history-player.js': 4,
  'playback.js': 1.6,
  'map-interaction.js': 7.3,
  'dense-layer.js': 2,
  'optional-parts.js': 1.7,
  'filter.js': 4,
  'breakdown.js': 4,
  'sound.js': 1.5,
  'stream.js': 1.5,
  'night-layer.js': 1,
  'kiosk.js': 1.6,
  'fine-land.js': 75,
  'fine-borders.js': 30,
  'borders.js': 5,
  'boxes.js': 3,
  'country-points.js': 2,
  'lazy-geocoder.js': 6,
  'places/hot.js': 36,
  // The largest of them.
  'languages/ar.js': 2.1,
};

/** The same for files of smaller places, by how many of the countries with the most of them a session is to have. */
const shardBudgets: readonly [name: string, countries: number, budget: number][] = [
  ['places/, the largest', 1, 34],
  ['places/, 20 countries', 20, 75],
  ['places/, all', Infinity, 115],
];

interface Sizes {
  min: number;
  gzip: number;
  brotli: number;
}

const cdn = join(import.meta.dirname, '../dist/cdn');
function sizesOf(file: string): Sizes {
  const bytes = readFileSync(join(cdn, file));
  const gzip = gzipSync(bytes, { level: 9 }).length;
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  return { min: bytes.length, gzip, brotli };
}
const countries = readdirSync(join(cdn, 'places'))
  .filter((file) => file !== 'hot.js')
  .flatMap((file) => {
    const size = sizesOf(join('places', file));
    const texts = readFileSync(join(cdn, 'places', file), 'utf8').matchAll(/ [A-Z]{2}: '([^']*)'/g);
    return Array.from(texts, ([, text = '']) => ({ length: text.length, size }));
  })
  .sort((one, other) => other.length - one.length);
const sum = (sizes: readonly Sizes[], key: keyof Sizes): number => sizes.reduce((total, size) => total + size[key], 0);

const kB = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(7);
console.log(
  `${'file'.padEnd(28)}${'min'.padStart(7)}${'gzip'.padStart(8)}${'brotli'.padStart(8)}  budget (brotli), kB`,
);
function report(name: string, { min, gzip, brotli }: Sizes, budget: number): void {
  const isOver = brotli > budget * 1000;
  if (isOver) process.exitCode = 1;
  console.log(`${name.padEnd(28)}${kB(min)} ${kB(gzip)} ${kB(brotli)}  ${budget}${isOver ? '  OVER BUDGET' : ''}`);
}
for (const [file, budget] of Object.entries(budgets)) report(file, sizesOf(file), budget);
for (const [name, count, budget] of shardBudgets) {
  const some = [...new Set(countries.slice(0, count).map(({ size }) => size))];
  report(name, { min: sum(some, 'min'), gzip: sum(some, 'gzip'), brotli: sum(some, 'brotli') }, budget);
}
