import { arrivalsBetween } from './arrivals.ts';
import { hash } from './random.ts';
import { BASELINE_RATE, BASELINE_VALUE, eventRow, plainEventRow, plainVisitorRow, visitorRow } from './rows.ts';
import { paymentRow, renewalOf, saleOf, type Sale } from './sale.ts';
import { LONGEST_MS, MEAN_PRESENCE_MS, sessionAt, WINDOW_MS, type Session } from './session.ts';
import type { AnswerEvent, RealtimeMapAnswer } from './types.ts';
import type { Hour } from './traffic.ts';

/** Seeds of streams that have nothing in common. */
const SESSIONS = 1;
const RENEWALS = 2;

/** At this many visitors money comes in about every 80 seconds, so that a demo shows some. */
const SHOP_VISITORS = 30;
const RENEWALS_PER_MS = 0.55 / 60_000;
/** The newest events only: of 5,000 visitors the whole window would be 25,000 rows, and 10 MB. */
const MOST_EVENTS = 1_000;

export interface SimulatedSite {
  seed: number;
  visitors: number;
  shape: 'A' | 'B';
  wave: readonly Hour[];
}

export function answerOf(site: SimulatedSite, now: number): RealtimeMapAnswer {
  const sessions = sessionsAt(site, now);
  const isPlain = site.shape === 'B';
  return {
    status: 'success',
    data: {
      count: sessions.length,
      visitors: sessions.map((session) => (isPlain ? plainVisitorRow : visitorRow)(session, now)),
      ...(!isPlain && {
        conversionMetrics: { baselineConversionRate: BASELINE_RATE, baselineAverageValue: BASELINE_VALUE },
      }),
      hasConversionPredictions: !isPlain,
      recentEvents: eventsAt(sessions, now, isPlain),
      recentPayments: [...sessions.map(saleOf), ...renewalsAt(site, now)]
        .filter((sale): sale is Sale => sale !== null && isRecent(sale, now))
        .sort((a, b) => b.at - a.at)
        .map(paymentRow),
    },
  };
}

export function countOf(site: SimulatedSite, now: number): number {
  return sessionsAt(site, now).length;
}

function isRecent({ at }: { at: number }, now: number): boolean {
  return at <= now && at > now - WINDOW_MS;
}

/** All listed sessions: those that began within the longest session and the window after it, and have not ended. */
function sessionsAt({ seed, visitors, wave }: SimulatedSite, now: number): Session[] {
  const rate = visitors / MEAN_PRESENCE_MS;
  return arrivalsBetween(now - LONGEST_MS - WINDOW_MS, now, { seed: hash(seed, SESSIONS), wave, rate })
    .map((arrival) => sessionAt(now, arrival, appetite(visitors)))
    .filter((session) => session !== null);
}

function renewalsAt({ seed, visitors, wave }: SimulatedSite, now: number): Sale[] {
  const rate = RENEWALS_PER_MS * (visitors / SHOP_VISITORS) * appetite(visitors);
  return arrivalsBetween(now - WINDOW_MS, now, { seed: hash(seed, RENEWALS), wave, rate }).map(renewalOf);
}

/** Ten times the visitors do not buy ten times as much. */
function appetite(visitors: number): number {
  return Math.min(1, Math.sqrt(SHOP_VISITORS / visitors));
}

/** The newest activities of all sessions, newest first. Which they are is found by their times, before rows are made. */
function eventsAt(sessions: readonly Session[], now: number, isPlain: boolean): AnswerEvent[] {
  const times: number[] = [];
  for (const { activities } of sessions) {
    for (const activity of activities) if (isRecent(activity, now)) times.push(activity.at);
  }
  const since = Float64Array.from(times).sort().at(-MOST_EVENTS) ?? now - WINDOW_MS;
  const found: { at: number; row: AnswerEvent }[] = [];
  for (const session of sessions) {
    session.activities.forEach((activity, index) => {
      if (activity.at < since || !isRecent(activity, now)) return;
      found.push({ at: activity.at, row: (isPlain ? plainEventRow : eventRow)(session, activity, index, now) });
    });
  }
  return found
    .sort((a, b) => b.at - a.at)
    .slice(0, MOST_EVENTS)
    .map(({ row }) => row);
}
