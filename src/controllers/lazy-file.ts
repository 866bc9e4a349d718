/** How long after a failure a file is not asked for again. */
const RETRY_MS = 60_000;

/** A file beside the script that is fetched when somebody wants it, once for all elements of the page. */
export class LazyFile<T> {
  /** `null` until it is there. */
  value: T | null = null;
  readonly #url: () => URL;
  readonly #read: (text: string) => T;
  readonly #waiting = new Set<() => void>();
  #isAsked = false;
  #isTold = false;

  /**
   * @param url Asked for at the first request only: a page may have no address that others are relative to.
   * @param read Throws where the text is not that of the file.
   */
  constructor(url: () => URL, read: (text: string) => T) {
    this.#url = url;
    this.#read = read;
  }

  /** Fetches the file unless it is there or on its way. One that fails is only missing: the map does without it. */
  want(onArrival: () => void): void {
    if (this.value !== null) return;
    this.#waiting.add(onArrival);
    if (this.#isAsked) return;
    this.#isAsked = true;
    void this.#load();
  }

  async #load(): Promise<void> {
    const waiting = this.#waiting;
    let url = '';
    try {
      url = String(this.#url());
      const response = await fetch(url);
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      this.value = this.#read(await response.text());
      waiting.forEach((onArrival) => {
        onArrival();
      });
    } catch (error) {
      if (!this.#isTold) console.warn(`datafast-live-map does without ${url}: ${String(error)}`);
      this.#isTold = true;
      setTimeout(() => (this.#isAsked = false), RETRY_MS);
    }
    waiting.clear();
  }
}
