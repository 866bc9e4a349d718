// npm run country-boxes: makes src/geocode/country-boxes.data.ts, boxes around all parts of each country and territory,
// overseas ones too, from Natural Earth's 1:10m countries (package world-atlas) and the codes of ISO 3166-1 (package
// iso-3166). `--check` compares.
import { join } from 'node:path';
import { codes, groupAround, outwards, partsOf, partsWithin, unite } from './country-parts.mjs';
import { writeGenerated } from './write-generated.mjs';

/** Degrees of a great circle: parts that lie closer share a box. */
const GAP = 5;
/** Territories that databases of IP addresses may tell under another code. */
const OFTEN_TOLD_AS = {
  AU: ['CC', 'CX', 'HM', 'NF'], CN: ['HK', 'MO'], DK: ['FO', 'GL'], FI: ['AX'],
  FR: ['BL', 'MF', 'NC', 'PF', 'PM', 'TF', 'WF'], GB: ['GG', 'GI', 'IM', 'JE'], MA: ['EH'], NL: ['AW', 'CW', 'SX'],
  NO: ['BV', 'SJ'], NZ: ['CK', 'NU', 'TK'], US: ['AS', 'GU', 'MP', 'PR', 'UM', 'VI'],
}; // prettier-ignore

/** The outline of a cap around the pole says nothing of the pole. */
const BY_HAND = { AQ: '-180,-90,180,-60' };

const target = join(import.meta.dirname, '../src/geocode/country-boxes.data.ts');
const parts = partsOf('countries-10m');

/** The parts in groups that lie apart from each other. */
function groupsOf(code) {
  const own = partsWithin(code, parts) ?? parts[code];
  const rest = new Set([
    ...own,
    ...(OFTEN_TOLD_AS[code] ?? []).flatMap((other) => partsWithin(other, parts) ?? parts[other]),
  ]);
  const groups = [];
  for (const first of rest) {
    const group = groupAround(first, [...rest], GAP);
    for (const part of group) rest.delete(part);
    groups.push(group);
  }
  return groups;
}

const boxesOf = (code) => groupsOf(code).map((group) => outwards(group.reduce(unite), 1).join());
const list = codes.map((code) => code + (BY_HAND[code] ?? boxesOf(code).join(';'))).join(' ');
const text = `// Made by \`npm run country-boxes\` from world-atlas (Natural Earth, public domain). Do not edit.
/** Country code, then its boxes: west, south, east and north in degrees; west is beyond east across the antimeridian. */
export const COUNTRY_BOXES: string =
  '${list}';
`;

writeGenerated(target, text, 'npm run country-boxes');
