// Names in a country's own script: by Unicode CLDR's official languages of a territory (package cldr-core), of the names that
// GeoNames lists in all languages.
import { createRequire } from 'node:module';
import { NameReading, withoutKind } from '../../src/geocode/reading.ts';
import { EXONYMS } from './exonyms.mjs';

const require = createRequire(import.meta.url);
const { likelySubtags } = require('cldr-core/supplemental/likelySubtags.json').supplemental;
const { territoryInfo } = require('cldr-core/supplemental/territoryInfo.json').supplemental;

/** Scripts by which CLDR means several, and those of which one language uses a part. */
const LETTERS = {
  Jpan: String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー`,
  Kore: String.raw`\p{Script=Hangul}`,
  Hans: String.raw`\p{Script=Han}`,
  Hant: String.raw`\p{Script=Han}`,
  ar: 'ء-ي',
};
const OFFICIAL = ['official', 'de_facto_official'];
/** Letters that transcriptions of one name have in common. */
const skeleton = (key) => key.replace(/[aeiouhjw]/g, '').replace(/(.)\1+/g, '$1');
const key = (name) => new NameReading(name).key;

const patterns = new Map();

/** @returns What matches a name in the country's own letters, or nothing where these are Latin. */
function patternOf(country) {
  if (!patterns.has(country)) {
    const letters = Object.entries(territoryInfo[country]?.languagePopulation ?? {})
      .filter(([, { _officialStatus: status }]) => OFFICIAL.includes(status))
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
 * @param transcribe A name in Cyrillic letters as it is written in Latin ones: that script has many languages, and most of
 *   what is listed in it is another country's.
 * @returns `{ name, likely }`, as `spellings`.
 */
export function nativeNames({ name, others, country, people }, transcribe) {
  const pattern = people < MANY ? undefined : patternOf(country);
  if (!pattern) return [];
  const keys = [name, ...others].map(key).filter((one, index) => index === 0 || EXONYMS.has(one));
  const skeletons = keys.map(skeleton);
  const likelihood = (other) => {
    if (!/\p{Script=Cyrillic}/u.test(other)) return LIKELY;
    const latin = key(transcribe(other));
    if (keys.includes(latin)) return LIKELY;
    return skeletons.includes(skeleton(latin)) ? SIMILAR : 0;
  };
  const listed = new Set(others.filter((other) => pattern.test(other)));
  return [...listed]
    .filter((other) => withoutKind(other) === other || !listed.has(withoutKind(other)))
    .map((other) => ({ name: other, likely: likelihood(other) }))
    .filter(({ likely }) => likely > 0);
}
