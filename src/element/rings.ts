const SECOND = 1000;
/** Over the whole map, so that a busy minute does not flicker. */
const MOST = 3;

/** Lets at most three rings begin in a second. Visitors leave one of them to a payment. */
export class RingLimit {
  #begun: number[] = [];

  /**
   * @param wanted How many would begin now.
   * @param now Milliseconds of any clock.
   * @returns How many may.
   */
  take(wanted: number, kind: 'visitor' | 'payment', now: number): number {
    this.#begun = this.#begun.filter((time) => now - time < SECOND);
    const free = MOST - this.#begun.length - (kind === 'payment' ? 0 : 1);
    const taken = Math.max(0, Math.min(wanted, free));
    for (let count = 0; count < taken; count++) this.#begun.push(now);
    return taken;
  }
}
