import type { ReactiveControllerHost } from '@lit/reactive-element';
import type { Changes } from '../store/changes.ts';
import type { Platform } from '../store/platform.ts';
import type { SnapshotResponse } from '../client/request.ts';
import { serverTime } from '../client/server-time.ts';
import type { Status } from '../store/status.ts';
import { SnapshotTransport, type TransportOptions } from '../client/transport.ts';
import { epochOf } from '../protocol/epoch.ts';
import { RowCache } from '../protocol/row-cache.ts';
import type { Snapshot, Visitor } from '../protocol/types.ts';
import type { ReceivedSnapshot } from '../store/live-state.ts';
import type { LiveStore } from '../store/live-store.ts';
import { platform } from './platform.ts';
import { PollingController, type PollingSource } from './polling.ts';

/** Where snapshots come from. */
export type FeedSource = PollingSource & TransportOptions;

export interface FeedListener {
  onSnapshot: (snapshot: Snapshot, changes: Changes) => void;
  /** @param reason Machine-readable, where the status is `stale` or `error`. */
  onStatus: (status: Status, previous: Status, reason: string | null) => void;
}

/** Seconds. */
const SOON = 2;

/** Fills a store: from the network, or from code that supplies snapshots. */
export class LiveFeed {
  /** Makes an unchanged visitor the same object in successive snapshots. */
  readonly cache: RowCache<Visitor> = new RowCache<Visitor>();
  readonly #store: LiveStore;
  readonly #transport: SnapshotTransport;
  readonly #polling: PollingController<SnapshotResponse>;
  readonly #listener: FeedListener;
  #source: FeedSource | null = null;
  #isSupplied = false;
  /** Answers of this address, and seconds for which the last one had been out when it arrived. */
  #answers = 0;
  #ageAtReceipt = 0;

  constructor(
    host: ReactiveControllerHost & Element,
    store: LiveStore,
    listener: FeedListener,
    injected: Platform = platform,
  ) {
    const transport = new SnapshotTransport(injected, this.cache);
    this.#store = store;
    this.#transport = transport;
    this.#listener = listener;
    this.#polling = new PollingController<SnapshotResponse>(
      host,
      {
        request: (...rest) => transport.request(...rest),
        metaOf: ({ snapshot }) => snapshot.meta,
        onAnswer: (answer, interval) => {
          this.#receive(answer, interval);
        },
        onStatus: (status, previous, reason) => {
          store.setStatus(status);
          listener.onStatus(status, previous, reason);
        },
        onConnect: (status) => {
          this.#answers = 0;
          transport.reset();
          store.reset(status);
        },
        nextPoll: (interval) => this.#nextPoll(interval),
        onWatched: (isWatched) => {
          store.running = isWatched;
        },
      },
      injected,
    );
  }

  get status(): Status {
    return this.#polling.status;
  }

  /** Snapshots come from code, not from the network. */
  get isSupplied(): boolean {
    return this.#isSupplied;
  }

  set watched(watched: boolean) {
    this.#polling.watched = watched;
  }

  /** @param first Has the first answer where the page came with it. */
  connect(source: FeedSource, first: SnapshotTransport['first'] = null): void {
    this.#transport.first = first;
    if (source.transport !== this.#transport.options.transport) this.#transport.close();
    this.#transport.options = source;
    this.#source = source;
    if (!this.#isSupplied) this.#polling.connect(source);
  }

  /** Shows a snapshot of the page's own instead of polling; `null` polls again. */
  supply(snapshot: Snapshot | null): void {
    const wasSupplied = this.#isSupplied;
    this.#isSupplied = snapshot !== null;
    if (snapshot) {
      this.#polling.disconnect();
      this.#receive({ snapshot, serverTime: serverTime(snapshot) }, 0);
      this.#polling.setStatus('live', null);
    } else if (wasSupplied && this.#source) this.#polling.connect(this.#source);
  }

  /** Polls now. Settles when the poll has ended; never rejects. An open stream is closed for it, and opened again later. */
  async refresh(): Promise<void> {
    if (!this.isSupplied) this.#transport.close();
    await this.#polling.refresh();
  }

  /** Seconds. A first answer that is old is being refreshed by the proxy: a new one is available soon. */
  #nextPoll(interval: number): number {
    if (this.#transport.isStreaming) return 0;
    return this.#answers === 1 && this.#ageAtReceipt > 2 * interval ? SOON : interval;
  }

  #receive(answer: ReceivedSnapshot, interval: number): void {
    const { snapshot, serverTime } = answer;
    const { meta } = snapshot;
    this.#answers++;
    this.#ageAtReceipt =
      meta && serverTime !== null ? (serverTime - epochOf(meta.generatedAt)) / 1000 - meta.delaySeconds : 0;
    const changes = this.#store.receive(answer, interval);
    this.#listener.onSnapshot(snapshot, changes);
  }
}
