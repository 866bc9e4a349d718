import type { RowCache } from '../protocol/row-cache.ts';
import type { Visitor } from '../protocol/types.ts';
import type { RestartTimeout } from './poller.ts';
import type { Platform } from '../store/platform.ts';
import { readSnapshot, requestSnapshot, type RequestResult, type SnapshotResponse } from './request.ts';
import type { Stream } from './stream.ts';

/** How snapshots are requested. */
export interface TransportOptions {
  /** `stream`: Server-Sent Events are tried before each poll. */
  transport: 'poll' | 'stream';
  credentials: RequestCredentials;
  headers: () => HeadersInit | Promise<HeadersInit>;
}

/** Requests snapshots: by a stream where one is wanted and open, else by a poll. */
export class SnapshotTransport {
  options: TransportOptions = { transport: 'poll', credentials: 'same-origin', headers: () => ({}) };
  /** Has the answer to the first request where the page came with it. */
  first: (() => SnapshotResponse | { ok: false }) | null = null;
  readonly #platform: Platform;
  readonly #rows: RowCache<Visitor>;
  /** `null` until one is wanted. */
  #stream: Stream | null = null;

  /** @param rows Makes an unchanged visitor the same object in successive snapshots. */
  constructor(platform: Platform, rows: RowCache<Visitor>) {
    this.#platform = platform;
    this.#rows = rows;
  }

  /** The next snapshot follows by itself. */
  get isStreaming(): boolean {
    return this.#stream?.isOpen ?? false;
  }

  /** Ends an open stream; the next request opens it again. */
  close(): void {
    this.#stream?.close();
  }

  /** Another address: a stream that was missing there may exist here. */
  reset(): void {
    this.close();
    this.#stream = null;
  }

  async request(url: string, signal: AbortSignal, watch: RestartTimeout, cache: RequestCache): Promise<RequestResult> {
    const first = this.first?.();
    this.first = null;
    if (first?.ok) return first;
    const { credentials, headers, transport } = this.options;
    const options = { credentials, headers: await headers(), signal, cache, rows: this.#rows };
    const stream = transport === 'stream' ? await this.#loadStream() : null;
    return (await stream?.next(url, options, watch)) ?? requestSnapshot(url, options);
  }

  /** Few maps stream, so its code is a file of its own; where that does not load, the map polls. */
  async #loadStream(): Promise<Stream | null> {
    try {
      const { Stream } = await import('./stream.ts');
      return (this.#stream ??= new Stream(this.#platform, readSnapshot));
    } catch {
      return null;
    }
  }
}
