// npm run country-boxes: makes src/geocode/country-boxes.data.ts, boxes around all parts of each country and territory,
// overseas ones too, from Natural Earth's 1:10m countries (package world-atlas) and the codes of ISO 3166-1 (package
// iso-3166). `--check` compares.
import { join } from 'node:path';
import { codes } from './country-codes.ts';
import { groupAround, outwards, partsOf, partsWithin, uniteAll, type Box } from './country-parts.ts';
import { defined } from './defined.ts';
import { writeGenerated } from './write-generated.ts';

/** Degrees of a great circle: parts that lie closer share a box. */
const GAP = 5;
/** Territories that databases of IP addresses may list under another code. */
const OFTEN_LISTED_AS: Readonly<Record<string, readonly string[]>> = {
  AU: ['CC', 'CX', 'HM', 'NF'], CN: ['HK', 'MO'], DK: ['FO', 'GL'], FI: ['AX'],
  FR: ['BL', 'MF', 'NC', 'PF', 'PM', 'TF', 'WF'], GB: ['GG', 'GI', 'IM', 'JE'], MA: ['EH'], NL: ['AW', 'CW', 'SX'],
  NO: ['BV', 'SJ'], NZ: ['CK', 'NU', 'TK'], US: ['AS', 'GU', 'MP', 'PR', 'UM', 'VI'],
}; // prettier-ignore

/** The outline of a cap around the pole does not say that the pole is inside. */
const BY_HAND: Readonly<Record<string, string>> = { AQ: '-180,-90,180,-60' };

const target = join(import.meta.dirname, '../src/geocode/country-boxes.data.ts');
const parts = partsOf('countries-10m');

const partsOfCode = (code: string): readonly Box[] =>
  partsWithin(code, parts) ?? defined(parts.get(code), `parts of ${code}`);

/** The parts in groups that lie apart from each other. */
function groupsOf(code: string): Box[][] {
  const rest = new Set([code, ...(OFTEN_LISTED_AS[code] ?? [])].flatMap(partsOfCode));
  const groups: Box[][] = [];
  for (const first of rest) {
    const group = groupAround(first, [...rest], GAP);
    for (const part of group) rest.delete(part);
    groups.push(group);
  }
  return groups;
}

const boxesOf = (code: string): string[] => groupsOf(code).map((group) => outwards(uniteAll(group), 1).join());
const list = codes.map((code) => code + (BY_HAND[code] ?? boxesOf(code).join(';'))).join(' ');
const text = `// Made by \`npm run country-boxes\` from world-atlas (Natural Earth, public domain). Do not edit.
/** Country code, then its boxes: west, south, east and north in degrees; west is beyond east across the antimeridian. */
export const COUNTRY_BOXES: string =
  '${list}';
`;

writeGenerated(target, text, 'npm run country-boxes');
