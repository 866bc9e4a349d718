import { epochOf } from '../protocol/epoch.ts';
import type { CountSteps, Payment } from '../protocol/types.ts';

/** The counts of a stretch of time, at equal distances. */
export interface CountSeries {
  readonly counts: readonly (number | null)[];
  /** Where something was paid: 0 is the first count, 1 the last. */
  readonly payments: readonly number[];
  readonly seconds: number;
}

/** Counts of the proxy, and payments by their time. @param end Epoch ms of the last count. */
export function seriesOfSteps(
  { counts, stepSeconds }: CountSteps,
  end: number,
  payments: readonly Payment[],
): CountSeries {
  const seconds = counts.length * stepSeconds;
  const length = (counts.length - 1) * stepSeconds * 1000;
  const places = payments.map(({ timestamp }) => 1 - (end - epochOf(timestamp)) / length);
  return { counts, payments: places.filter((place) => place >= 0 && place <= 1), seconds };
}

/** Counts of the states that the page has seen, and payments between those that they were made between. */
export function seriesOfStates(
  counts: readonly (number | null)[],
  times: readonly number[],
  payments: readonly Payment[],
): CountSeries {
  const last = times.length - 1;
  const places = payments.flatMap(({ timestamp }) => {
    const at = epochOf(timestamp);
    const after = times.findIndex((time) => time >= at);
    const [from = NaN, to = NaN] = times.slice(after - 1, after + 1);
    return after > 0 ? [(after - 1 + (at - from) / (to - from)) / last] : [];
  });
  return { counts, payments: places, seconds: ((times[last] ?? 0) - (times[0] ?? 0)) / 1000 };
}

/** Without the numbers that the site does not want shown. */
export function withoutSmallCounts(counts: readonly (number | null)[], minCount: number): (number | null)[] {
  return counts.map((count) => (count !== null && count > 0 && count < minCount ? null : count));
}
