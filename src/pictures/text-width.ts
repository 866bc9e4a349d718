/**
 * Advance widths in hundredths of the font size. No font can be loaded into a picture, and the viewer's own is not known
 * here: these lie between those of the system fonts, which differ by a few percent.
 */
const WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [26, " ijlI.,:;'|!·"],
  [36, 'frt()[]/-"*'],
  [52, 'cksvxyzJL?_'],
  [66, 'ABEFKPRSTVXYZ&+<=>~'],
  [75, 'CDGHNOQU'],
  [88, 'mwMW%@—…'],
];
const ORDINARY = 58;
/** Figures are tabular: a pill does not twitch from 11 to 14. */
const FIGURE = 59;
const FULL_WIDTH = 100;
/** Writing systems whose characters fill a square. */
const SQUARE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/;
const BOLDER = 1.03;

const widthOf = new Map(
  WIDTHS.flatMap(([width, characters]) => Array.from(characters, (one) => [one, width] as const)),
);

/** About how wide a text is, in units of the font size's. */
export function textWidth(text: string, fontSize: number, weight: 400 | 600 = 400): number {
  let hundredths = 0;
  // An accent stands above its letter and takes no room.
  for (const character of text.normalize('NFD').replace(/\p{M}/gu, '')) hundredths += advance(character);
  return (hundredths / 100) * fontSize * (weight === 600 ? BOLDER : 1);
}

function advance(character: string): number {
  if (/\p{Nd}/u.test(character)) return FIGURE;
  return widthOf.get(character) ?? (SQUARE.test(character) ? FULL_WIDTH : ORDINARY);
}
