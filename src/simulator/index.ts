import { answerOf, countOf } from './answer.ts';
import type { RealtimeMapAnswer } from './types.ts';
import { hourlyTraffic } from './traffic.ts';

export type { RealtimeMapAnswer } from './types.ts';

export interface SimulatorOptions {
  /** Another seed, other people. Default 1. */
  seed?: number;
  /** People active at the busiest hour of the daily wave. Default 30. */
  visitors?: number;
  /** As many at every hour: no wave, though who is awake where still counts. Default false. */
  steady?: boolean;
  /**
   * The version of the upstream's documentation to follow: A has objects in `system`, coordinates and customer fields;
   * B has plain strings and none of these. Default A.
   */
  shape?: 'A' | 'B';
}

/** A made-up site with made-up people. */
export interface Simulator {
  /**
   * The answer that the upstream would give at a time.
   * @param now Epoch milliseconds. The same time gives the same answer, whatever was asked before.
   */
  answerAt(now: number): RealtimeMapAnswer;
  /** The count of that answer alone, which takes less time to make. */
  countAt(now: number): number;
}

/** Documented answers from a seed and a clock: for sample data, the demo and tests. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { seed = 1, visitors = 30, steady = false, shape = 'A' } = options;
  if (!Number.isFinite(seed)) throw new RangeError(`Got seed ${seed}, expected a finite number.`);
  if (!(visitors >= 0 && visitors <= Number.MAX_SAFE_INTEGER)) {
    throw new RangeError(`Got visitors ${visitors}, expected 0 or more.`);
  }
  const site = { seed, visitors, shape, wave: hourlyTraffic(steady) };
  return {
    answerAt: (now) => answerOf(site, checkedTime(now)),
    countAt: (now) => countOf(site, checkedTime(now)),
  };
}

function checkedTime(now: number): number {
  if (!Number.isFinite(now)) throw new RangeError(`Got time ${now}, expected epoch milliseconds.`);
  return now;
}
