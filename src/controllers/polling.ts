import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import type { Failure } from '../client/request-json.ts';
import { Poller, type TimedResponse, type RestartTimeout } from '../client/poller.ts';
import type { Platform } from '../store/platform.ts';
import { statusAfter, type Status } from '../store/status.ts';
import type { AnswerMeta } from '../protocol/types.ts';
import { platform } from './platform.ts';

/** What to poll, and how often. */
export interface PollingSource {
  /** Absolute; `null` where none is configured. */
  url: string | null;
  /** Seconds. */
  interval: number;
}

export interface PollingOptions<Good> {
  /** Rejects only when its signal is aborted. @param cache As `fetch` has it. */
  request: (url: string, signal: AbortSignal, watch: RestartTimeout, cache: RequestCache) => Promise<Good | Failure>;
  metaOf: (answer: Good) => AnswerMeta | null;
  /** @param interval Seconds between two answers. */
  onAnswer: (answer: Good, interval: number) => void;
  /** @param reason Machine-readable, where the status is `stale` or `error`. */
  onStatus: (status: Status, previous: Status, reason: string | null) => void;
  /** Another address: what is known of the former one no longer holds. */
  onConnect: (status: Status) => void;
  /** Seconds until the next poll, where it is not the interval. */
  nextPoll?: (interval: number) => number;
  /** Polling started or stopped, as viewers come and go. */
  onWatched?: (isWatched: boolean) => void;
}

/** Polls an address while its host is connected and watched, and derives a status from the answers. */
export class PollingController<Good extends TimedResponse> implements ReactiveController {
  status: Status = 'unconfigured';
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: PollingOptions<Good>;
  readonly #platform: Platform;
  #source: PollingSource = { url: null, interval: 10 };
  #poller: Poller<Good> | null = null;
  #watched = true;
  #hasAnswer = false;
  #meta: AnswerMeta | null = null;

  constructor(host: ReactiveControllerHost & Element, options: PollingOptions<Good>, injected: Platform = platform) {
    this.#host = host;
    this.#options = options;
    this.#platform = injected;
    host.addController(this);
  }

  /** Takes over what to poll. Another address starts again with `loading`. */
  connect(source: PollingSource): void {
    const before = this.#source;
    this.#source = source;
    if (source.url === before.url && this.#poller) {
      if (source.interval !== before.interval) this.#poller.retime();
      return;
    }
    this.#poller?.stop();
    this.#poller = source.url === null ? null : this.#createPoller(source.url);
    this.#hasAnswer = false;
    this.#meta = null;
    const status = source.url === null ? 'unconfigured' : 'loading';
    this.#options.onConnect(status);
    this.setStatus(status, null);
    this.#apply();
  }

  /** Stops polling, as if no address were configured. The status is left to the caller. */
  disconnect(): void {
    this.#poller?.stop();
    this.#poller = null;
  }

  /** Whether the host can be seen: an invisible one does not poll. */
  set watched(watched: boolean) {
    this.#watched = watched;
    this.#apply();
  }

  /** Polls now. Settles when the poll has ended; never rejects. */
  async refresh(): Promise<void> {
    await this.#poller?.refresh();
  }

  hostConnected(): void {
    this.#apply();
  }

  /** A move within the document disconnects and connects in one task, and does not stop polling. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      this.#apply();
    });
  }

  #apply(): void {
    const isWatched = this.#host.isConnected && this.#watched;
    this.#options.onWatched?.(isWatched);
    if (isWatched) this.#poller?.start();
    else this.#poller?.stop();
  }

  #createPoller(url: string): Poller<Good> {
    return new Poller<Good>({
      request: (...rest) => this.#options.request(url, ...rest),
      onAnswer: (answer) => {
        this.#receive(answer);
      },
      interval: () => this.#options.nextPoll?.(this.#interval) ?? this.#interval,
      platform: this.#platform,
    });
  }

  /** Seconds. */
  get #interval(): number {
    return Math.max(this.#source.interval, this.#meta?.refreshSeconds ?? 0);
  }

  #receive(answer: Good | Failure): void {
    if (!answer.ok) {
      const status = statusAfter(this.#poller?.failures ?? 0, this.#hasAnswer);
      if (status) this.setStatus(status, answer.reason);
      this.#host.requestUpdate();
      return;
    }
    this.#hasAnswer = true;
    const meta = this.#options.metaOf(answer);
    this.#meta = meta;
    this.#options.onAnswer(answer, this.#interval);
    this.#host.requestUpdate();
    if (meta?.stale) this.setStatus('stale', 'proxy-stale');
    else this.setStatus('live', null);
  }

  setStatus(status: Status, reason: string | null): void {
    const previous = this.status;
    if (status === previous) return;
    this.status = status;
    this.#host.requestUpdate();
    this.#options.onStatus(status, previous, reason);
  }
}
