/** Timers and clocks; tests inject their own. */
export interface Platform {
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** Monotonic milliseconds. */
  now(): number;
  /** Epoch milliseconds of the viewer's clock, which may be wrong. */
  epoch(): number;
  /** 0 to 1. */
  random(): number;
}
