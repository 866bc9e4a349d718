import { metaTime } from '../client/server-time.ts';
import type { Snapshot } from '../protocol/types.ts';
import { note, ok, problem, type Finding } from './finding.ts';

/** Seconds that clocks may differ before it is worth a word. */
const CLOCKS_DIFFER = 60;
/** Seconds after which an answer is old, whatever the interval. */
const LEAST_OLD = 90;

/**
 * How old the answer is, and how often there is another.
 *
 * @param now Epoch milliseconds, for an answer that does not say when it was sent.
 */
export function ageFindings({ meta }: Snapshot, headers: Headers, now: number): Finding[] {
  if (meta === null) {
    const text = 'The answer has no time (meta), so ages are counted from its newest event.';
    return [note('age', text)];
  }
  const refresh = meta.refreshSeconds ?? 10;
  const delay = meta.delaySeconds;
  const served = Date.parse(headers.get('date') ?? '');
  const since = (time: number): number => Math.round((time - Date.parse(meta.generatedAt)) / 1000 - delay);
  const stated = since(Number.isNaN(served) ? now : served);
  const age = stated < -CLOCKS_DIFFER ? stated : Math.max(stated, since(metaTime(meta, headers)));
  const later = delay > 0 ? `, published ${delay} s later (delaySeconds)` : '';
  const findings: Finding[] = [ok('refresh', `The proxy refreshes its answer at most every ${refresh} s${later}.`)];
  if (age < -CLOCKS_DIFFER) {
    return [
      ...findings,
      note('age', 'The time of the answer is in the future: two clocks differ. Synchronise the proxy’s clock (NTP).'),
    ];
  }
  if (meta.stale) {
    const text = `The proxy marks its answer as stale (${age} s old): DataFast fails or is slow.`;
    return [...findings, problem('age', `${text} Its log and /health give the reason. The map is grey until then.`)];
  }
  if (age > Math.max(3 * refresh, LEAST_OLD)) {
    const text = `The answer is ${age} s old but not marked as stale: a cache in front stores it for too long, or it is a file.`;
    return [...findings, problem('age', `${text} Make it respect Cache-Control, or bypass it for this address.`)];
  }
  return [...findings, ok('age', `The answer is ${Math.max(0, age)} s old.`)];
}
