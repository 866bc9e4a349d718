import { countryInSentence, message } from '../i18n/messages.ts';
import type { SnapshotData } from '../protocol/types.ts';
import { countBy } from '../view/tooltip.ts';

/** The map in one sentence: "14 visitors from 6 countries, most from Portugal". */
export function summarize(locale: string, data: SnapshotData): string {
  const count = data.count ?? data.visitors.length;
  const located = data.visitors.filter(({ location }) => location.countryCode !== null);
  const countries = countBy(located, ({ location }) => location.countryCode ?? '');
  const [most] = countries;
  if (!most) return message(locale, 'summaryUnplaced', { count });
  const places = message(locale, 'countries', { count: countries.length, most: countryInSentence(locale, most[0]) });
  return message(locale, 'summary', { count, places });
}

/** Epoch ms of the newest thing that happened; `null` where nothing is told. */
export function lastActivity(data: SnapshotData): number | null {
  const newest = [data.recentEvents[0], data.recentPayments[0]].map((row) => Date.parse(row?.timestamp ?? ''));
  const latest = Math.max(...newest.filter((time) => !Number.isNaN(time)));
  return Number.isFinite(latest) ? latest : null;
}
