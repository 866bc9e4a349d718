import type { Snapshot, SnapshotMeta } from '../protocol/types.ts';

/**
 * What time the server had when the answer arrived: the viewer's own clock may be wrong by hours. The proxy's `Date`
 * says how long after `generatedAt` it answered, `Age` how long a cache in between has kept that. An answer without
 * `meta` is as old as its newest timestamp.
 *
 * @param headers Of the answer; none for a snapshot that came by another way.
 * @returns Epoch ms; `null` where there is no time.
 */
export function serverTime({ meta, data }: Snapshot, headers: Headers = new Headers()): number | null {
  if (meta) return metaTime(meta, headers);
  // All are ISO 8601 in UTC, so that the order of texts is that of times.
  const times = [
    data.recentEvents[0]?.timestamp,
    data.recentPayments[0]?.timestamp,
    ...data.visitors.map((visitor) => visitor.sessionStartTime),
  ];
  let newest = '';
  for (const time of times) if (time && time > newest) newest = time;
  return newest ? new Date(newest).getTime() + ageOf(headers) : null;
}

/**
 * The same from `meta`. In front of the proxy nginx writes a `Date` of its own, Apache one beside an `Age`, others keep the
 * proxy's. So the age at which an answer was stored, to which `Age` is added, follows from `s-maxage`, and from `Date` without.
 */
export function metaTime({ generatedAt, refreshSeconds }: SnapshotMeta, headers: Headers): number {
  const generated = new Date(generatedAt).getTime();
  const sent = new Date(headers.get('date') ?? '').getTime() - generated;
  // `Date` has whole seconds; one that contradicts `generatedAt` is another machine's clock.
  const since = sent > 0 && sent < 3_600_000 ? sent : 0;
  const fresh = parseInt(headers.get('cache-control')?.split('s-maxage=')[1] ?? '');
  const stored = (Number(refreshSeconds) - fresh) * 1000;
  return generated + Math.max(since, ageOf(headers) + (stored < since ? stored : since));
}

/** Milliseconds that a cache has kept it. */
function ageOf(headers: Headers): number {
  return Math.max(0, Number(headers.get('age')) || 0) * 1000;
}
