/** What an element can say of its data. */
export type Status = 'unconfigured' | 'loading' | 'live' | 'stale' | 'error';

/** Failed polls in a row until what is shown counts as stale. */
const FAILURES_UNTIL_STALE = 2;

/** What an element's data is after failed polls; `null`: what it was. @param hasData Whether there is any to show. */
export function statusAfter(failures: number, hasData: boolean): Status | null {
  if (!hasData) return 'error';
  return failures >= FAILURES_UNTIL_STALE ? 'stale' : null;
}
