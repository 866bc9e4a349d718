import { squeeze, wordsOf } from './names.ts';

/** A country's code before that of its region. */
const COUNTRY = /^[a-z]{2}-(?=[a-z\d]{1,3}$)/i;

/** What a region is, in the languages that do not tell it by inflection alone. */
const KINDS = new Set(
  (
    'province provincia provincie provinz state estado region regione regiao governorate muhafazat wilayat wilaya county ' +
    'judetul judet zupanija megye district distrito distrikt department departamento departement parish municipality ' +
    'municipiul oblast voblast voblasc krai kray kraj prefecture voivodeship wojewodztwo canton kanton okrug rayon comarca ' +
    'autonomous republic respublika territory capital federal national union principality free hanseatic city and hlavni ' +
    'mesto grad shahri cidade do si ken fu lan kommun il ili sheng shi division emirate commune of de del della da des the'
  ).split(' '),
);

/** The keys that a region's name may be known by, the most exact first. */
export function regionKeys(name: string): string[] {
  const words = wordsOf(name.replace(/[([].*/, '').replace(COUNTRY, ''));
  const bare = words.filter((word) => !KINDS.has(word));
  return [...new Set([squeeze(words), squeeze(bare)])].filter((key) => key !== '');
}
