/** Letters that decomposition leaves whole. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ə: 'a', ĸ: 'k', ǝ: 'a',
}; // prettier-ignore
/** Words that stand for others. */
const WORDS = new Map(
  Object.entries({
    st: 'saint',
    ste: 'saint',
    sainte: 'saint',
    sankt: 'saint',
    sint: 'saint',
    mt: 'mount',
    ft: 'fort',
    indpls: 'indianapolis',
    // The squeezed Shanxi is its neighbour.
    shaanxi: 'shensi',
  }),
);
/** What a place is, before its name: City of London, Al Jubayl, Concelho de Sintra. */
const BEFORE = new Set(
  (
    'the al el as ash ad adh ar at an az ath city town village of ville commune de del di do da dos municipio concelho ' +
    'distrito municipality gemeente gemeinde stadt landkreis kreis kota kabupaten kecamatan comune bandar thanh pho quan ' +
    'huyen phuong tp amphoe tambon mueang muang ban gmina powiat raionul orasul comuna greater opstina grad'
  ).split(' '),
);
/** The same after it: Makati City, Seongnam-si, Chiyoda-ku, Chaoyang Qu; and numbers, Paris 15e. */
const AFTER = new Set(
  (
    'city town township village municipality borough district county province cdp kommun kommune ku shi cho machi mura gun ' +
    'si gu dong eup myeon qu xian zhen xiang shiqu rayon raion ilcesi merkez mahallesi sehri obec mesto tp taluk tehsil ' +
    'stadt landkreis center centre arrondissement arrondissements'
  ).split(' '),
);

/** Nothing of it has to be folded: words with a space between each two. */
const PLAIN = /^[a-z]+( [a-z]+)*$/;

/**
 * The words of a name, lower case, without marks and punctuation. What is not Latin stays as it is.
 */
export function wordsOf(name: string): string[] {
  const lower = name.toLowerCase();
  const words = PLAIN.test(lower) ? lower.split(' ') : folded(lower).filter((word) => word !== '');
  for (let index = 0; index < words.length; index++) {
    const meant = WORDS.get(words[index] ?? '');
    if (meant !== undefined) words[index] = meant;
  }
  return words;
}

/** Nothing of it is to be decomposed. */
const ASCII = /^[ -~]*$/;

function folded(lower: string): string[] {
  if (ASCII.test(lower)) return lower.replace(/['`]/g, '').split(/[^a-z\d]+/);
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþıħŧŋəĸǝ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘ʻʼʹʿʾ`´]/g, '')
    .split(/[^\p{L}\p{N}]+/u);
}

/** Whether a word says only what a place is, after its name. */
export function isAfter(word: string): boolean {
  return AFTER.has(word) || (word < ':' && /^\d+[a-z]{0,4}$/.test(word));
}

/** The words without those that only say what kind of place it is, unless there are no others. */
function bare(words: readonly string[]): readonly string[] {
  let [start, end] = [0, words.length];
  while (start < end - 1 && BEFORE.has(words[start] ?? '')) start++;
  while (end > start + 1 && isAfter(words[end - 1] ?? '')) end--;
  return end - start === words.length ? words : words.slice(start, end);
}

/** What places are compared by. */
export function nameKey(words: readonly string[]): string {
  return foldSpelling(bare(words));
}

/** Words as one, and coarser than they are, so that the spellings of one name agree: Köln and Koeln, Kyiv and Kiyiv. */
export function foldSpelling(words: readonly string[]): string {
  let text = words.length === 1 ? (words[0] ?? '') : words.join('');
  if (isSqueezed(text)) return text;
  if (/[aou]e/.test(text)) text = text.replace(/([aou])e/g, '$1');
  if (text.includes('y')) text = text.replace(/y/g, 'i');
  return /(.)\1/u.test(text) ? text.replace(/(.)\1+/gu, '$1') : text;
}

const [A, E, O, U, Y, SURROGATES] = [97, 101, 111, 117, 121, 0xd800];

/** Most names are, and one look at their letters is cheaper than three searches. */
function isSqueezed(text: string): boolean {
  let before = 0;
  for (let index = 0; index < text.length; index++) {
    const letter = text.charCodeAt(index);
    if (letter === before || letter === Y || letter >= SURROGATES) return false;
    if (letter === E && (before === A || before === O || before === U)) return false;
    before = letter;
  }
  return true;
}
