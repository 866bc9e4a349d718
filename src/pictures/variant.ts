import { learnAllLanguages } from '../i18n/all-languages.ts';
import { languageOf } from '../i18n/registry.ts';
import { IMAGE_THEMES, type ImageTheme } from './paint.ts';

/** Which of its few forms a picture is wanted in. */
export interface Variant {
  theme: ImageTheme;
  /** A language that has messages. */
  language: string;
}

/**
 * Reads the query of a picture's address. Both lists are closed, so that there are few pictures to draw and to keep, and
 * nothing of an address gets into one; what is not on a list is as good as absent.
 */
export function readVariant(query: URLSearchParams): Variant {
  learnAllLanguages();
  const wanted = query.get('theme');
  return {
    theme: IMAGE_THEMES.find((theme) => theme === wanted) ?? 'auto',
    language: languageOf(query.get('lang') ?? ''),
  };
}
