import { areComparable, newRows, type Changes } from './changes.ts';
import type { Platform } from './platform.ts';
import type { Status } from './status.ts';
import { isDense } from '../marks/mark.ts';
import { epochOf } from '../protocol/epoch.ts';
import type { Snapshot } from '../protocol/types.ts';
import { tickerRows, type RowKind, type TickerRow } from '../ticker/rows.ts';
import {
  delaySeconds,
  INITIAL_STATE,
  isExpired,
  NO_HIGHLIGHTS,
  windowSeconds,
  type Highlights,
  type LiveState,
  type ReceivedSnapshot,
  type StateFilter,
  type StateListener,
} from './live-state.ts';
import { Presence } from './presence.ts';
import { countMissed, NOTHING_REVEALED, revealedPart, type Revealed } from './revealed.ts';
import type { Playback } from './playback.ts';
import type { PlaybackWindow } from './reveal-plan.ts';
import { ServerClock } from './server-clock.ts';
import { ShownRows } from './shown-rows.ts';

/** The code that reveals changes over time, once it is requested and there. */
export interface PlaybackSource {
  readonly value: { Playback: new (rows: ShownRows) => Playback } | null;
  request(onEnd: () => void): void;
}

/** Polling intervals without an answer, after which the next one is shown as the present instead of being played back. */
const GAP = 3;
/** Where more visitors than this arrive at once none of them is highlighted. */
const MOST_HIGHLIGHTED = 3;
/** Milliseconds for which missed visits are reported. */
const MISSED_MS = 8_000;
/** Relative times turn together, once in so many milliseconds: each turn lays out the ticker again. */
const TURN_MS = 5_000;

/**
 * Turns snapshots, time and pauses into the state that is shown. A snapshot is revealed over the time until the next one;
 * a paused store keeps its state whatever happens.
 */
export class LiveStore {
  filter: StateFilter = (state) => state;
  /** A state of the past that is shown in place of the present; snapshots are received all the same. */
  past: LiveState | null = null;
  readonly #platform: Platform;
  readonly #clock: ServerClock;
  readonly #presence = new Presence();
  readonly #source: PlaybackSource | null;
  #playback: Playback | null = null;
  readonly #rows = new ShownRows();
  readonly #listeners = new Set<StateListener>();
  #kinds: readonly RowKind[] = [];
  #status: Status = 'unconfigured';
  #snapshot: Snapshot | null = null;
  /** Parallel to the snapshot's visitors. */
  #lastActivity: readonly (number | null)[] = [];
  /** The snapshot's own time (epoch ms), and when it arrived (monotonic ms). */
  #received = { time: NaN, at: -Infinity };
  /** The part of the snapshot that is revealed; `null` where it has to be worked out again. */
  #revealed: Revealed | null = null;
  #latest: LiveState = INITIAL_STATE;
  #paused = false;
  /** What is shown while paused. */
  #held: LiveState | null = null;
  #missed = { count: 0, at: -Infinity };
  #generation = 0;
  #rowsHeld = false;
  #running = false;
  #timer: unknown;

  /** @param source Without it each snapshot is shown as a whole. */
  constructor(platform: Platform, source: PlaybackSource | null = null) {
    this.#platform = platform;
    this.#source = source;
    this.#clock = new ServerClock(platform);
  }

