import { isAfter, nameKey, wordsOf } from './names.ts';

/** Words that begin many names, and are none. */
const OPENING = new Set(
  (
    'saint san santa santo sao new old north south east west upper lower great little big port fort lake mount la las los ' +
    'le les villa ville nova nueva novo vila puerto ciudad el al bad nizhny verkhny stara stary velika mala kampung kampong ' +
    'ban desa rio monte castel casa fonte ponte quinta vale valle val town beach grand'
  ).split(' '),
);

/** Nothing of it stands in brackets, nor behind a comma. */
const WHOLE = /^[a-zA-Z ]*$/;
/** What parts a town from its quarter, or from the county behind it. */
const PARTS = /[([,/]| - /;

/** What a place is, at the end of its name in Chinese, Japanese and Korean. */
const KIND = /(?:[都府県縣县市區区]|특별시|광역시|[시군구])$/;

/** A name without what the place is, where it is written as one word: 東京都, 서울특별시. */
export function withoutPlaceSuffix(name: string): string {
  return name.replace(KIND, '');
}

/** The ways to read a city's name. */
export class CityName {
  /** The name as given, without what follows it in brackets. */
  readonly key: string;
  readonly #words: readonly string[];
  readonly #city: string;

  constructor(city: string) {
    this.#city = city;
    const end = WHOLE.test(city) ? -1 : city.search(PARTS);
    this.#words = wordsOf(end < 0 ? city : city.slice(0, end));
    this.key = nameKey(this.#words);
  }

  /** What else may be meant, best first: what stands behind it, the name without its last words, and without its first. */
  *parts(): Generator<string, void> {
    const words = this.#words;
    const short = withoutPlaceSuffix(this.#city);
    if (short !== this.#city) yield nameKey(wordsOf(short));
    const behind = this.#city.split(PARTS, 2)[1];
    if (behind !== undefined) yield nameKey(wordsOf(behind));
    for (let count = words.length - 1; count > 0; count--) {
      const first = words.slice(0, count);
      if (!first.every((word) => OPENING.has(word) || word.length < 3)) yield nameKey(first);
    }
    for (let from = 1; from < words.length; from++) {
      const last = words.slice(from);
      if (!last.every((word) => OPENING.has(word) || word.length < 4 || isAfter(word))) yield nameKey(last);
    }
  }
}
