const LEAST_MS = 30_000;

/** What the status region says: at most one new text in 30 s, and none twice in a row. */
export class Announcer {
  text = '';
  #lastAt = -Infinity;

  /** @param now Monotonic ms. */
  offer(text: string, now: number): void {
    if (text === this.text || now - this.#lastAt < LEAST_MS) return;
    this.text = text;
    this.#lastAt = now;
  }
}
