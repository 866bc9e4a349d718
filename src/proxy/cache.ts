import { Backoff } from './backoff.ts';
import { ProxyError } from './errors.ts';
import type { Awaitable } from './ready.ts';

/** A good answer. */
export interface Entry<Value> {
  value: Value;
  /** Epoch milliseconds: when it came. */
  at: number;
}

/** What a viewer gets: an answer, or the reason why there is none. */
export type Found<Value> =
  { entry: Entry<Value>; ageMs: number; stale: boolean } | { error: ProxyError; retryInSeconds: number };

export interface CacheOptions<Value> {
  /** Asks the upstream. Rejects with a ProxyError only. */
  load: () => Promise<Entry<Value>>;
  /** Epoch milliseconds. */
  now: () => number;
  /** A younger entry is served without a look at the upstream. */
  refreshMs: number;
  /** An older entry is never served. */
  staleMs: number;
  /** Told once when an upstream starts to fail, when it fails for another reason, and (`null`) when it is back. */
  onChange?: (error: ProxyError | null) => void;
  /** Resolves when the work has ended or the time is over, whichever comes first. Never rejects. */
  atMost?: (milliseconds: number, work: Promise<void>) => Promise<void>;
  /** 0 to 1. */
  random?: () => number;
}

/** An entry that is older makes its viewers wait for the refresh, if only this long: they came for the present. */
const PATIENCE_MS = 400;
/** Nobody waits for the refresh of a younger one. */
const LEAST_YOUNG_MS = 90_000;

interface Flight {
  /** Never rejects. */
  landed: Promise<void>;
  /** As `landed`, but over when the patience is, which all viewers of this flight share. */
  waited: Promise<void> | null;
}

/** One entry, stale-while-revalidate, single-flight: however many look, the upstream is called once, or not at all. */
export class Cache<Value> {
  readonly #options: CacheOptions<Value>;
  readonly #atMost: (milliseconds: number, work: Promise<void>) => Promise<void>;
  readonly #youngMs: number;
  readonly #backoff: Backoff;
  #entry: Entry<Value> | null = null;
  #error: ProxyError | null = null;
  #flight: Flight | null = null;

  constructor(options: CacheOptions<Value>) {
    this.#options = options;
    this.#atMost = options.atMost ?? atMost;
    this.#youngMs = Math.max(3 * options.refreshMs, LEAST_YOUNG_MS);
    this.#backoff = new Backoff(options.now, options.refreshMs, options.random);
  }

  /**
   * The answer for one viewer.
   *
   * @param keepAlive Told of the refresh that this viewer started or joined: it goes on without the viewer.
   */
  get(keepAlive?: (work: Promise<void>) => void): Awaitable<Found<Value>> {
    if (this.#entry && this.#age(this.#entry) < this.#options.refreshMs) return this.look();
    const flight = this.#refresh();
    if (!flight) return this.look();
    keepAlive?.(flight.landed);
    if (!this.#servable()) return flight.landed.then(() => this.look());
    if (this.#isYoung()) return this.look();
    return (flight.waited ??= this.#atMost(PATIENCE_MS, flight.landed)).then(() => this.look());
  }

  /** What could be served at this moment, without asking anybody. */
  look(): Found<Value> {
    const entry = this.#servable();
    if (entry) {
      const ageMs = this.#age(entry);
      return { entry, ageMs, stale: this.#error !== null || !this.#isYoung() };
    }
    const retryInSeconds = Math.max(1, Math.ceil(this.#backoff.remainingMs / 1000));
    const error = this.#error ?? new ProxyError('upstream-unavailable', 'Nothing has been loaded yet.');
    return { error, retryInSeconds };
  }

  /** Why the upstream fails at present; `null`: it does not, as far as is known. */
  get failing(): ProxyError | null {
    return this.#error;
  }

  /** The refresh under way, if any. */
  get landed(): Promise<void> {
    return this.#flight?.landed ?? Promise.resolve();
  }

  #refresh(): Flight | null {
    if (this.#flight) return this.#flight;
    if (this.#error && this.#backoff.remainingMs > 0) return null;
    const landed = this.#load().finally(() => {
      this.#flight = null;
    });
    this.#flight = { landed, waited: null };
    return this.#flight;
  }

  async #load(): Promise<void> {
    let error: ProxyError | null = null;
    try {
      this.#entry = await this.#options.load();
      this.#backoff.succeeded();
    } catch (thrown) {
      error = thrown as ProxyError;
      this.#backoff.failed(error);
    }
    const changed = this.#error?.reason !== error?.reason;
    this.#error = error;
    if (changed) this.#options.onChange?.(error);
  }

  /** In milliseconds. An entry of the future means that the clock was set back: its age is unknown, but not new. */
  #age(entry: Entry<Value>): number {
    const age = this.#options.now() - entry.at;
    return age < 0 ? this.#options.refreshMs : age;
  }

  #servable(): Entry<Value> | null {
    const { refreshMs, staleMs } = this.#options;
    return this.#entry && this.#age(this.#entry) < Math.max(refreshMs, staleMs) ? this.#entry : null;
  }

  #isYoung(): boolean {
    return this.#entry !== null && this.#age(this.#entry) < this.#youngMs;
  }
}

function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    void work.finally(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
