const SECOND_MS = 1_000;
/** On the whole map, so that a busy minute does not flicker. */
const MOST = 3;

/** Lets at most three rings start in a second; visitors leave one of them to a payment. */
export class RingThrottle {
  #started: number[] = [];

  /**
   * @param wanted How many would start now.
   * @param now Monotonic ms.
   * @returns How many may.
   */
  take(wanted: number, kind: 'visitor' | 'payment', now: number): number {
    this.#started = this.#started.filter((time) => now - time < SECOND_MS);
    const free = MOST - this.#started.length - (kind === 'payment' ? 0 : 1);
    const taken = Math.max(0, Math.min(wanted, free));
    for (let count = 0; count < taken; count++) this.#started.push(now);
    return taken;
  }
}
