import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Failure } from '../client/ask.ts';
import { requestHeadcount, type HeadcountAnswer } from '../client/headcount.ts';
import { Poller } from '../client/poller.ts';
import { statusAfter, type Status } from '../client/status.ts';
import type { Headcount } from '../protocol/headcount.ts';
import { WINDOW_SECONDS } from '../protocol/window.ts';
import { platform } from './platform.ts';

/** Where the number comes from, and how often. */
export interface HeadcountSource {
  /** Absolute; `null` where none is configured. */
  url: string | null;
  /** Seconds. */
  interval: number;
  credentials: RequestCredentials;
}

/** Keeps how many people are here, polling while the host is connected and somebody looks. */
export class HeadcountController implements ReactiveController {
  status: Status = 'unconfigured';

  readonly #host: ReactiveControllerHost & Element;
  readonly #onStatus: (status: Status, reason: string | null) => void;
  #source: HeadcountSource = { url: null, interval: 10, credentials: 'same-origin' };
  #poller: Poller<HeadcountAnswer> | null = null;
  #headcount: Headcount | null = null;
  /** When what is known was given, on our own monotonic clock (ms). */
  #given = 0;
  #watched = true;

  /** @param onStatus The status is another one; with a reason, for machines, where it is stale or in error. */
  constructor(host: ReactiveControllerHost & Element, onStatus: (status: Status, reason: string | null) => void) {
    this.#host = host;
    this.#onStatus = onStatus;
    host.addController(this);
  }

  /** How many people are here; `null` where nobody knows, or what was known is older than its window. */
  get count(): number | null {
    if (!this.#headcount) return null;
    const isOver = this.status === 'stale' && this.age > (this.#headcount.meta?.windowSeconds ?? WINDOW_SECONDS);
    return isOver ? null : this.#headcount.count;
  }

  /** Seconds since the upstream gave it. */
  get age(): number {
    return Math.max(0, platform.now() - this.#given) / 1000;
  }

  /** Takes over where the number comes from. Another address is another site: what was known of the former one goes. */
  connectTo(source: HeadcountSource): void {
    const before = this.#source;
    this.#source = source;
    if (source.url === before.url && this.#poller) {
      if (source.interval !== before.interval) this.#poller.retime();
      return;
    }
    this.#poller?.stop();
    this.#poller = source.url === null ? null : this.#createPoller(source.url);
    this.#headcount = null;
    this.#become(source.url === null ? 'unconfigured' : 'loading', null);
    this.#apply();
  }

  /** Whether anybody is looking: nobody's polls are spared. */
  set watched(watched: boolean) {
    this.#watched = watched;
    this.#apply();
  }

  /** One poll now. Settles when it has ended; never rejects. */
  async refresh(): Promise<void> {
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
    if (this.#host.isConnected && this.#watched) this.#poller?.start();
    else this.#poller?.stop();
  }

  #createPoller(url: string): Poller<HeadcountAnswer> {
    return new Poller({
      request: (signal) => requestHeadcount(url, { credentials: this.#source.credentials, signal }),
      onAnswer: (answer) => {
        this.#receive(answer);
      },
      interval: () => Math.max(this.#source.interval, this.#headcount?.meta?.refreshSeconds ?? 0),
      platform,
    });
  }

  #receive(answer: HeadcountAnswer | Failure): void {
    // Also where the status stays: an old number ages.
    this.#host.requestUpdate();
    if (!answer.ok) {
      const status = statusAfter(this.#poller?.failures ?? 0, this.#headcount !== null);
      if (status) this.#become(status, answer.reason);
      return;
    }
    const { headcount, serverTime } = answer;
    const { meta } = headcount;
    this.#headcount = headcount;
    this.#given = platform.now() - (meta && serverTime !== null ? serverTime - Date.parse(meta.generatedAt) : 0);
    this.#become(meta?.stale ? 'stale' : 'live', meta?.stale ? 'proxy-stale' : null);
  }

  #become(status: Status, reason: string | null): void {
    if (status === this.status) return;
    this.status = status;
    this.#host.requestUpdate();
    this.#onStatus(status, reason);
  }
}
