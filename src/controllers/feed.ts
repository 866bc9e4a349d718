import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { areComparable, happenings, type Changes } from '../client/changes.ts';
import { Drip } from '../client/drip.ts';
import type { Span } from '../client/due.ts';
import { Poller, type Platform } from '../client/poller.ts';
import { Presence } from '../client/presence.ts';
import { readSnapshot, requestSnapshot, type Answer } from '../client/request.ts';
import { serverTime } from '../client/server-time.ts';
import { statusAfter, type Status } from '../client/status.ts';
import type { Stream } from '../client/stream.ts';
import { Memory } from '../protocol/memory.ts';
import type { Snapshot, Visitor } from '../protocol/types.ts';
import { platform } from './platform.ts';

/** Where data comes from, and how often. */
export interface Source {
  /** Absolute; `null` where none is configured. */
  url: string | null;
  /** Seconds. */
  interval: number;
  /** Whether the proxy is asked for a stream before it is polled. */
  transport: 'poll' | 'stream';
  credentials: RequestCredentials;
  headers: () => HeadersInit | Promise<HeadersInit>;
}

export interface FeedListener {
  /** @param span When what is new happened, and is to be shown; `null` where the snapshot is the present, not news. */
  onSnapshot(snapshot: Snapshot, changes: Changes, span: Span | null): void;
  /** @param reason Why it is stale or in error, for machines. */
  onStatus(status: Status, previous: Status, reason: string | null): void;
}

/** Seconds. */
const SOON = 2;
/** Intervals without an answer, after which the next one is the present: nobody wants the past replayed. */
const GAP = 3;

/** Keeps the newest snapshot, polling while the host is connected and somebody looks. */
export class FeedController implements ReactiveController {
  snapshot: Snapshot | null = null;
  status: Status = 'unconfigured';
  readonly presence: Presence = new Presence();
  /** Visitors of whom an answer tells nothing new stay the same objects. */
  readonly memory: Memory<Visitor> = new Memory<Visitor>();
  /** What a poll brought and is not shown yet. */
  readonly drip: Drip;

  readonly #host: ReactiveControllerHost & Element;
  readonly #listener: FeedListener;
  readonly #platform: Platform;
  #source: Source = { url: null, interval: 10, transport: 'poll', credentials: 'same-origin', headers: () => ({}) };
  #poller: Poller | null = null;
  /** `null` as long as nobody wants one. */
  #stream: Stream | null = null;
  #watched = true;
  #supplied = false;
  /** Polls that have ended, at this address. */
  #answers = 0;
  /** The server's clock (epoch ms) at a moment of ours (monotonic ms). */
  #clock: { server: number; own: number } | null = null;
  /** Until when the snapshot tells (epoch ms, server's clock), and when it came (monotonic ms). */
  #told = { until: NaN, came: -Infinity };

  constructor(host: ReactiveControllerHost & Element, listener: FeedListener, injected: Platform = platform) {
    this.#host = host;
    this.#listener = listener;
    this.#platform = injected;
    this.drip = new Drip(injected);
    host.addController(this);
  }

  /** Epoch ms by the server's clock; by ours only while no server has told its own. */
  now(): number {
    return this.#clock ? this.#clock.server + this.#platform.now() - this.#clock.own : Date.now();
  }

  /** Seconds since the upstream gave what is shown. */
  get age(): number {
    const generatedAt = this.snapshot?.meta?.generatedAt;
    const since = generatedAt === undefined ? this.#clock?.server : Date.parse(generatedAt);
    return since === undefined ? 0 : Math.max(0, (this.now() - since) / 1000);
  }

