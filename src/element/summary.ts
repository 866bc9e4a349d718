import { countryInSentence, message } from '../i18n/messages.ts';
import type { SnapshotData, Visitor } from '../protocol/types.ts';
import { countBy } from '../layers/tooltip.ts';
import { epochOf } from '../protocol/epoch.ts';

/**
 * The map in one sentence: "14 visitors from 6 countries, most from Portugal", if it has more than any other; "" where nothing is known.
 *
 * @param count `null` where it is not known. @param minCount A smaller count is not said.
 */
export function summarize(
  locale: string,
  visitors: readonly Visitor[],
  count: number | null,
  minCount: number,
): string {
  if (count === null || isTooFew(count, minCount))
    return count === null && visitors.length === 0 ? '' : message(locale, 'peopleUncounted');
  const located = visitors.filter(({ location }) => location.countryCode !== null);
  const countries = countBy(located, ({ location }) => location.countryCode ?? '');
  const [most, next] = countries;
  if (!most) return message(locale, 'summaryUnplaced', { count });
  const places = message(locale, 'countries', { count: countries.length, most: countryInSentence(locale, most[0]) });
  // What is in brackets is said where one country alone has the most people.
  const isClear = most[1] > (next?.[1] ?? 0);
  return message(locale, 'summary', { count, places: places.replace(isClear ? /[[\]]/g : /\[.*\]/, '') });
}

/** The number of visitors for the status region; `null` where it is not known. */
export function announcementOf(locale: string, count: number | null, minCount: number): string | null {
  if (count === null) return null;
  return isTooFew(count, minCount) ? message(locale, 'peopleUncounted') : message(locale, 'digest', { count });
}

/** Whether the site does not want the number shown. */
export function isTooFew(count: number, minCount: number): boolean {
  return count > 0 && count < minCount;
}

/** Epoch ms of the newest event or payment; `null` where there is none. */
export function lastActivity(data: SnapshotData): number | null {
  const newest = [data.recentEvents[0], data.recentPayments[0]].map((row) => epochOf(row?.timestamp));
  const latest = Math.max(...newest.filter((time) => !Number.isNaN(time)));
  return Number.isFinite(latest) ? latest : null;
}
