import { ProxyError } from './errors.ts';
import { LONGEST_PAUSE_MS } from './limits.ts';
import { type MaybePromise, withResolver } from './maybe-promise.ts';
import { sharedRequests, type Refresh, type RefreshSharing } from './refresh-waiting.ts';

/** A good answer. */
export interface Entry<Value> {
  value: Value;
  /** Epoch milliseconds: when it was received. */
  at: number;
}

/** The result of a call for the next answer. */
export type LoadResult<Value> =
  | { entry: Entry<Value>; until?: number }
  /** `until`, in epoch milliseconds, is when a retry makes sense. */
  | { error: ProxyError; until: number };

/** What a viewer gets: an answer, or the reason why there is none. */
export type CacheResult<Value> =
  | { entry: Entry<Value>; ageMs: number; stale: boolean }
  | { error: ProxyError; retryInSeconds: number };

/**
 * Loads the next answer. Never rejects.
 *
 * @param offer Takes an answer that is found meanwhile, older than wanted, but better than none.
 */
export type Load<Value> = (offer: (entry: Entry<Value>) => void) => Promise<LoadResult<Value>>;

export interface CacheOptions<Value> {
  load: Load<Value>;
  /** Epoch milliseconds. */
  now: () => number;
  /** A younger entry is served without an upstream call. */
  refreshMs: number;
  /** An older entry is never served. */
  staleMs: number;
  /** Each entry is served this much later, and its age counts from then. Default: 0. */
  delayMs?: number;
  /** How long a viewer waits if there is nothing to serve. Default: no limit. */
  coldMs?: number;
  /** Default: requests share one process. */
  sharing?: RefreshSharing;
  /** Called once when the upstream begins to fail, when the reason changes, and with `null` when it answers again. */
  onChange?: (error: ProxyError | null) => void;
}

/** How long viewers of an older entry wait for the refresh. */
const PATIENCE_MS = 400;
/** A younger one is served without waiting for its refresh. */
const LEAST_YOUNG_MS = 90_000;

/**
 * One entry (and those that are not due yet), stale-while-revalidate, single-flight: however many viewers there are, the upstream
 * is called once, or not at all.
 */
export class Cache<Value> {
  /** Called after each load, whatever its result. */
  onEnded: () => void = () => undefined;
  readonly #options: CacheOptions<Value>;
  readonly #sharing: RefreshSharing;
  readonly #youngMs: number;
  readonly #delayMs: number;
  /** By time: the one that is served, and those that wait. */
  #entries: readonly Entry<Value>[] = [];
  #error: ProxyError | null = null;
  /** Epoch milliseconds: when a retry makes sense, and when that was learned. */
  #until = 0;
  #learnedAt = 0;
  #current: Refresh | null = null;
  #version = 0;

  constructor(options: CacheOptions<Value>) {
    this.#options = options;
    this.#sharing = options.sharing ?? sharedRequests();
    this.#youngMs = Math.max(3 * options.refreshMs, LEAST_YOUNG_MS);
    this.#delayMs = options.delayMs ?? 0;
  }

