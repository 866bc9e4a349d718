// Names in a country's own script: by Unicode CLDR's official languages of a territory (package cldr-core), of the names that
// GeoNames lists in all languages.
import { createRequire } from 'node:module';
import { CityName, withoutPlaceSuffix } from '../../src/geocode/city-name.ts';
import { EXONYMS } from './exonyms.ts';
import type { GazetteerPlace } from './place.ts';

export interface Spelling {
  name: string;
  /** 1 is as likely as the first of a place's names is, 0 not at all. */
  likely: number;
}

interface TerritoryInfo {
  languagePopulation?: Record<string, { _officialStatus?: string }>;
}

const require = createRequire(import.meta.url);
const { likelySubtags } = (
  require('cldr-core/supplemental/likelySubtags.json') as { supplemental: { likelySubtags: Record<string, string> } }
).supplemental;
const { territoryInfo } = (
  require('cldr-core/supplemental/territoryInfo.json') as {
    supplemental: { territoryInfo: Record<string, TerritoryInfo> };
  }
).supplemental;

/** Codes that CLDR uses for several scripts, and scripts of which a language uses a part. */
const LETTERS: Readonly<Record<string, string>> = {
  Jpan: String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー`,
  Kore: String.raw`\p{Script=Hangul}`,
  Hans: String.raw`\p{Script=Han}`,
  Hant: String.raw`\p{Script=Han}`,
  ar: 'ء-ي',
};
const OFFICIAL = ['official', 'de_facto_official'];
/** Letters that transcriptions of one name have in common. */
const skeleton = (name: string): string => name.replace(/[aeiouhjw]/g, '').replace(/(.)\1+/g, '$1');
const key = (name: string): string => new CityName(name).key;

const patterns = new Map<string, RegExp | undefined>();

/** @returns What matches a name in the country's own letters, or nothing where these are Latin. */
function patternOf(country: string): RegExp | undefined {
  if (!patterns.has(country)) {
    const letters = Object.entries(territoryInfo[country]?.languagePopulation ?? {})
      .filter(([, { _officialStatus: status }]) => status !== undefined && OFFICIAL.includes(status))
      .map(([language]) => {
        const script = /_(\w{4})$/.exec(language)?.[1] ?? likelySubtags[language]?.split('-')[1] ?? 'Latn';
        return script === 'Latn' ? '' : (LETTERS[language] ?? LETTERS[script] ?? String.raw`\p{Script=${script}}`);
      });
    const all = [...new Set(letters)].join('');
    patterns.set(country, all === '' ? undefined : new RegExp(String.raw`^[${all}][${all}\p{M}\s’'-]*$`, 'u'));
  }
  return patterns.get(country);
}

/** People of a city that has its names in two scripts: databases have most others in Latin letters. */
const MANY = 150_000;
/** More likely than most names in other languages. */
const LIKELY = 1;
const SIMILAR = 0.7;

/**
 * @param transcribe Writes a name in Cyrillic letters in Latin ones: many languages have that script, and most names
 *   listed in it are those of another country.
 */
export function nativeNames(
  { name, others, country, people }: GazetteerPlace,
  transcribe: (name: string) => string,
): Spelling[] {
  const pattern = people < MANY ? undefined : patternOf(country);
  if (!pattern) return [];
  const keys = [name, ...others].map(key).filter((one, index) => index === 0 || EXONYMS.has(one));
  const skeletons = keys.map(skeleton);
  const likelihood = (other: string): number => {
    if (!/\p{Script=Cyrillic}/u.test(other)) return LIKELY;
    const latin = key(transcribe(other));
    if (keys.includes(latin)) return LIKELY;
    return skeletons.includes(skeleton(latin)) ? SIMILAR : 0;
  };
  const listed = new Set(others.filter((other) => pattern.test(other)));
  return [...listed]
    .filter((other) => withoutPlaceSuffix(other) === other || !listed.has(withoutPlaceSuffix(other)))
    .map((other) => ({ name: other, likely: likelihood(other) }))
    .filter(({ likely }) => likely > 0);
}
