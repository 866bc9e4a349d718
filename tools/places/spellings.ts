// Other names of a place, by GeoNames, which lists them in all languages and transcriptions without saying which is which:
// those written as names are in Western languages, and how likely a database has a visitor's place under each.
import { CityName } from '../../src/geocode/city-name.ts';
import { EXONYMS } from './exonyms.ts';
import { revised } from './korean.ts';
import { nativeNames, type Spelling } from './native-names.ts';
import type { GazetteerPlace } from './place.ts';

const LATIN = /^[\p{Script=Latin}\p{M}\d\s'’‘ʻʼ.-]+$/u;
/** Names begin with a capital; transcriptions from other scripts do not. Codes have nothing else. */
const NAME = /^['’]?(?:[a-z]{1,3}['’ -])?\p{Lu}.*\p{Ll}/u;
/** What separates a town's name from its location: Frankfurt am Main, Newcastle upon Tyne. */
const WHERE =
  /\s(?:am|an der|im|in|in der|bei|ob der|vor der|upon|on|sur|under|under the|a\. ?d\.|nad|de la|de los|de las|de|del|nell'|di)\s?.*$/i;

/** Cyrillic letters as GeoNames transcribes them. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'jo', є: 'je', ж: 'zh', з: 'z', и: 'i', й: 'j', і: 'i', ї: 'ji', к: 'k',
  л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'c', ч: 'ch', ш: 'sh',
  щ: 'shch', ы: 'y', э: 'eh', ю: 'ju', я: 'ja', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'd', џ: 'dz', ь: '', ъ: '',
}; // prettier-ignore

const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’‘ʻʼ]/gu, '');

/** Where a transcription is the English name. */
const CYRILLIC_TOO = 'AM AZ BA BG BY EE GE KG KZ LT LV MD ME MK MN RS RU TJ TM UA UZ XK'.split(' ');

const transcribe = (name: string): string =>
  plain(Array.from(name.toLowerCase(), (letter) => CYRILLIC[letter] ?? letter).join(''));

export function spellings(place: GazetteerPlace): Spelling[] {
  const { name, others, country } = place;
  const foreign = CYRILLIC_TOO.includes(country) ? [] : others;
  const transcribed = new Set(foreign.filter((other) => /\p{Script=Cyrillic}/u.test(other)).map(transcribe));
  const own = plain(name);
  const short = name.replace(WHERE, '');
  const halves = name.split(/[()/]/).map((half) => half.trim());
  const korean = country === 'KR' || country === 'KP' ? [name, ...others].flatMap(revised) : [];
  return [
    ...korean.map((part) => ({ name: part, likely: 1 })),
    ...nativeNames(place, transcribe),
    ...[short, ...halves]
      .filter((part) => part !== name && part.length > 2)
      .map((part) => ({ name: part, likely: 0.6 })),
    ...others
      .filter((other) => LATIN.test(other) && NAME.test(other))
      .map((other) => ({ name: other, likely: likelihood(plain(other), own, transcribed) })),
  ];
}

/** Endings of Latin, Lithuanian, Esperanto and other languages that few databases are in. */
const FOREIGN = /(?:as|is|us|um|io|jo|ska|skas|burgo|burgas|burga|ija|ia)$/;

function likelihood(other: string, own: string, transcribed: ReadonlySet<string>): number {
  // A part of the name: Xalapa for Xalapa de Enríquez, Reggio Emilia.
  const words = own.split(/[\s-]+/);
  if (other !== own && other.split(/[\s-]+/).every((word) => words.includes(word))) return 1;
  if (EXONYMS.has(new CityName(other).key)) return 2;
  if (transcribed.has(other)) return 0.1;
  if (FOREIGN.test(other) && !FOREIGN.test(own)) return 0.1;
  return 0.3;
}
