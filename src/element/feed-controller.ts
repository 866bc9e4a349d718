import type { ReactiveControllerHost } from '@lit/reactive-element';
import { resolveUrl } from '../base/address.ts';
import { warnOfFailure, warnUnconfigured } from '../base/failure-warnings.ts';
import { customStates } from '../base/states.ts';
import { warnOnce } from '../base/warn.ts';
import { readSnapshot } from '../client/request.ts';
import { Lazy } from '../controllers/lazy.ts';
import { LiveFeed } from '../controllers/live-feed.ts';
import { platform } from '../controllers/platform.ts';
import { parseSnapshot } from '../protocol/parse.ts';
import { withoutPersonal } from '../protocol/personal.ts';
import type { Snapshot } from '../protocol/types.ts';
import { LiveStore } from '../store/live-store.ts';
import type { Status } from '../store/status.ts';
import { LiveMapPaymentEvent, LiveMapStatusEvent, LiveMapUpdateEvent } from './events.ts';
import type { LiveMapOptions } from './options.ts';

/** Fetched after the first snapshot. */
const playback = new Lazy('arrivals over time', () => import('../store/playback.ts'));

type FeedHost = ReactiveControllerHost & HTMLElement & { readonly status: Status; readonly proxyUrl: string | null };

/** The element's data: where it comes from, the store that it fills, and the events that report it. */
export class FeedController {
  readonly store: LiveStore = new LiveStore(platform, playback);
  readonly #host: FeedHost;
  readonly #feed: LiveFeed;
  readonly #setState: (status: Status) => void;
  /** What was rendered is taken over, which is no news. */
  #isSilent = false;

  constructor(host: FeedHost) {
    this.#host = host;
    this.#setState = customStates(host);
    this.#feed = new LiveFeed(host, this.store, {
      onSnapshot: (snapshot, changes) => {
        this.#dispatch(new LiveMapUpdateEvent(snapshot, changes));
        for (const payment of changes.payments) this.#dispatch(new LiveMapPaymentEvent(payment));
      },
      onStatus: (status, previous, reason) => {
        this.#setState(status);
        if (!this.#isSilent) this.#dispatch(new LiveMapStatusEvent(status, previous, reason));
        this.#isSilent &&= status === 'loading';
        if (reason !== null) void warnOfFailure(host.localName, reason, host.proxyUrl);
      },
    });
  }

  get status(): Status {
    return this.#feed.status;
  }

  get snapshot(): Snapshot | null {
    return this.store.latest.snapshot;
  }

  set watched(watched: boolean) {
    this.#feed.watched = watched;
  }

  /** @param embedded A snapshot that the page came with, as it was read. */
  connect(options: LiveMapOptions, embedded?: unknown): void {
    const { proxyUrl, refreshInterval: interval, transport, credentials, headers } = options;
    const source = {
      url: resolveUrl(proxyUrl),
      interval,
      transport,
      credentials,
      // Frameworks pass "" for null.
      headers: async () => Object(await (typeof headers === 'function' ? headers() : headers)) as HeadersInit,
    };
    this.#isSilent = Boolean(embedded);
    // How old it is, only the viewer's clock can say, as far as what it says can be.
    const clock = (): Headers => new Headers({ date: new Date().toUTCString() });
    this.#feed.connect(source, embedded ? () => readSnapshot(embedded, clock(), this.#feed.cache) : null);
    if (embedded && source.url === null) this.supply(embedded);
    this.#setState(this.status);
    warnUnconfigured(this.#host);
  }

  /** Shows a snapshot that code supplies; `null` polls again. Anything else is ignored, with a warning. */
  supply(value: unknown): void {
    // Frameworks pass "" for null.
    const result = value ? parseSnapshot(value, this.#feed.cache) : null;
    if (result?.ok === false)
      warnOnce(`<${this.#host.localName}> snapshot is ignored: got ${typeof value}, expected an answer with "data".`);
    else this.#feed.supply(result && withoutPersonal(result.snapshot));
  }

  refresh(): Promise<void> {
    return this.#feed.refresh();
  }

  /** A framework sets a snapshot while it renders, before it has attached its newest listeners. */
  #dispatch(event: Event): void {
    if (this.#feed.isSupplied) queueMicrotask(() => this.#host.dispatchEvent(event));
    else this.#host.dispatchEvent(event);
  }
}
