/** A value, or the promise of it. What is there already is handed on without a turn of the event loop. */
export type Awaitable<Value> = Value | Promise<Value>;

export function whenReady<Value, Result>(
  value: Awaitable<Value>,
  next: (value: Value) => Awaitable<Result>,
): Awaitable<Result> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** A value that is being made: once it has been, it is there without waiting. */
export class Ready<Value> {
  #value: Awaitable<Value>;

  constructor(making: Promise<Value>) {
    this.#value = making;
    making.then(
      (value) => (this.#value = value),
      () => undefined,
    );
  }

  get value(): Awaitable<Value> {
    return this.#value;
  }
}
