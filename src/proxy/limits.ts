/** Added to pauses at random, so that instances do not retry at the same time. */
export const JITTER = 0.5;
/** No pause is longer: `Retry-After` is at most an hour. */
export const LONGEST_PAUSE_MS: number = 3_600_000 * (1 + JITTER);
