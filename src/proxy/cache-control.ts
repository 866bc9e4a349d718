import type { ResolvedOptions } from './options/types.ts';

/**
 * A CDN may keep an answer until the next one can be had, and hand it out a little longer while it fetches that. A browser
 * is to ask each time; the element does so with `cache: 'no-cache'`, or `stale-while-revalidate` would show it the answer
 * before last.
 */
export function cacheControl({ refreshSeconds }: Pick<ResolvedOptions, 'refreshSeconds'>, ageMs: number): string {
  const seconds = Math.max(1, Math.ceil(refreshSeconds - ageMs / 1000));
  return `public, max-age=0, s-maxage=${seconds}, stale-while-revalidate=${Math.ceil(refreshSeconds)}`;
}
