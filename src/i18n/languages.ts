import type { Messages } from './registry.ts';

/** The languages of the package besides English, which is in the bundle: each in a file that is fetched when it is wanted. */
export const LANGUAGES: Readonly<Record<string, () => Promise<{ messages: Messages }>>> = {
  ar: () => import('./languages/ar.ts'),
  de: () => import('./languages/de.ts'),
  es: () => import('./languages/es.ts'),
  fr: () => import('./languages/fr.ts'),
  ja: () => import('./languages/ja.ts'),
  pt: () => import('./languages/pt.ts'),
  'zh-Hans': () => import('./languages/zh-Hans.ts'),
};
