import type { HeadcountResponse } from '../client/headcount.ts';
import { platform } from '../controllers/platform.ts';
import { epochOf } from '../protocol/epoch.ts';
import type { PublishedCount } from '../protocol/headcount.ts';
import { WINDOW_SECONDS } from '../protocol/window.ts';
import type { Status } from '../store/status.ts';

/** The last number of visitors, and its age. */
export class Headcount {
  #last: PublishedCount | null = null;
  /** Monotonic ms at which the upstream gave it. */
  #givenAt = 0;

  receive({ headcount, serverTime }: HeadcountResponse): void {
    const { meta } = headcount;
    this.#last = headcount;
    this.#givenAt = platform.now() - (meta && serverTime !== null ? serverTime - epochOf(meta.generatedAt) : 0);
  }

  reset(): void {
    this.#last = null;
  }

  /** `null` where it is not known, or is stale and older than its window. */
  countAt(status: Status): number | null {
    if (!this.#last) return null;
    const isExpired = status === 'stale' && this.age > (this.#last.meta?.windowSeconds ?? WINDOW_SECONDS) + this.delay;
    return isExpired ? null : this.#last.count;
  }

  /** Seconds by which the proxy publishes it later. */
  get delay(): number {
    return this.#last?.meta?.delaySeconds ?? 0;
  }

  /** Seconds since the upstream gave it. */
  get age(): number {
    return Math.max(0, platform.now() - this.#givenAt) / 1000;
  }
}
