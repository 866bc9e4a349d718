import type { PublishedHistory } from '../protocol/published.ts';
import { CLOCK_TOLERANCE_MS } from './store/store.ts';

/** The time of a count in epoch milliseconds, and the count as it is published. */
export type CountAt = readonly [at: number, count: number | null];

/** The latest count of each minute, oldest first. */
export type MinuteCounts = readonly CountAt[];

const STEP_SECONDS = 60;
const STEP_MS = STEP_SECONDS * 1000;
/** How far another instance's clock may be ahead. */
const STEPS_AHEAD = CLOCK_TOLERANCE_MS / STEP_MS;

/** The counts of this instance, and of those that share a store with it. */
export class CountHistory {
  readonly minutes: number;
  readonly #now: () => number;
  #counts: MinuteCounts = [];

  /** @param minutes 0: nothing is kept. */
  constructor(minutes: number, now: () => number) {
    this.minutes = minutes;
    this.#now = now;
  }

  /** @returns All counts that are known then. */
  add(counts: MinuteCounts): MinuteCounts {
    if (this.minutes > 0) this.#counts = mergeCounts([this.#counts, counts], this.minutes, this.#now());
    return this.#counts;
  }

  /** @returns The last moments of the minutes before this one that have no count. */
  missing(): number[] {
    const known = new Set(this.#counts.map(([at]) => minuteOf(at)));
    const current = minuteOf(this.#now());
    return Array.from({ length: this.minutes }, (_, index) => current - this.minutes + index)
      .filter((minute) => !known.has(minute))
      .map((minute) => (minute + 1) * STEP_MS - 1);
  }
}

/**
 * The latest count of each minute, in whatever order and however often the lists are merged. A count of the future comes from a
 * wrong clock, here or on another instance, and is dropped, as its true time is unknown.
 *
 * @param minutes How many are kept. By number and not by age, so that a clock that jumps ahead and back loses nothing.
 * @param now Epoch milliseconds.
 */
export function mergeCounts(lists: readonly MinuteCounts[], minutes: number, now: number): MinuteCounts {
  const latest = new Map<number, CountAt>();
  for (const counted of lists.flat()) {
    const minute = minuteOf(counted[0]);
    const known = latest.get(minute);
    if (counted[0] <= now + CLOCK_TOLERANCE_MS && (!known || isLater(counted, known))) latest.set(minute, counted);
  }
  return [...latest.values()].sort((a, b) => a[0] - b[0]).slice(-minutes - STEPS_AHEAD);
}

/** The length of a published history (0: none), and the interval of upstream calls. */
interface HistoryOptions {
  historyMinutes: number;
  refreshSeconds: number;
}

/**
 * The history of an answer, which ends with the answer's own minute and count. A count is valid until the next call, which follows
 * within two intervals while there are viewers.
 */
export function publishHistory(
  counts: MinuteCounts,
  answer: CountAt,
  { historyMinutes, refreshSeconds }: HistoryOptions,
): PublishedHistory | null {
  if (historyMinutes === 0) return null;
  const first = minuteOf(answer[0]) - historyMinutes + 1;
  const steps = new Array<number | null>(historyMinutes).fill(null);
  let before: CountAt | null = null;
  for (const counted of [...counts.filter(([at]) => at < answer[0]), answer]) {
    const step = minuteOf(counted[0]) - first;
    if (before && counted[0] - before[0] <= 2 * refreshSeconds * 1000) {
      steps.fill(before[1], Math.max(0, minuteOf(before[0]) - first), Math.max(0, step));
    }
    if (step >= 0) steps[step] = counted[1];
    before = counted;
  }
  return { stepSeconds: STEP_SECONDS, counts: steps };
}

function isLater([at, count]: CountAt, [than, other]: CountAt): boolean {
  return at === than ? (count ?? -1) > (other ?? -1) : at > than;
}

function minuteOf(at: number): number {
  return Math.floor(at / STEP_MS);
}
