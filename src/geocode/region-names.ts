import { foldSpelling, wordsOf } from './names.ts';

/** A region's code, with its country's before it or without. */
const CODE = /^(?:[a-z]{2}-)?([a-z\d]{1,3})$/i;

/** What a region is, in the languages that do not show it by inflection alone. */
const KINDS = new Set(
  (
    'province provincia provincie provinz state estado region regione regiao governorate muhafazat wilayat wilaya county ' +
    'judetul judet zupanija megye district distrito distrikt department departamento departement parish municipality ' +
    'municipiul oblast voblast voblasc krai kray kraj prefecture voivodeship wojewodztwo canton kanton okrug rayon comarca ' +
    'autonomous republic respublika territory capital federal national union principality free hanseatic city and hlavni ' +
    'mesto grad shahri cidade do si ken fu lan kommun il ili sheng shi division emirate commune comunidad foral principado ' +
    'avtonomnaya of de del della du da des the'
  ).split(' '),
);

/** The keys that a region may be known by, the most exact first: its code as it is, then its name as a whole and bare. */
export function regionKeys(name: string): string[] {
  const code = CODE.exec(name)?.[1]?.toLowerCase();
  const words = wordsOf(name.replace(/[([].*/, ''));
  // As ISO 3166-2 has them: "Madrid, Comunidad de".
  const before = wordsOf(name.split(',', 1)[0] ?? '');
  const keys = [words, bare(words), bare(before)].map(foldSpelling);
  return [...new Set([code ?? '', ...keys])].filter((key) => key !== '');
}

function bare(words: readonly string[]): string[] {
  return words.filter((word) => !KINDS.has(word));
}
