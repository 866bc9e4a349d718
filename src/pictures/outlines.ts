import { GLYPHS } from './glyphs.data.ts';
import type { OutlineText } from './outline-text.ts';
import type { ImageOptions } from './image-options.ts';

/** Languages whose letters have outlines here. */
export const LATIN_LANGUAGES = ['en', 'de', 'fr', 'es', 'pt'] as const;

/** The variant of a name, in a language that can be drawn. */
export function readLatinVariant(name: string): ImageOptions {
  const variant = JSON.parse(name) as ImageOptions;
  const language = LATIN_LANGUAGES.find((known) => known === variant.language) ?? 'en';
  // Outside of a page there is no system to follow.
  return { ...variant, language, theme: variant.theme === 'dark' ? 'dark' : 'light' };
}

/** In thousandths of the font size. */
const UNITS = 1000;

/** For renderers that have no fonts. Letters without an outline are left out. */
export const outlineText: OutlineText = (text, { size, weight, anchor, spacing = 0 }) => {
  const glyphs = GLYPHS[weight > 500 ? 700 : 400];
  let x = 0;
  const placed: [x: number, path: string][] = [];
  for (const letter of text.normalize('NFC')) {
    const [width, path] = glyphs[letter] ?? [0, ''];
    placed.push([x, path]);
    x += width + (width > 0 ? spacing * UNITS : 0);
  }
  const scale = size / UNITS;
  const start = anchor === 'middle' ? -x / 2 : 0;
  return placed.map(([at, path]) => scaled(path, (at + start) * scale, scale)).join('');
};

/** Commands are absolute, and their numbers pairs. */
function scaled(path: string, dx: number, scale: number): string {
  return path.replace(/[MLQC][^MLQCZ]*/g, (command) => {
    const numbers = command.slice(1).match(/-?\d+/g) ?? [];
    return (
      command.charAt(0) + numbers.map((text, index) => round(Number(text) * scale + (index % 2 ? 0 : dx))).join(' ')
    );
  });
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
