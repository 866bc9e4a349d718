import { changesBetween } from '../client/changes.ts';
import type { Presence } from '../client/presence.ts';
import type { Status } from '../controllers/feed.ts';
import { formatAge } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import type { Snapshot, SnapshotData } from '../protocol/types.ts';
import type { Headline } from '../view/header.ts';
import { lastActivity } from './summary.ts';

/** What the element shows: the newest state of its feed, or, while it is paused, that of the pause's beginning. */
export interface Shown {
  snapshot: Snapshot | null;
  presence: ReadonlyMap<string, Presence>;
  status: Status;
  /** Epoch ms by the server's clock. */
  now: number;
  /** Seconds since the upstream gave the snapshot. */
  age: number;
}

const WINDOW_SECONDS = 600;
export const NOTHING: SnapshotData = {
  count: null,
  visitors: [],
  conversionMetrics: null,
  hasConversionPredictions: false,
  recentEvents: [],
  recentPayments: [],
};

/** The data to draw. Of an answer older than its window nobody is left. */
export function dataOf({ snapshot, status, age }: Shown): SnapshotData {
  if (!snapshot) return NOTHING;
  const isOver = status === 'stale' && age > (snapshot.meta?.windowSeconds ?? WINDOW_SECONDS);
  return isOver ? NOTHING : snapshot.data;
}

export function headlineOf(shown: Shown, locale: string, minCount: number): Headline {
  const { snapshot, status, now } = shown;
  const { count } = dataOf(shown);
  const isSmall = count !== null && count < minCount;
  const last = snapshot && lastActivity(snapshot.data);
  return {
    locale,
    kind: isSmall ? 'uncounted' : snapshot || status === 'error' ? 'counted' : 'loading',
    count,
    windowMinutes: Math.round((snapshot?.meta?.windowSeconds ?? WINDOW_SECONDS) / 60),
    lastVisit: last === null ? null : (now - last) / 1000,
  };
}

/** The lines under the map: nothing while all is well. */
export function notesOf({ snapshot, status, age }: Shown, locale: string, missed: number, isLocal: boolean): string[] {
  const notes: string[] = [];
  if (status === 'unconfigured' && isLocal) notes.push(message(locale, 'unconfigured'));
  if (status === 'error') notes.push(message(locale, 'unavailable'));
  if (status === 'stale') notes.push(message(locale, 'stale', { age: formatAge(locale, age, 'short') }));
  if (missed > 0) notes.push(message(locale, 'missed', { count: missed }));
  if (snapshot?.meta?.sample) notes.push(message(locale, 'sample'));
  return notes;
}

/** How many people came between two snapshots. */
export function countMissed(before: Snapshot | null, after: Snapshot | null): number {
  return before && after ? changesBetween(before, after).arrived.length : 0;
}
