import type { MaybePromise } from './maybe-promise.ts';
import { areRequestsIsolated } from './options/runtime.ts';
import { pollUntil } from './wait.ts';

/** How long a request polls for the value of another one before it makes its own: the other may have ended. */
const MAKING_MS = 200;

/** A value that is made at its first use, and is available synchronously from then on. */
export class LazyValue<Value> {
  readonly #make: () => Promise<Value>;
  readonly #isIsolated: boolean;
  #making: Promise<Value> | null = null;
  #made: { value: Value } | null = null;

  /** @param isIsolated Requests may not wait for each other's promises. */
  constructor(make: () => Promise<Value>, isIsolated: boolean = areRequestsIsolated()) {
    this.#make = make;
    this.#isIsolated = isIsolated;
  }

  get value(): MaybePromise<Value> {
    if (this.#made) return this.#made.value;
    if (!this.#making) return this.#begin();
    return this.#isIsolated ? this.#lookFor() : this.#making;
  }

  #begin(): Promise<Value> {
    const making = this.#make().then(
      (value) => (this.#made ??= { value }).value,
      (error: unknown) => {
        this.#making = null;
        throw error;
      },
    );
    this.#making = making;
    return making;
  }

  async #lookFor(): Promise<Value> {
    await pollUntil(MAKING_MS, () => this.#made !== null || this.#making === null);
    return this.#made ? this.#made.value : this.#begin();
  }
}
