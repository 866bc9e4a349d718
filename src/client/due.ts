/** A time in which things happened, and the one in which they are shown. */
export interface Span {
  /** Epoch ms, server's clock. */
  from: number;
  to: number;
  /** Monotonic ms. */
  start: number;
  /** Milliseconds; 0: all at once. */
  length: number;
}

/**
 * When each of several things is to be shown: as far into the one time as it happened in the other. What did not happen
 * within it, or nobody knows when, is spread over it evenly, so that the same list always gives the same moments.
 *
 * @param happened Epoch ms, server's clock, by id; `NaN` where unknown.
 * @param step Milliseconds: what falls into one step is shown together.
 * @returns Monotonic ms by id.
 */
export function dueTimes(
  happened: readonly (readonly [id: string, time: number])[],
  { from, to, start, length }: Span,
  step: number,
): Map<string, number> {
  const isWithin = (time: number): boolean => time >= from && time <= to && to > from;
  const strays = happened.filter(([, time]) => !isWithin(time)).length;
  let stray = 0.5;
  return new Map(
    happened.map(([id, time]) => {
      const share = isWithin(time) ? (time - from) / (to - from) : stray++ / strays;
      return [id, Math.ceil((start + length * share) / step) * step];
    }),
  );
}

/** Epoch ms of ISO 8601; `NaN` where there is none. */
export function epoch(time: string | null | undefined): number {
  return Date.parse(time ?? '');
}
