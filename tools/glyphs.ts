// npm run glyphs: writes src/pictures/glyphs.data.ts, the outlines of the letters that a picture without text may need: those of the
// messages in Latin script, from the font Inter. `--check` fails where it is stale. Needs `--import tsx`.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { message } from '../src/i18n/messages.ts';
import { pictureMessage } from '../src/i18n/picture-messages.ts';
import { registerAllLanguages } from '../src/i18n/all-languages.ts';
import { LATIN_LANGUAGES } from '../src/pictures/outlines.ts';
import { writeGenerated } from './write-generated.ts';

const root = join(import.meta.dirname, '..');
/** What of fontkit is used; it has no types. */
interface Font {
  unitsPerEm: number;
  glyphsForString(text: string): { advanceWidth: number; path: { commands: { command: string; args: number[] }[] } }[];
}
const fontkit = createRequire(import.meta.url)('fontkit') as { openSync: (file: string) => Font };
/** Where a letter is from: the font's own units are finer than any picture needs. */
const UNITS = 1000;
const WEIGHTS = [400, 700];
const LETTERS: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

registerAllLanguages();
const texts = LATIN_LANGUAGES.flatMap((language) => [
  ...(['noCount', 'empty', 'sample'] as const).map((key) => message(language, key)),
  ...[0, 1, 2, 10, 1e6].flatMap((count) =>
    (['people', 'window'] as const).map((key) => message(language, key, { count })),
  ),
  pictureMessage(language, 'asOf', { time: '' }),
]);
// Numbers and times of all these languages: grouped, compact, with half a day or a zone.
const characters = new Set(Array.from(texts.join('') + "0123456789 .,:'’-–—…KMBTkmbtdmilAPUTCGhMdoMioa\u00a0\u202f"));

function outline(font: Font, character: string): [width: number, path: string] {
  const round = (value: number): number => Math.round((value * UNITS) / font.unitsPerEm);
  const [glyph] = font.glyphsForString(/[\u00a0\u202f]/.test(character) ? ' ' : character);
  if (!glyph) throw new Error(`The font has no glyph for ${character}.`);
  const d = glyph.path.commands
    .map(({ command, args }) => {
      const numbers = args.map((value, index) => (index % 2 ? -1 : 1) * round(value));
      return (LETTERS[command] ?? '') + numbers.join(' ');
    })
    .join('')
    .replaceAll(' -', '-');
  return [round(glyph.advanceWidth), d];
}

const tables = WEIGHTS.map((weight) => {
  const font = fontkit.openSync(join(root, `node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff`));
  const rows = [...characters]
    .sort()
    .map((character) => `    ${JSON.stringify(character)}: ${JSON.stringify(outline(font, character))},`);
  return `  ${weight}: {\n${rows.join('\n')}\n  },`;
});
writeGenerated(
  join(root, 'src/pictures/glyphs.data.ts'),
  `// Written by npm run glyphs from Inter (OFL-1.1): advance width and path of letters, in thousandths of the font size.
export const GLYPHS: Readonly<Record<400 | 700, Readonly<Record<string, readonly [width: number, path: string]>>>> = {
${tables.join('\n')}
};
`,
  'npm run glyphs',
);
