import type { Platform } from '../store/platform.ts';
import { backoff } from './backoff.ts';
import { failure, type Failure } from './request-json.ts';
import type { SnapshotResponse } from './request.ts';

/** From now on a request has this many seconds, by default 12; then it is given up, or what is said here is done. */
export type RestartTimeout = (seconds?: number, onSilence?: () => void) => void;

/** An answer, with the server's time at its receipt. */
export interface TimedResponse {
  ok: true;
  serverTime: number | null;
}

export interface PollerOptions<Good> {
  /** Makes one request. Rejects only when its signal is aborted. @param cache As `fetch` has it. */
  request: (signal: AbortSignal, watch: RestartTimeout, cache: RequestCache) => Promise<Good | Failure>;
  onAnswer: (answer: Good | Failure) => void;
  /** Seconds until the next poll, read after each answer. */
  interval: () => number;
  platform: Platform;
}

const TIMEOUT_SECONDS = 12;
const TIMEOUT = 'timeout';
const LEAST_SECONDS = 2;

/** Polls one address while it is running: one request at a time, given up after 12 s, with backoff on failure. */
export class Poller<Good extends TimedResponse = SnapshotResponse> {
  readonly #options: PollerOptions<Good>;
  #running = false;
  #timer: unknown;
  #flight: { promise: Promise<void>; controller: AbortController } | null = null;
  #failures = 0;
  /** When the last answer came, on the platform's clock. */
  #answered: number | null = null;
  /** When the next request is due, on the same clock. */
  #due = 0;
  /** Of the last answer, by the server's clock. `false` once the browser has given an answer again without asking. */
  #time: number | false | null = 0;

  constructor(options: PollerOptions<Good>) {
    this.#options = options;
  }

  /** Failed requests in a row. */
  get failures(): number {
    return this.#failures;
  }

  /** Starts, or goes on: at once if a request was due in the meantime. */
  start(): void {
    if (this.#running) return;
    this.#running = true;
    if (!this.#flight) this.#schedule();
  }

  /** Leaves no timer and no request behind. What was due stays due. */
  stop(): void {
    this.#running = false;
    this.#options.platform.clearTimeout(this.#timer);
    this.#flight?.controller.abort();
    this.#flight = null;
  }

  /** The interval has changed: it counts from the last answer. After a failure the backoff goes on. */
  retime(): void {
    if (this.#flight || this.#failures > 0 || this.#answered === null) return;
    this.#due = this.#answered + this.#options.interval() * 1000;
    if (!this.#running) return;
    this.#options.platform.clearTimeout(this.#timer);
    this.#schedule();
  }

  /** Polls now, or waits for the request under way. Settles when it has ended; never rejects. */
  refresh(): Promise<void> {
    this.#options.platform.clearTimeout(this.#timer);
    if (!this.#flight) {
      const controller = new AbortController();
      const flight = { controller, promise: Promise.resolve() };
      this.#flight = flight;
      flight.promise = this.#fly(controller).finally(() => {
        if (this.#flight !== flight) return;
        this.#flight = null;
        if (this.#running) this.#schedule();
      });
    }
    return this.#flight.promise;
  }

  async #fly(controller: AbortController): Promise<void> {
    const { request, onAnswer, platform, interval } = this.#options;
    const { signal } = controller;
    let timeout: unknown;
    const giveUp = (): void => {
      controller.abort(TIMEOUT);
    };
    const watch: RestartTimeout = (seconds = TIMEOUT_SECONDS, onSilence = giveUp) => {
      platform.clearTimeout(timeout);
      if (!signal.aborted) timeout = platform.setTimeout(onSilence, seconds * 1000);
    };
    watch();
    // `no-cache` at first, as after "Back" a browser shows what it had. Later it asks by itself, as no answer of the proxy is
    // fresh for it, and a shared cache may answer, which might not at `no-cache`.
    const cache = this.#time ? 'default' : 'no-cache';
    const answer = await Promise.race([
      (async () => request(signal, watch, cache))().catch(() => failure('request-failed')),
      // A request that ignores its signal is not waited for.
      new Promise<Failure>((resolve) => {
        signal.onabort = () => {
          resolve(failure(TIMEOUT));
        };
      }),
    ]);
    platform.clearTimeout(timeout);
    // A stopped poller reports nothing, also where the answer came at the same moment.
    if (signal.aborted && signal.reason !== TIMEOUT) return;
    this.#failures = answer.ok ? 0 : this.#failures + 1;
    if (answer.ok) this.#time = this.#time !== false && answer.serverTime !== this.#time && answer.serverTime;
    // Whatever the listener does, there is a pause.
    this.#answered = platform.now();
    this.#due = this.#answered + LEAST_SECONDS * 1000;
    onAnswer(answer);
    const wait = answer.ok ? interval() : backoff(this.#failures, answer.retryAfter, platform.random());
    this.#due = platform.now() + wait * 1000;
  }

  #schedule(): void {
    const { platform } = this.#options;
    const wait = this.#due - platform.now();
    if (wait <= 0) void this.refresh();
    else this.#timer = platform.setTimeout(() => void this.refresh(), wait);
  }
}