  /** Takes over where data comes from. Another address is another site: what was shown of the former one goes. */
  connectTo(source: Source): void {
    const before = this.#source;
    this.#source = source;
    if (this.#supplied) return;
    if (source.transport !== before.transport) this.#stream?.close();
    if (source.url === before.url && this.#poller) {
      if (source.interval !== before.interval) this.#poller.retime();
      return;
    }
    this.#poller?.stop();
    this.#poller = source.url === null ? null : this.#createPoller(source.url);
    this.#answers = 0;
    this.#clock = null;
    this.presence.clear();
    this.drip.clear();
    this.snapshot = null;
    this.#become(source.url === null ? 'unconfigured' : 'loading', null);
    this.#apply();
  }

  /** Shows a snapshot that code supplies; polling ends. `null` goes back to polling. */
  supply(snapshot: Snapshot | null): void {
    this.#supplied = snapshot !== null;
    this.#poller?.stop();
    if (snapshot) {
      this.#adopt(snapshot, serverTime(snapshot), false);
      this.#become('live', null);
    } else {
      this.#poller = null;
      this.connectTo(this.#source);
    }
  }

  /** Whether the data come from code, and not from the network. */
  get isSupplied(): boolean {
    return this.#supplied;
  }

  /** Whether anybody is looking: nobody's polls are spared. */
  set watched(watched: boolean) {
    this.#watched = watched;
    this.#apply();
  }

  /** One poll now. Settles when it has ended; never rejects. A stream gives way to it, and is opened again later. */
  async refresh(): Promise<void> {
    if (this.#supplied) return;
    this.#stream?.close();
    await this.#poller?.refresh();
  }

  hostConnected(): void {
    this.#apply();
  }

  /** A move in the document disconnects and connects within one task: that is not an end. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      this.#apply();
    });
  }

  #apply(): void {
    const isWatched = this.#host.isConnected && this.#watched;
    this.drip.running = isWatched;
    if (isWatched && !this.#supplied) this.#poller?.start();
    else this.#poller?.stop();
  }

  /** Most maps are polled and do without what reads a stream: it is fetched. Where that fails they are polled too. */
  async #openStream(): Promise<Stream | null> {
    try {
      const { Stream } = await import('../client/stream.ts');
      return (this.#stream ??= new Stream(this.#platform, readSnapshot));
    } catch {
      return null;
    }
  }

  #createPoller(url: string): Poller {
    this.#stream = null;
    return new Poller({
      request: async (signal, watch) => {
        const { credentials, headers, transport } = this.#source;
        const options = { credentials, headers: await headers(), signal, memory: this.memory };
        const stream = transport === 'stream' ? await this.#openStream() : null;
        const streamed = stream && (await stream.next(url, options, watch));
        return streamed ?? requestSnapshot(url, options);
      },
      onAnswer: (answer) => {
        this.#receive(answer);
      },
      // What an open stream has next is waited for at once.
      interval: () => (this.#stream?.isOpen ? 0 : this.#interval()),
      platform: this.#platform,
    });
  }

  /** Seconds until the next poll. A first answer is old where nobody had asked lately, and a new one on its way. */
  #interval(): number {
    const usual = this.#usual;
    return this.#answers === 1 && this.age > 2 * usual ? SOON : usual;
  }

  get #usual(): number {
    return Math.max(this.#source.interval, this.snapshot?.meta?.refreshSeconds ?? 0);
  }

  #receive(answer: Answer): void {
    this.#answers++;
    if (answer.ok) {
      this.#adopt(answer.snapshot, answer.serverTime, true);
      const isStale = answer.snapshot.meta?.stale ?? false;
      this.#become(isStale ? 'stale' : 'live', isStale ? 'proxy-stale' : null);
      return;
    }
    const status = statusAfter(this.#poller?.failures ?? 0, this.snapshot !== null);
    if (status) this.#become(status, answer.reason);
  }

  /** @param isDripped What is new is shown over the time until the next poll; else it is shown at once. */
  #adopt(snapshot: Snapshot, serverTime: number | null, isDripped: boolean): void {
    const now = this.#platform.now();
    const before = this.#told;
    this.#clock = serverTime === null ? null : { server: serverTime, own: now };
    this.#told = { until: snapshot.meta ? Date.parse(snapshot.meta.generatedAt) : (serverTime ?? NaN), came: now };
    const previous = this.snapshot;
    const isNews = areComparable(previous, snapshot);
    if (!isNews) this.presence.clear();
    const changes = {
      ...this.presence.update(snapshot, this.now()),
      ...(isNews ? happenings(previous, snapshot) : { events: [], payments: [] }),
    };
    this.snapshot = snapshot;
    const span = {
      from: before.until,
      to: this.#told.until,
      start: now,
      length: isDripped ? this.#interval() * 1000 : 0,
    };
    const longest = GAP * this.#usual * 1000;
    // A computer that slept has not counted the time; without `meta`, a quiet site tells no time at all.
    const isGap = now - before.came > longest || (snapshot.meta !== null && span.to - span.from > longest);
    const isPresent = !isNews || (isDripped && (isGap || this.status !== 'live' || snapshot.meta?.stale === true));
    this.#listener.onSnapshot(snapshot, changes, isPresent ? null : span);
    this.#host.requestUpdate();
  }

  #become(status: Status, reason: string | null): void {
    const previous = this.status;
    if (status === previous) return;
    this.status = status;
    this.#host.requestUpdate();
    this.#listener.onStatus(status, previous, reason);
  }
}
