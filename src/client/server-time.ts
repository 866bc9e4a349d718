import { epochOf } from '../protocol/epoch.ts';
import type { AnswerMeta, Snapshot, SnapshotData } from '../protocol/types.ts';
import { WINDOW_SECONDS } from '../protocol/window.ts';

/**
 * What time the server had when the answer arrived: the viewer's own clock may be wrong by hours. The proxy's `Date`
 * says when it answered, `Age` how long a cache in between has kept that. Where no `Date` can be read, an answer without
 * `meta` is as old as its newest timestamp.
 *
 * @param headers Of the answer; none for a snapshot that came by another way.
 * @returns Epoch ms; `null` where there is no time.
 */
export function serverTime({ meta, data }: Snapshot, headers: Headers = new Headers()): number | null {
  if (meta) return metaTime(meta, headers);
  const usual = usualActivity(data);
  const time = dateOf(headers, usual) || newestTime(data, usual + WINDOW_SECONDS * 1000);
  return time > 0 ? time + ageOf(headers) : null;
}

/**
 * The same from `meta`. In front of the proxy nginx writes a `Date` of its own, Apache one beside an `Age`, others keep the
 * proxy's. So the age at which an answer was stored, to which `Age` is added, follows from `s-maxage` (which counts from when the
 * answer was due), and from `Date` without.
 */
export function metaTime({ generatedAt, refreshSeconds, delaySeconds }: AnswerMeta, headers: Headers): number {
  const generated = epochOf(generatedAt);
  const sent = epochOf(headers.get('date')) - generated;
  const delay = delaySeconds * 1000;
  // `Date` has whole seconds; one that contradicts `generatedAt` is another machine's clock.
  const since = sent > delay && sent < delay + 3_600_000 ? sent : delay;
  const fresh = parseInt(headers.get('cache-control')?.split('s-maxage=')[1] ?? '');
  const stored = delay + (Number(refreshSeconds) - fresh) * 1000;
  return generated + Math.max(since, ageOf(headers) + (stored < since ? stored : since));
}

/** When it was answered; 0 where nothing says so, or a clock that contradicts a known moment shortly before. */
function dateOf(headers: Headers, known: number): number {
  const sent = epochOf(headers.get('date'));
  // It has whole seconds.
  return sent < known - 1000 || sent >= known + 3_600_000 ? 0 : sent || 0;
}

/** Milliseconds that a cache has kept it. */
function ageOf(headers: Headers): number {
  return Math.max(0, Number(headers.get('age')) || 0) * 1000;
}

/** The median of the visitors' last events, all of which are within the window; `NaN` where none are known. */
function usualActivity({ visitors, recentEvents }: SnapshotData): number {
  const here = new Set<string | null>(visitors.map(({ visitorId }) => visitorId));
  // Newest first, so that of each visitor the newest counts.
  const last = recentEvents.filter(({ visitorId, timestamp }) => timestamp !== null && here.delete(visitorId));
  return epochOf(last[last.length >> 1]?.timestamp);
}

/** The newest timestamp, up to a moment beyond which it is a mistake; 0 where there is none. */
function newestTime({ recentEvents, recentPayments, visitors }: SnapshotData, latest: number): number {
  const rows = [...recentEvents, ...recentPayments].map(({ timestamp }) => timestamp);
  let newest = 0;
  for (const text of [...rows, ...visitors.map(({ sessionStartTime }) => sessionStartTime)]) {
    const time = epochOf(text);
    if (time > newest && !(time > latest)) newest = time;
  }
  return newest;
}
