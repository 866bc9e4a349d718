// npm run boxes: makes src/map/lazy/boxes.data.ts, the box around each country and territory, from Natural Earth's countries
// (package world-atlas) and the codes of ISO 3166-1 (package iso-3166). A country is its mainland: the parts that lie
// close to the largest one, or to one of those. `--check` compares.
import { join } from 'node:path';
import { codes } from './country-codes.ts';
import {
  groupAround,
  middle,
  outwards,
  partsOf,
  partsWithin,
  sizeOf,
  unite,
  uniteAll,
  type Box,
} from './country-parts.ts';
import { defined } from './defined.ts';
import { writeText } from './write-generated.ts';

/** Degrees of a great circle between parts that belong together. */
const GAP = 2;
/** Degrees of a great circle that a map shows at least, so that an islet has surroundings. */
const LEAST = 2;
/** Those without a mainland, or with parts that lie farther apart: the box contains all of it. */
const WHOLE = ['FM', 'KI', 'MH', 'MY', 'PF', 'RU', 'SB', 'SH', 'TO', 'TV', 'WF'];
/** Where the atlas is of no use. */
const BY_HAND: Readonly<Record<string, Box>> = {
  // All around the pole. Mercator ends at 85°.
  AQ: [-180, -85, 180, -60],
  // The atlas draws the lines of control; ISO 3166-1 has Western Sahara, and has the Crimea in Ukraine.
  MA: [-13.2, 27.6, -1, 36],
  UA: [22.1, 44.3, 40.2, 52.4],
  // Most atolls are too small for it.
  MV: [72.2, -0.8, 74.3, 7.2],
  // Those of the Pacific; another one is in the Caribbean.
  UM: [166.5, -0.5, -159.9, 28.3],
};

const target = join(import.meta.dirname, '../src/map/lazy/boxes.data.ts');
const RADIANS = Math.PI / 180;
const fine = partsOf('countries-50m');
// It has some that are too small for the other.
const finest = partsOf('countries-10m');

function tightBox(code: string): Box {
  const within = partsWithin(code, finest);
  if (within) return uniteAll(within);
  const parts = defined(fine.get(code) ?? finest.get(code), `parts of ${code}`);
  if (WHOLE.includes(code)) return uniteAll(parts);
  const [largest] = parts.toSorted((one, other) => sizeOf(other) - sizeOf(one));
  return uniteAll(groupAround(defined(largest), parts, GAP));
}

/** As wide and as high as a map needs. */
function roomy(box: Box): Box {
  const [x, y] = middle(box);
  const half = [LEAST / 2 / Math.cos(y * RADIANS), LEAST / 2] as const;
  return unite(box, [x - half[0], y - half[1], x + half[0], y + half[1]]);
}

const boxes = Object.fromEntries(codes.map((code) => [code, BY_HAND[code] ?? outwards(roomy(tightBox(code)), 10)]));
writeText(target, boxes, 'npm run boxes');
