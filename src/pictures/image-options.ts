import { registerAllLanguages } from '../i18n/all-languages.ts';
import { languageOf } from '../i18n/registry.ts';
import { IMAGE_THEMES, type ImageTheme } from './image-palette.ts';

/** Which of its few forms a picture is wanted in. */
export interface ImageOptions {
  theme: ImageTheme;
  /** A language that has messages. */
  language: string;
  /** With the night side of the earth: the map alone has one. */
  daylight?: true;
}

/** `?daylight`, and how scripts write it. */
const ON: readonly string[] = ['', 'true', '1', 'daylight'];

/**
 * Reads the query of a picture's address. All lists are closed, so that there are few pictures to draw and to keep, and
 * nothing of an address gets into one; what is not on a list is as good as absent.
 */
export function readImageOptions(query: URLSearchParams): ImageOptions {
  registerAllLanguages();
  const wanted = query.get('theme');
  return {
    theme: IMAGE_THEMES.find((theme) => theme === wanted) ?? 'auto',
    language: languageOf(query.get('lang') ?? ''),
    ...(ON.includes(query.get('daylight') ?? 'absent') && { daylight: true }),
  };
}
