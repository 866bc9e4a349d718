const LEAST_MS = 30_000;

/** What a screen reader is told: at most one new text every 30 s, and none that was just told. */
export class Digest {
  text = '';
  #told = -Infinity;

  /** @param now Milliseconds of any clock. @returns Whether there is a new text. */
  offer(text: string, now: number): boolean {
    if (text === this.text || now - this.#told < LEAST_MS) return false;
    this.text = text;
    this.#told = now;
    return true;
  }
}
