import { requestsLiveApart } from './options/runtime.ts';
import { until } from './patience.ts';

/** A value, or the promise of it. What is there already is handed on without a turn of the event loop. */
export type Awaitable<Value> = Value | Promise<Value>;

export function whenReady<Value, Result>(
  value: Awaitable<Value>,
  next: (value: Value) => Awaitable<Result>,
): Awaitable<Result> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** A promise, and how to keep it. */
export function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}

/** How long one request looks for what another is making, before it makes it itself: that one may have died. */
const MAKING_MS = 200;

/** A value that is made once, when it is first asked for; then it is there without waiting. */
export class Ready<Value> {
  readonly #make: () => Promise<Value>;
  readonly #apart: boolean;
  #making: Promise<Value> | null = null;
  #made: { value: Value } | null = null;

  /** @param apart Requests may not wait for each other's promises. */
  constructor(make: () => Promise<Value>, apart: boolean = requestsLiveApart()) {
    this.#make = make;
    this.#apart = apart;
  }

  get value(): Awaitable<Value> {
    if (this.#made) return this.#made.value;
    if (!this.#making) return this.#begin();
    return this.#apart ? this.#lookFor() : this.#making;
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
    await until(MAKING_MS, () => this.#made !== null || this.#making === null);
    return this.#made ? this.#made.value : this.#begin();
  }
}
