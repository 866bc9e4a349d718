/** How long after a first failure it is not asked for again, and at most; it doubles with each that follows. */
const RETRY_MS = 60_000;
const LONGEST_MS = 8 * RETRY_MS;

/** A part of the element that is fetched when somebody wants it, once for all elements of the page. */
export class Lazy<T> {
  /** `null` until it is there. */
  value: T | null = null;
  readonly #load: () => Promise<T>;
  readonly #waiting = new Set<() => void>();
  #isAsked = false;
  #pause = RETRY_MS;

  /** @param load Rejects with an Error that names what is missing. */
  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** Has it fetched unless it is there or on its way. What fails is only missing: the map does without it. */
  want(onArrival: () => void): void {
    if (this.value !== null) return;
    this.#waiting.add(onArrival);
    if (this.#isAsked) return;
    this.#isAsked = true;
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    const waiting = this.#waiting;
    try {
      this.value = await this.#load();
      waiting.forEach((onArrival) => {
        onArrival();
      });
    } catch (error) {
      if (this.#pause === RETRY_MS) console.warn(`datafast-live-map does without ${(error as Error).message}`);
      setTimeout(() => (this.#isAsked = false), this.#pause);
      this.#pause = Math.min(2 * this.#pause, LONGEST_MS);
    }
    waiting.clear();
  }
}

/**
 * A module of the element. @param name What the map does without while it is not there.
 *
 * @param load Where a bundler finds it: an `import('…')`.
 */
export function lazyModule<T>(name: string, load: () => Promise<T>): Lazy<T> {
  return new Lazy(() =>
    load().catch((error: unknown) => {
      throw new Error(`${name}: ${String(error)}`, { cause: error });
    }),
  );
}

/**
 * A file beside the script.
 *
 * @param url Asked for at the first request only: a page may have no address that others are relative to.
 * @param read Throws where the text is not that of the file.
 */
export function lazyFile<T>(url: () => URL, read: (text: string) => T): Lazy<T> {
  return new Lazy(async () => {
    let address = 'a file';
    try {
      address = String(url());
      const response = await fetch(address);
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return read(await response.text());
    } catch (error) {
      throw new Error(`${address}: ${String(error)}`, { cause: error });
    }
  });
}
