import { newcomers } from '../client/changes.ts';
import type { Held } from '../client/drip.ts';
import type { Presence } from '../client/presence.ts';
import type { Status } from '../client/status.ts';
import type { FeedController } from '../controllers/feed.ts';
import { formatAgo, formatNumber } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import type { Snapshot, SnapshotData, Visitor } from '../protocol/types.ts';
import { WINDOW_SECONDS } from '../protocol/window.ts';
import type { TickerRow } from '../ticker/rows.ts';
import type { Headline } from '../view/header.ts';
import type { Flow } from './flow.ts';
import { isTooFew, lastActivity } from './summary.ts';

/** What the element shows: the newest state of its feed, or, while it is paused, that of the pause's beginning. */
export interface Shown {
  snapshot: Snapshot | null;
  presence: Presence;
  status: Status;
  /** Epoch ms by the server's clock. */
  now: number;
  /** Seconds since the upstream gave the snapshot. */
  age: number;
  /** What of the snapshot has yet to come. */
  held: Held;
  /** The ticker's rows; `null`: the newest of the snapshot. */
  rows: readonly TickerRow[] | null;
  /** What happened in the last minute and got no row. */
  more: number;
}

/** The newest state. */
export function present(feed: FeedController, { held, rows, more }: Flow): Shown {
  const { snapshot, presence, status, age } = feed;
  return { snapshot, presence, status, age, now: feed.now(), held, rows, more };
}

/** What of it stands for words that cannot be said yet: their room. */
export const UNSAID = { snapshot: null, status: 'loading', more: 0 } as const;

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

/** Everybody who is shown. */
export function visitorsOf(shown: Shown): readonly Visitor[] {
  return withoutHeld(dataOf(shown).visitors, shown.held.visitors);
}

/** Those of them who have come already. */
export function withoutHeld(visitors: readonly Visitor[], held: ReadonlySet<string>): readonly Visitor[] {
  return held.size === 0 ? visitors : visitors.filter(({ visitorId }) => !held.has(visitorId));
}

/** How many people are here, which counts along with the dots. The upstream may count others than it lists. */
export function countOf(shown: Shown): number | null {
  const { count, visitors } = dataOf(shown);
  const held = shown.held.visitors.size;
  return count === null ? null : Math.max(count - held, Math.min(count, visitors.length - held));
}

/** @param isLocal Whether the page is the developer's own, who alone is told what is missing. */
export function headlineOf(shown: Shown, locale: string, minCount: number, isLocal: boolean): Headline {
  const { snapshot, status } = shown;
  if (status === 'unconfigured') {
    return { number: null, what: null, when: isLocal ? message(locale, 'unconfigured') : null };
  }
  if (!snapshot && status !== 'error') return { loading: message(locale, 'loading') };
  const count = countOf(shown);
  const trouble = troubleOf(shown, locale);
  if (count === 0) return { number: null, what: message(locale, 'empty'), when: trouble ?? lastVisit(shown, locale) };
  if (count !== null && isTooFew(count, minCount)) {
    return { number: null, what: message(locale, 'peopleUncounted'), when: trouble };
  }
  const minutes = Math.round((snapshot?.meta?.windowSeconds ?? WINDOW_SECONDS) / 60);
  return {
    number: count === null ? message(locale, 'noCount') : formatNumber(locale, count),
    isMissing: count === null,
    what: message(locale, 'people', { count: count ?? 0 }),
    when: trouble ?? message(locale, 'window', { count: minutes }),
  };
}

function troubleOf({ status, age }: Shown, locale: string): string | null {
  if (status === 'error') return message(locale, 'unavailable');
  return status === 'stale' ? message(locale, 'stale', { ago: formatAgo(locale, age) }) : null;
}

function lastVisit({ snapshot, now }: Shown, locale: string): string | null {
  const last = snapshot && lastActivity(snapshot.data);
  return last === null ? null : message(locale, 'lastVisit', { ago: formatAgo(locale, (now - last) / 1000) });
}

/** The lines below everything: what else there is to say of the data. */
export function notesOf({ snapshot }: Shown, locale: string, missed: number): string[] {
  const notes: string[] = [];
  if (missed > 0) notes.push(message(locale, 'missed', { count: missed }));
  if (snapshot?.meta?.sample) notes.push(message(locale, 'sample'));
  return notes;
}

/** How many people are here now who were not shown before. */
export function countMissed(before: Shown, { snapshot }: Shown): number {
  if (!before.snapshot || !snapshot) return 0;
  const data = { ...before.snapshot.data, visitors: [...visitorsOf(before)] };
  return newcomers({ ...before.snapshot, data }, snapshot).length;
}