  /** What is shown. */
  get state(): LiveState {
    return this.filter(this.past ?? this.#held ?? this.#latest);
  }

  /** What would be shown without a pause and a filter. */
  get latest(): LiveState {
    return this.#latest;
  }

  /** Calls back with each new state, and with what in it is new to the viewer. @returns Ends it. */
  subscribe(listener: StateListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether time passes: without viewers nothing is revealed, and what is overdue by then is shown at once. */
  set running(running: boolean) {
    if (running === this.#running) return;
    this.#running = running;
    this.#schedule();
  }

  /** @param kinds Of the rows wanted. @param size Rows at most. */
  configure(kinds: readonly RowKind[], size: number): void {
    if (size === this.#rows.size && kinds.join() === this.#kinds.join()) return;
    this.#kinds = kinds;
    this.#rows.size = size;
    this.#showPresent();
    if (this.#held)
      this.#held = Object.freeze({ ...this.#held, rows: this.presentRows(this.#held.snapshot, size), more: 0 });
    this.#publish();
  }

  /**
   * Takes a snapshot.
   *
   * @param interval Seconds until the next one, over which changes are revealed; 0 shows them at once.
   * @returns What changed. Of a first snapshot nothing is new.
   */
  receive({ snapshot, serverTime }: ReceivedSnapshot, interval: number): Changes {
    const now = this.#platform.now();
    const previous = this.#snapshot;
    const before = this.#received;
    this.#clock.set(serverTime);
    this.#received = {
      time: snapshot.meta ? epochOf(snapshot.meta.generatedAt) : (serverTime ?? NaN),
      at: now,
    };
    const isNews = areComparable(previous, snapshot);
    if (!isNews) this.#presence.clear();
    const changes = {
      ...this.#presence.update(snapshot, this.#clock.now() - delaySeconds(snapshot) * 1000),
      ...(isNews ? newRows(previous, snapshot) : { events: [], payments: [] }),
    };
    this.#snapshot = snapshot;
    this.#lastActivity = this.#presence.lastActivity;
    this.#revealed = null;
    const window = { from: before.time, to: this.#received.time, start: now, length: interval * 1000 };
    const longest = GAP * window.length;
    // A sleeping computer does not count the time, and without `meta` a quiet site has no times.
    const isGap = now - before.at > longest || (snapshot.meta !== null && window.to - window.from > longest);
    const isLive = interval > 0 && !isGap && this.#status === 'live' && snapshot.meta?.stale !== true;
    const playback = interval > 0 ? this.#loadPlayback() : null;
    if (!isNews || (interval > 0 && !(isLive && playback)) || this.#paused) this.#showPresent();
    else if (playback) this.#play(playback, changes, window);
    else {
      this.#showPresent(false);
      const visitors = changes.arrived.length > MOST_HIGHLIGHTED ? [] : changes.arrived.map((one) => one.visitorId);
      this.#publish({ visitors, payments: changes.payments.map(({ _id }) => _id) });
      return changes;
    }
    this.#publish();
    return changes;
  }

  setStatus(status: Status): void {
    if (status === this.#status) return;
    this.#status = status;
    if (status === 'stale') this.#showPresent();
    this.#publish();
  }

  /** Another address is another site: everything known of the former one goes, also what a pause holds. */
  reset(status: Status): void {
    this.#status = status;
    this.#snapshot = null;
    this.#lastActivity = [];
    this.#presence.clear();
    this.#clock.set(null);
    this.#held = null;
    this.#missed.at = -Infinity;
    this.#showPresent();
    this.#publish();
  }

  /** Keeps what is shown. Where nothing is shown yet, the first snapshot is kept. */
  pause(): void {
    if (this.#paused) return;
    this.#paused = true;
    this.#publish();
    // Nothing waits any more: what is shown next is the present.
    this.#showPresent();
  }

  /** Shows the present, and for some seconds the number of visits that were missed. */
  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    if (this.#held) {
      this.#missed = { count: countMissed(this.#held, this.#snapshot), at: this.#platform.now() };
      this.#held = null;
      this.#generation++;
    }
    this.#publish();
  }

  /** Brings up to date what depends on time: to be called every second. */
  tick(): void {
    const { now, missed } = this.#latest;
    const isTurn = Math.floor(this.#clock.now() / TURN_MS) !== Math.floor(now / TURN_MS);
    if (!this.#held && (isTurn || missed > 0 || this.#status === 'stale')) this.#publish();
  }

  /** A viewer reads the ticker: no row moves until it ends. */
  set rowsHeld(held: boolean) {
    if (held === this.#rowsHeld) return;
    this.#rowsHeld = held;
    if (held || !this.#playback?.replan(this.#platform.now())) return;
    this.#revealed = null;
    this.#schedule();
    this.#publish();
  }

  /** @param isNewGeneration Nothing is animated. */
  #showPresent(isNewGeneration = true): void {
    this.#playback?.queue.clear();
    this.#revealed = null;
    this.#rows.reset(this.presentRows(this.#snapshot), this.#platform.now());
    if (isNewGeneration) this.#generation++;
    this.#schedule();
  }

  /** The ticker's rows of a snapshot, newest first. */
  presentRows(snapshot: Snapshot | null, size: number = Infinity): TickerRow[] {
    return snapshot ? tickerRows(snapshot.data, { kinds: this.#kinds, size }) : [];
  }

  #loadPlayback(): Playback | null {
    this.#source?.request(() => undefined);
    const { value = null } = this.#source ?? {};
    return (this.#playback ??= value && new value.Playback(this.#rows));
  }

  #play(playback: Playback, changes: Changes, window: PlaybackWindow): void {
    const snapshot = this.#snapshot;
    if (!snapshot) return;
    this.#rows.expire(window.to - windowSeconds(snapshot) * 1000);
    const news = { recentEvents: changes.events, recentPayments: changes.payments };
    const rows = tickerRows(snapshot.data, { kinds: this.#kinds, size: Infinity }, news);
    playback.play(changes, rows, window, isDense(snapshot.data.visitors));
    this.#revealed = null;
    this.#schedule();
  }

  #showDue(playback: Playback): void {
    const { visitors, payments, isLive } = playback.reveal(this.#platform.now(), !this.#rowsHeld);
    if (visitors.length + payments.length > 0) this.#revealed = null;
    this.#publish(isLive ? { visitors, payments } : NO_HIGHLIGHTS);
    this.#schedule();
  }

  #schedule(): void {
    this.#platform.clearTimeout(this.#timer);
    const playback = this.#playback;
    const next = playback?.queue.nextDue ?? Infinity;
    if (!playback || !this.#running || next === Infinity) return;
    const wait = Math.max(0, next - this.#platform.now());
    this.#timer = this.#platform.setTimeout(() => {
      this.#showDue(playback);
    }, wait);
  }

  #publish(highlights: Highlights = NO_HIGHLIGHTS): void {
    this.#latest = this.#compose();
    if (this.#paused && this.#snapshot) this.#held ??= this.#latest;
    for (const listener of this.#listeners)
      listener(this.state, (this.past ?? this.#held) ? NO_HIGHLIGHTS : highlights);
  }

  #compose(): LiveState {
    const now = this.#clock.now();
    const snapshot = this.#snapshot;
    const data = { status: this.#status, snapshot, age: this.#ageAt(now) };
    const isEmpty = !snapshot || isExpired(data);
    const { at, count } = this.#missed;
    return Object.freeze({
      ...data,
      now,
      asOf: now - delaySeconds(snapshot) * 1000,
      ...(isEmpty
        ? NOTHING_REVEALED
        : (this.#revealed ??= revealedPart(snapshot, this.#lastActivity, this.#playback?.queue))),
      rows: isEmpty ? INITIAL_STATE.rows : this.#rows.rows,
      more: this.#rows.more,
      missed: this.#platform.now() - at < MISSED_MS ? count : 0,
      generation: this.#generation,
    });
  }

  #ageAt(now: number): number {
    const generatedAt = this.#snapshot?.meta?.generatedAt;
    const since = generatedAt === undefined ? this.#clock.lastReading : epochOf(generatedAt);
    return since === null ? 0 : Math.max(0, (now - since) / 1000);
  }
}
