import { LONGEST_PAUSE_MS } from './backoff.ts';
import { ProxyError } from './errors.ts';
import { atMost, until } from './patience.ts';
import { type MaybePromise, withResolver } from './maybe-promise.ts';

/** A good answer. */
export interface Entry<Value> {
  value: Value;
  /** Epoch milliseconds: when it came. */
  at: number;
}

/** What asking for another answer came to. */
export type LoadResult<Value> =
  | { entry: Entry<Value>; until?: number }
  /** `until`, in epoch milliseconds, is when asking again makes sense. */
  | { error: ProxyError; until: number };

/** What a viewer gets: an answer, or the reason why there is none. */
export type CacheResult<Value> =
  { entry: Entry<Value>; ageMs: number; stale: boolean } | { error: ProxyError; retryInSeconds: number };

export interface CacheOptions<Value> {
  /**
   * Asks for another answer. Never rejects.
   *
   * @param offer Takes an answer that turns up meanwhile, older than wanted, but better than none.
   */
  load: (offer: (entry: Entry<Value>) => void) => Promise<LoadResult<Value>>;
  /** Epoch milliseconds. */
  now: () => number;
  /** A younger entry is served without a look at the upstream. */
  refreshMs: number;
  /** An older entry is never served. */
  staleMs: number;
  /** How long a viewer waits where there is nothing to serve. Default: as long as it takes. */
  coldMs?: number;
  /** A refresh that takes longer is over: the request that it lived in has died. Default: none does. */
  giveUpMs?: number;
  /** Requests live apart: none may wait for another's promise, and each has to look for itself. Default: false. */
  apart?: boolean;
  /** Told once when an upstream starts to fail, when it fails for another reason, and (`null`) when it is back. */
  onChange?: (error: ProxyError | null) => void;
  /** Resolves when the work has ended or the time is over, whichever comes first. Never rejects. */
  atMost?: (milliseconds: number, work: Promise<void>) => Promise<void>;
  /** The same for what has to be looked for. */
  until?: (milliseconds: number, isSo: () => boolean) => Promise<void>;
}

/** An entry that is older makes its viewers wait for the refresh, if only this long: they came for the present. */
const PATIENCE_MS = 400;
/** Nobody waits for the refresh of a younger one. */
const LEAST_YOUNG_MS = 90_000;

interface Refresh {
  /** Epoch milliseconds. */
  startedAt: number;
  /** Never rejects. */
  landed: Promise<void>;
  /** As `landed`, or when there is something to serve. */
  servable: Promise<void>;
  /** Over when the patience is, which all viewers of this refresh share. */
  waited: Promise<void> | null;
}

/** One entry, stale-while-revalidate, single-flight: however many look, the upstream is called once, or not at all. */
export class Cache<Value> {
  /** Told after each load, whatever came of it. */
  onLanded: () => void = () => undefined;
  readonly #options: CacheOptions<Value>;
  readonly #atMost: typeof atMost;
  readonly #lookUntil: typeof until;
  readonly #youngMs: number;
  #entry: Entry<Value> | null = null;
  #error: ProxyError | null = null;
  /** Epoch milliseconds: when asking again makes sense, and when that was told. */
  #until = 0;
  #toldAt = 0;
  #underWay: Refresh | null = null;

  constructor(options: CacheOptions<Value>) {
    this.#options = options;
    this.#atMost = options.atMost ?? atMost;
    this.#lookUntil = options.until ?? until;
    this.#youngMs = Math.max(3 * options.refreshMs, LEAST_YOUNG_MS);
  }

