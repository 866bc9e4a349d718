import { epochOf } from '../protocol/epoch.ts';
import { applyChange } from './change.ts';
import { eventReader } from './event-reader.ts';
import type { RestartTimeout } from './poller.ts';
import type { Platform } from '../store/platform.ts';
import type { RequestResult, readSnapshot, RequestOptions } from './request.ts';

/** Seconds without a byte, after which it counts as broken: three heartbeats. */
const SILENCE = 45;
/** Seconds until one that failed is tried again. */
const RETRY = 60;

/** Snapshots that the proxy sends by itself, as long as it does; otherwise the element polls. */
export class Stream {
  readonly #platform: Platform;
  readonly #read: typeof readSnapshot;
  #controller: AbortController | null = null;
  #answers: AsyncIterator<RequestResult, undefined> | null = null;
  #onBytes: () => void = () => undefined;
  /** Monotonic ms. Before it is over none is opened. */
  #pause = 0;

  /** @param read Given, for it is with the caller already. */
  constructor(platform: Platform, read: typeof readSnapshot) {
    this.#platform = platform;
    this.#read = read;
  }

  get isOpen(): boolean {
    return this.#controller !== null;
  }

  /**
   * The next snapshot of the stream below an address. It is opened if it is not open, and ends with the signal.
   *
   * @returns `null` where there is none: not at this address, or not at present. Rejects only when the signal is aborted.
   */
  async next(url: string, options: RequestOptions, watch: RestartTimeout): Promise<RequestResult | null> {
    if (!this.isOpen && this.#platform.now() < this.#pause) return null;
    const onFailure = (): void => {
      const pause = this.#pause;
      this.close();
      this.#pause = pause;
    };
    options.signal.addEventListener('abort', this.close);
    this.#onBytes = () => {
      watch(SILENCE, onFailure);
    };
    watch(this.isOpen ? SILENCE : undefined, onFailure);
    const { signal } = (this.#controller ??= new AbortController());
    try {
      this.#answers ??= this.#open(url, options, signal);
      const { value } = await this.#answers.next();
      if (value && !signal.aborted) return value;
    } catch {
      // Whatever it was, one can still ask.
    }
    if (!signal.aborted) onFailure();
    options.signal.throwIfAborted();
    watch();
    return null;
  }

  /** Ends it, if it is open. The next request for a snapshot opens it again. */
  readonly close = (): void => {
    if (!this.#controller) return;
    this.#controller.abort();
    this.#controller = this.#answers = null;
    this.#pause = 0;
  };

  async *#open(url: string, options: RequestOptions, signal: AbortSignal): AsyncGenerator<RequestResult, undefined> {
    // Counted from here, so that one that had lasted and was cut is opened again soon.
    this.#pause = this.#platform.now() + RETRY * 1000 * (1 + this.#platform.random());
    const { credentials, headers, rows } = options;
    const response = await fetch(streamUrl(url), { credentials, headers, signal, cache: 'no-store' });
    const isStream = /^text\/event-stream *(;|$)/i.test(response.headers.get('content-type') ?? '');
    if (!response.ok || !response.body || !isStream) {
      // A server with something else there, or nothing, has no stream later either.
      if (response.ok || response.status === 404) this.#pause = Infinity;
      return;
    }
    // Events have no time. The server's clock is as far ahead of ours as it was at the beginning.
    const ahead = epochOf(response.headers.get('date')) - this.#platform.now();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const read = eventReader();
    let present: unknown = null;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      this.#onBytes();
      let isNew = false;
      for (const { type, data } of read(value)) {
        if (!data) continue;
        if (type === 'message') present = JSON.parse(data);
        else if (type === 'change') present = applyChange(present, JSON.parse(data));
        else continue;
        isNew = true;
      }
      // Of several only the last is the present.
      if (!isNew) continue;
      const headers = new Headers({ date: new Date(ahead + this.#platform.now()).toUTCString() });
      const answer = this.#read(present, headers, rows);
      if (!answer.ok) return;
      yield answer;
    }
  }
}

/** Below the address of the snapshot, with its query. A proxy that does not send changes ignores the parameter. */
function streamUrl(url: string): string {
  const [, path = '', query = ''] = /^([^?#]*)\??([^#]*)/.exec(url) ?? [];
  return `${path.replace(/\/$/, '')}/stream?${query && `${query}&`}changes`;
}
