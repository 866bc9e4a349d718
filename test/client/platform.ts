import type { Platform } from '../../src/store/platform.ts';

/** A clock that the test turns. */
export class FakePlatform implements Platform {
  /** Milliseconds. */
  time = 0;
  readonly timers = new Map<number, { due: number; callback: () => void }>();
  #last = 0;

  setTimeout(callback: () => void, ms: number): number {
    this.timers.set(++this.#last, { due: this.time + ms, callback });
    return this.#last;
  }

  clearTimeout(handle: unknown): void {
    this.timers.delete(handle as number);
  }

  now(): number {
    return this.time;
  }

  epoch(): number {
    return this.time;
  }

  random(): number {
    return 0;
  }

  /** Lets time pass; what follows at once from a timer is done before the next one. */
  async advance(seconds: number): Promise<void> {
    const end = this.time + seconds * 1000;
    for (;;) {
      await settled();
      const [first] = [...this.timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due);
      if (!first) break;
      const [handle, { due, callback }] = first;
      this.timers.delete(handle);
      this.time = due;
      callback();
    }
    this.time = end;
    await settled();
  }
}

/** All that needs no timer is done. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
