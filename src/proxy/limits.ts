/** Added to pauses at random, so that the instances of a fleet do not retry in step. */
export const JITTER = 0.5;
/** No pause is longer: `Retry-After` is at most an hour. */
export const LONGEST_PAUSE_MS: number = 3_600_000 * (1 + JITTER);
