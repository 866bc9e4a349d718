import { messages as ar } from './languages/ar.ts';
import { messages as de } from './languages/de.ts';
import { messages as es } from './languages/es.ts';
import { messages as fr } from './languages/fr.ts';
import { messages as ja } from './languages/ja.ts';
import { messages as pt } from './languages/pt.ts';
import { messages as zhHans } from './languages/zh-Hans.ts';
import { addLanguage, type Messages } from './registry.ts';

/** All languages besides English, for servers: a browser fetches the one that it speaks. */
export const ALL_LANGUAGES: Readonly<Record<string, Messages>> = { ar, de, es, fr, ja, pt, 'zh-Hans': zhHans };

let areKnown = false;

/** Makes all languages known, once. */
export function registerAllLanguages(): void {
  if (areKnown) return;
  areKnown = true;
  for (const [name, messages] of Object.entries(ALL_LANGUAGES)) addLanguage(name, messages);
}
