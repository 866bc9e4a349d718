import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeBlock } from './markdown.ts';

const themes = readFileSync(join(import.meta.dirname, '../theming/themes.css'), 'utf8');

/** The very rules that paint a theme's map, as another page would have them. @param name Of its class. */
export function themeCode(name: string): string {
  const rules = themes.match(/^\.[^{]+\{[^}]*\}/gm) ?? [];
  const own = rules.filter((rule) => rule.startsWith(`.${name} `) || rule.startsWith(`.${name}::`));
  if (own.length === 0) throw new Error(`themes.css has no rule for .${name}.`);
  return codeBlock('CSS', own.join('\n').replaceAll(`.${name}`, 'datafast-live-map'));
}
