import type { Entry, LoadResult } from './cache.ts';
import type { ProxyError } from './errors.ts';
import { JITTER } from './limits.ts';

// At least ten seconds between two calls: never more than six in any 60 s, whatever the interval.
const FIRST_MS = 10_000;
const LONGEST_MS = 60_000;
/** For errors that only the operator can end. */
const LASTING_FIRST_MS = 60_000;
const LASTING_LONGEST_MS = 300_000;
/** For this long after a failure, an upstream that answers again is not called more often. */
const DOUBT_MS = 60_000;

/** When a failing upstream may be called again: after twice as long each time, or after its `Retry-After`, if that is later. */
export class Backoff {
  readonly #now: () => number;
  readonly #leastMs: number;
  readonly #random: () => number;
  #failures = 0;
  /** Epoch milliseconds. */
  #failedAt = -Infinity;

  /** @param leastMs Milliseconds between two calls even if the upstream does not fail. */
  constructor(now: () => number, leastMs: number, random: () => number = Math.random) {
    this.#now = now;
    this.#leastMs = leastMs;
    this.#random = random;
  }

  /** @returns Epoch milliseconds: the earliest time of the next call. */
  failed(error: ProxyError): number {
    const [first, longest] = error.lasting ? [LASTING_FIRST_MS, LASTING_LONGEST_MS] : [FIRST_MS, LONGEST_MS];
    const own = Math.min(first * 2 ** this.#failures, longest) * (1 + JITTER * this.#random());
    this.#failures += 1;
    this.#failedAt = this.#now();
    return this.#failedAt + Math.max(own, this.#leastMs, (error.retryAfterSeconds ?? 0) * 1000);
  }

  /** @param pauseMs By the upstream's rate limit headers. @returns As `failed`. */
  succeeded(pauseMs = 0): number {
    const now = this.#now();
    this.#failures = 0;
    return now + Math.max(pauseMs, Math.abs(now - this.#failedAt) < DOUBT_MS ? FIRST_MS : 0);
  }
}

/** A good answer, and the milliseconds until the next call. */
export interface Loaded<Value> {
  entry: Entry<Value>;
  pauseMs?: number;
}

/** @param load Rejects with a ProxyError only. */
export function withBackoff<Value>(
  load: () => Promise<Loaded<Value>>,
  backoff: Backoff,
): () => Promise<LoadResult<Value>> {
  return async () => {
    try {
      const { entry, pauseMs } = await load();
      return { entry, until: backoff.succeeded(pauseMs) };
    } catch (thrown) {
      const error = thrown as ProxyError;
      return { error, until: backoff.failed(error) };
    }
  };
}
