/** The pause after a first failure, and the longest one: it doubles with each failure. */
const RETRY_MS = 60_000;
const LONGEST_MS = 8 * RETRY_MS;
/** Set once a failure was reported: where one file is missing, most others are. A page may have two scripts. */
const REPORTED = Symbol.for('datafast-live-map');

const onTheirWay = new Set<Lazy<unknown>>();

/** Whether files are on their way. @param onEnd Called whenever one of them is there, or missing. */
export function areFilesPending(onEnd: () => void): boolean {
  for (const file of onTheirWay) file.load(onEnd);
  return onTheirWay.size > 0;
}

/** A part of the element that is fetched on demand, once for all elements of the page. */
export class Lazy<T> {
  /** `null` until it is there. */
  value: T | null = null;
  /** A request has failed. Read it while there is no value. */
  isMissing = false;
  readonly #name: string;
  readonly #fetchFile: () => Promise<T>;
  readonly #waiting = new Set<() => void>();
  #pause = RETRY_MS;
  /** Epoch ms. No timer waits for it: the next rendering requests it again. */
  #retryAt = -Infinity;

  /** @param name What the map does without while it is missing. */
  constructor(name: string, load: () => Promise<T>) {
    this.#name = name;
    this.#fetchFile = load;
  }

  /**
   * Has it fetched unless it is there or on its way. What fails is only missing: the map does without it.
   *
   * @param onEnd It is there, or it is missing.
   */
  request(onEnd: () => void): void {
    if (this.value === null) this.load(onEnd);
  }

  /** The same, and calls back after the running code where it is there already. */
  load(onEnd: () => void): void {
    if (Date.now() < this.#retryAt) return;
    this.#waiting.add(onEnd);
    if (onTheirWay.has(this)) return;
    onTheirWay.add(this);
    void this.#fetch();
  }

  /** Settles when it is no longer on its way. */
  async settle(): Promise<void> {
    if (onTheirWay.has(this)) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  async #fetch(): Promise<void> {
    try {
      this.value = await (this.value ?? this.#fetchFile());
    } catch (error) {
      this.isMissing = true;
      const page = globalThis as { [REPORTED]?: true };
      if (!page[REPORTED])
        console.warn(`datafast-live-map could not load ${this.#name}; continuing without: ${String(error)}`);
      page[REPORTED] = true;
      this.#retryAt = Date.now() + this.#pause;
      this.#pause = Math.min(2 * this.#pause, LONGEST_MS);
    }
    onTheirWay.delete(this);
    this.#waiting.forEach((onEnd) => {
      onEnd();
    });
    this.#waiting.clear();
  }
}

/** An object of a class in a file: it is created when the file arrives, so that updates only pass values to it. */
export class LazyInstance<Module, Instance> {
  /** `null` until it is there. */
  value: Instance | null = null;
  readonly #file: Lazy<Module>;
  readonly #create: (module: Module) => Instance;
  readonly #onEnd: () => void;

  /** @param onEnd It is there, or its file is missing. */
  constructor(file: Lazy<Module>, create: (module: Module) => Instance, onEnd: () => void) {
    this.#file = file;
    this.#create = create;
    this.#onEnd = onEnd;
  }

  request(): void {
    if (!this.value) this.#file.load(this.#onArrival);
  }

  readonly #onArrival = (): void => {
    const module = this.#file.value;
    if (module) this.value ??= this.#create(module);
    this.#onEnd();
  };
}