  /**
   * The answer for one viewer.
   *
   * @param keepAlive Receives the refresh that this viewer has started or joined, which continues without the viewer. Where
   *   requests are isolated, the refresh otherwise ends with the request.
   */
  get(keepAlive?: (work: Promise<void>) => void): MaybePromise<CacheResult<Value>> {
    if (this.#newest && this.#age(this.#newest) < this.#options.refreshMs) return this.look();
    const before = this.#current;
    const refresh = this.#refresh();
    if (!refresh) return this.look();
    const isServed = this.#servable() !== null;
    const request = { refresh, isOwn: refresh !== before, isServed, keepAlive };
    const canServe = this.#sharing.keep(request) && isServed;
    if (canServe && this.#isYoung()) return this.look();
    const isDone = (): boolean => refresh !== this.#current || (!isServed && this.#servable() !== null);
    const limitMs = canServe ? PATIENCE_MS : this.#options.coldMs;
    return this.#sharing.wait(request, limitMs, isDone).then(() => this.look());
  }

  /** What can be served now, without an upstream call. */
  look(): CacheResult<Value> {
    const entry = this.#servable();
    if (entry) {
      const isLast = entry === this.#newest;
      return { entry, ageMs: this.#overdue(entry), stale: (this.#error !== null && isLast) || !this.#isYoung() };
    }
    const { nextInMs } = this;
    if (nextInMs < Infinity) {
      const retryInSeconds = seconds(nextInMs);
      return { error: notDue(retryInSeconds), retryInSeconds };
    }
    return { error: this.#error ?? this.#nothingYet(), retryInSeconds: seconds(this.#pauseMs()) };
  }

  /** Changes with everything that may change what is served, except time. */
  get version(): number {
    return this.#version;
  }

  /** Milliseconds until the next entry that waits is served; `Infinity` where none waits. */
  get nextInMs(): number {
    const next = this.#entries.find((entry) => !this.#isDue(entry));
    return next ? next.at + this.#delayMs - this.#options.now() : Infinity;
  }

  /** Milliseconds until a viewer causes an upstream call; 0: the next viewer does. */
  get dueInMs(): number {
    const rest = this.#newest ? this.#options.refreshMs - this.#age(this.#newest) : 0;
    return Math.max(0, rest, this.#pauseMs());
  }

  /** Why the upstream fails at present; `null` if it does not, as far as is known. */
  get failing(): ProxyError | null {
    return this.#error;
  }

  /** The current refresh, if any. */
  get ended(): Promise<void> {
    return this.#current?.ended ?? Promise.resolve();
  }

  #refresh(): Refresh | null {
    const { load, now } = this.#options;
    const startedAt = now();
    if (this.#current && Math.abs(startedAt - this.#current.startedAt) <= this.#sharing.giveUpMs) return this.#current;
    // An entry that is not due yet is as good as one that is served.
    const hasEntry = this.#servable() !== null || this.nextInMs < Infinity;
    if (this.#pauseMs() > 0 && (hasEntry || this.#error)) return null;
    const { promise: offered, resolve } = withResolver();
    const loading = load((entry) => {
      this.#take(entry);
      resolve();
    });
    const ended = loading.then((outcome) => {
      this.#end(refresh, outcome);
    });
    const refresh: Refresh = { startedAt, ended, servable: Promise.race([ended, offered]), waited: null };
    this.#current = refresh;
    return refresh;
  }

  #end(refresh: Refresh, outcome: LoadResult<Value>): void {
    this.#version++;
    if (refresh === this.#current) {
      this.#current = null;
      if ('entry' in outcome) {
        // If the clock was set back, entries of the future would never be due.
        this.#entries = this.#entries.filter(({ at }) => at < outcome.entry.at);
        this.#take(outcome.entry);
      }
      this.#until = outcome.until ?? 0;
      this.#learnedAt = this.#options.now();
      const before = this.#error;
      this.#error = 'error' in outcome ? outcome.error : null;
      if (before?.reason !== this.#error?.reason) this.#options.onChange?.(this.#error);
    } else if ('entry' in outcome) {
      // It was given up, but has ended after all.
      this.#take(outcome.entry);
    }
    this.onEnded();
  }

  #take(entry: Entry<Value>): void {
    this.#version++;
    if (this.#entries.some(({ at }) => at === entry.at)) return;
    const entries = [...this.#entries, entry].sort((one, other) => one.at - other.at);
    const served = entries.findLastIndex((each) => this.#isDue(each));
    this.#entries = entries.slice(Math.max(0, served));
  }

  get #newest(): Entry<Value> | null {
    return this.#entries.at(-1) ?? null;
  }

  #isDue({ at }: Entry<Value>): boolean {
    return this.#delayMs === 0 || this.#options.now() - at >= this.#delayMs;
  }

  /** In milliseconds: how long ago an entry was due. */
  #overdue(entry: Entry<Value>): number {
    return this.#age(entry) - this.#delayMs;
  }

  /**
   * In milliseconds. If the clock was set back, the time that has passed is unknown, and the pause begins again. A pause longer than
   * any possible one comes from the wrong clock of another instance.
   */
  #pauseMs(): number {
    const now = this.#options.now();
    if (now < this.#learnedAt) {
      this.#until += now - this.#learnedAt;
      this.#learnedAt = now;
    }
    const pause = this.#until - now;
    return pause > LONGEST_PAUSE_MS ? 0 : pause;
  }

  /**
   * In milliseconds. An entry of the future means that the clock was set back, and its age is unknown; or that it comes from an
   * instance whose clock is a little ahead.
   */
  #age(entry: Entry<Value>): number {
    const { now, refreshMs } = this.#options;
    const age = now() - entry.at;
    return age < -refreshMs ? refreshMs : Math.max(0, age);
  }

  #served(): Entry<Value> | null {
    return this.#entries.findLast((entry) => this.#isDue(entry)) ?? null;
  }

  #servable(): Entry<Value> | null {
    const { refreshMs, staleMs } = this.#options;
    const entry = this.#served();
    return entry && this.#overdue(entry) < Math.max(refreshMs, staleMs) ? entry : null;
  }

  #isYoung(): boolean {
    const entry = this.#served();
    return entry !== null && this.#overdue(entry) < this.#youngMs;
  }

  #nothingYet(): ProxyError {
    // With a current refresh, the viewer's wait for it has timed out.
    const more = this.#current ? { status: 504 } : {};
    return new ProxyError('upstream-unavailable', 'Nothing has been loaded yet.', more);
  }
}

function notDue(inSeconds: number): ProxyError {
  return new ProxyError('not-due', 'No answer is old enough to be published (delaySeconds).', {
    publicMessage: `This live map is published with a delay. Nothing is old enough yet; the first data is due in ${inSeconds} s.`,
  });
}

/** Whole, and at least one. */
function seconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}