  /**
   * The answer for one viewer.
   *
   * @param keepAlive Told of the refresh that this viewer started or joined: it goes on without the viewer. Without it
   *   nothing does where requests live apart.
   */
  get(keepAlive?: (work: Promise<void>) => void): MaybePromise<CacheResult<Value>> {
    if (this.#entry && this.#age(this.#entry) < this.#options.refreshMs) return this.look();
    const before = this.#underWay;
    const refresh = this.#refresh();
    if (!refresh) return this.look();
    const { apart = false, coldMs } = this.#options;
    const isAnothers = apart && refresh === before;
    if (!isAnothers) keepAlive?.(refresh.landed);
    // What ends with the request is waited for.
    const goesOn = !apart || isAnothers || keepAlive !== undefined;
    const isServed = this.#servable() !== null;
    if (isServed && goesOn && this.#isYoung()) return this.look();
    const patienceMs = isServed && goesOn ? PATIENCE_MS : coldMs;
    const waited = isAnothers ? this.#watch(refresh, isServed, patienceMs) : this.#join(refresh, isServed, patienceMs);
    return waited.then(() => this.look());
  }

  /** What could be served at this moment, without asking anybody. */
  look(): CacheResult<Value> {
    const entry = this.#servable();
    if (entry) return { entry, ageMs: this.#age(entry), stale: this.#error !== null || !this.#isYoung() };
    const retryInSeconds = Math.max(1, Math.ceil(this.#pauseMs() / 1000));
    return { error: this.#error ?? this.#nothingYet(), retryInSeconds };
  }

  /** Milliseconds until a viewer would make the upstream be called; 0: the next one does. */
  get dueInMs(): number {
    const rest = this.#entry ? this.#options.refreshMs - this.#age(this.#entry) : 0;
    return Math.max(0, rest, this.#pauseMs());
  }

  /** Why the upstream fails at present; `null`: it does not, as far as is known. */
  get failing(): ProxyError | null {
    return this.#error;
  }

  /** The refresh under way, if any. */
  get landed(): Promise<void> {
    return this.#underWay?.landed ?? Promise.resolve();
  }

  #refresh(): Refresh | null {
    const { load, now, giveUpMs = Infinity } = this.#options;
    const startedAt = now();
    if (this.#underWay && Math.abs(startedAt - this.#underWay.startedAt) <= giveUpMs) return this.#underWay;
    if (this.#pauseMs() > 0 && (this.#error ?? this.#servable())) return null;
    const { promise: offered, resolve } = withResolver();
    const loading = load((entry) => {
      this.#take(entry);
      resolve();
    });
    const landed = loading.then((outcome) => {
      this.#land(refresh, outcome);
    });
    const refresh: Refresh = { startedAt, landed, servable: Promise.race([landed, offered]), waited: null };
    this.#underWay = refresh;
    return refresh;
  }

  #land(refresh: Refresh, outcome: LoadResult<Value>): void {
    if (refresh === this.#underWay) {
      this.#underWay = null;
      if ('entry' in outcome) this.#entry = outcome.entry;
      this.#until = outcome.until ?? 0;
      this.#toldAt = this.#options.now();
      const before = this.#error;
      this.#error = 'error' in outcome ? outcome.error : null;
      if (before?.reason !== this.#error?.reason) this.#options.onChange?.(this.#error);
    } else if ('entry' in outcome) {
      // It was given up, but lives.
      this.#take(outcome.entry);
    }
    this.onLanded();
  }

  #take(entry: Entry<Value>): void {
    if (!this.#entry || entry.at > this.#entry.at) this.#entry = entry;
  }

  /** Waits with the others for a refresh to end or, where nothing is served yet, for something to serve. */
  #join(refresh: Refresh, isServed: boolean, patienceMs: number | undefined): Promise<void> {
    const work = isServed ? refresh.landed : refresh.servable;
    return patienceMs === undefined ? work : (refresh.waited ??= this.#atMost(patienceMs, work));
  }

  /** The same, without a promise that another request has made. */
  #watch(refresh: Refresh, isServed: boolean, patienceMs = Infinity): Promise<void> {
    return this.#lookUntil(patienceMs, () => refresh !== this.#underWay || (!isServed && this.#servable() !== null));
  }

  /**
   * In milliseconds. Where the clock was set back nobody knows how much of it is over, so it begins anew; a longer one than
   * there are can only be another machine's wrong clock.
   */
  #pauseMs(): number {
    const now = this.#options.now();
    if (now < this.#toldAt) {
      this.#until += now - this.#toldAt;
      this.#toldAt = now;
    }
    const pause = this.#until - now;
    return pause > LONGEST_PAUSE_MS ? 0 : pause;
  }

  /**
   * In milliseconds. An entry of the future means that the clock was set back, so that its age is unknown, but not new; or
   * that it comes from a machine whose clock goes a little before ours.
   */
  #age(entry: Entry<Value>): number {
    const { now, refreshMs } = this.#options;
    const age = now() - entry.at;
    return age < -refreshMs ? refreshMs : Math.max(0, age);
  }

  #servable(): Entry<Value> | null {
    const { refreshMs, staleMs } = this.#options;
    return this.#entry && this.#age(this.#entry) < Math.max(refreshMs, staleMs) ? this.#entry : null;
  }

  #isYoung(): boolean {
    return this.#entry !== null && this.#age(this.#entry) < this.#youngMs;
  }

  #nothingYet(): ProxyError {
    // With a refresh under way, somebody has waited for it in vain.
    const more = this.#underWay ? { status: 504 } : {};
    return new ProxyError('upstream-unavailable', 'Nothing has been loaded yet.', more);
  }
}
