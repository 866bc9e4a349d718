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

/** The same where the proxy says when it received the answer. */
export function metaTime({ generatedAt }: SnapshotMeta, headers: Headers): number {
  const generated = new Date(generatedAt).getTime();
  const sent = new Date(headers.get('date') ?? '').getTime();
  // `Date` has whole seconds; one that contradicts `generatedAt` is another machine's clock.
  const isPlausible = sent >= generated - 1000 && sent < generated + 3_600_000;
  return Math.max(generated, isPlausible ? sent : 0) + ageOf(headers);
}

/** Milliseconds that a cache has kept it. */
function ageOf(headers: Headers): number {
  return Math.max(0, Number(headers.get('age')) || 0) * 1000;
}
