import { formatAgo, formatNumber } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import { epochOf } from '../protocol/epoch.ts';
import type { SnapshotData } from '../protocol/types.ts';
import { delaySeconds, windowSeconds, type LiveState } from '../store/live-state.ts';
import { isBelowMinCount } from './announcer.ts';
import { showsPredictions, type LiveMapOptions } from './options.ts';

/** What the element says besides its rows and marks. */
export interface LiveMapTexts {
  headline: Headline;
  /** `undefined` where expected values are not shown, `null` where only their room is kept. */
  expected: string | null | undefined;
  notes: readonly string[];
  /** What the status region says. */
  announcement: string;
}

/** Those that follow from options and state alone. @param isLocal Whether the page is the developer's own. */
export function textsOf(
  options: LiveMapOptions,
  state: LiveState,
  locale: string,
  isLocal: boolean,
): Omit<LiveMapTexts, 'announcement'> {
  return {
    headline: headlineOf(state.unfiltered ?? state, locale, options.minCount, isLocal),
    expected: showsPredictions(options, state) ? null : undefined,
    notes: notesOf(state, locale),
  };
}

/** The number (or none), what it means, and since when or what is wrong. */
export interface Headline {
  number: string | null;
  /** The number is not known. */
  isMissing: boolean;
  what: string | null;
  when: string | null;
  /** For screen readers, while nothing is known yet. */
  loading: string | null;
}

const EMPTY: Headline = { number: null, isMissing: false, what: null, when: null, loading: null };

/** @param isLocal Whether the page is the developer's own, where the headline says what is missing. */
export function headlineOf(state: LiveState, locale: string, minCount: number, isLocal: boolean): Headline {
  const { snapshot, status, count } = state;
  if (status === 'unconfigured') return { ...EMPTY, when: isLocal ? message(locale, 'unconfigured') : null };
  if (!snapshot && status !== 'error') return { ...EMPTY, loading: message(locale, 'loading') };
  const trouble = troubleOf(state, locale);
  if (count === 0) return { ...EMPTY, what: message(locale, 'empty'), when: trouble ?? lastVisit(state, locale) };
  if (count !== null && isBelowMinCount(count, minCount)) {
    return { ...EMPTY, what: message(locale, 'peopleUncounted'), when: trouble };
  }
  const minutes = Math.round(windowSeconds(snapshot) / 60);
  return {
    ...EMPTY,
    number: count === null ? message(locale, 'noCount') : formatNumber(locale, count),
    isMissing: count === null,
    what: message(locale, 'people', { count: count ?? 0 }),
    when: trouble ?? message(locale, 'window', { count: minutes }),
  };
}

/** What else there is to say about the data, below everything. */
export function notesOf({ snapshot, missed }: LiveState, locale: string): string[] {
  const notes: string[] = [];
  if (missed > 0) notes.push(message(locale, 'missed', { count: missed }));
  if (snapshot?.meta?.sample) notes.push(message(locale, 'sample'));
  return notes;
}

/** What keeps the data from being of this moment. */
function troubleOf({ status, age, snapshot }: LiveState, locale: string): string | null {
  if (status === 'error') return message(locale, 'unavailable');
  const delay = delaySeconds(snapshot);
  if (status === 'stale') return message(locale, 'stale', { ago: formatAgo(locale, age) });
  return delay > 0 ? message(locale, 'delayed', { ago: formatAgo(locale, delay) }) : null;
}

function lastVisit({ snapshot, now }: LiveState, locale: string): string | null {
  const last = snapshot && lastActivity(snapshot.data);
  return last === null ? null : message(locale, 'lastVisit', { ago: formatAgo(locale, (now - last) / 1000) });
}

/** Epoch ms of the newest event or payment; `null` where there is none. */
function lastActivity(data: SnapshotData): number | null {
  const newest = [data.recentEvents[0], data.recentPayments[0]].map((row) => epochOf(row?.timestamp));
  const latest = Math.max(...newest.filter((time) => !Number.isNaN(time)));
  return Number.isFinite(latest) ? latest : null;
}
