import type { ResolvedOptions } from './options/types.ts';

export type CacheHeaders = Readonly<Record<string, string>>;

/** For answers that no cache may store. */
export const NO_STORE: CacheHeaders = { 'Cache-Control': 'no-store' };

/** Whether a viewer waited for the upstream; `stale`: an answer older than the interval was served in place of a wait. */
export type CacheStatus = 'hit' | 'miss' | 'stale';

/**
 * How long caches may store an answer of an age: until the proxy has the next one. Browsers revalidate each time, as an answer
 * without `max-age`, `Expires` and `Last-Modified` is never fresh for them (RFC 9111 §4.2), and HAProxy stores nothing with
 * `max-age=0`. Only CDNs (RFC 9213) may serve the old answer while they revalidate: `s-maxage` forbids it (RFC 9111 §4.2.4), and
 * browsers would do it too.
 *
 * @returns The same object for the same seconds and status.
 */
export function cachingFor({
  refreshSeconds,
}: Pick<ResolvedOptions, 'refreshSeconds'>): (ageMs: number, status: CacheStatus) => CacheHeaders {
  const known: Record<CacheStatus, Map<number, CacheHeaders>> = { hit: new Map(), miss: new Map(), stale: new Map() };
  return (ageMs, status) => {
    const seconds = Math.max(1, Math.ceil(refreshSeconds - ageMs / 1000));
    const before = known[status].get(seconds);
    if (before) return before;
    const headers = {
      'Cache-Control': `public, s-maxage=${seconds}`,
      'CDN-Cache-Control': `max-age=${seconds}, stale-while-revalidate=${Math.ceil(refreshSeconds)}`,
      'Server-Timing': `cache;desc=${status}`,
    };
    known[status].set(seconds, headers);
    return headers;
  };
}
