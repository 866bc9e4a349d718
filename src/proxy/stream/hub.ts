import type { PublishedSnapshot } from '../../protocol/published.ts';
import type { Bytes } from './types.ts';
import type { Snapshots } from '../snapshots.ts';
import { changeOf, type RowTexts, rowTextsOf } from './change.ts';
import { StreamChunk } from './chunk.ts';
import { GzipConnection, type StreamConnection, plainConnection } from './connection.ts';
import type { StreamBody } from './types.ts';

const HEARTBEAT_MS = 15_000;
/** Milliseconds until a disconnected reader reconnects, by the field `retry`. */
const RETRY_MS = 5000;
/** Between two runs of the timer. */
const LEAST_WAIT_MS = 50;

/** The current snapshot as an event. */
interface Current {
  id: string;
  snapshot: PublishedSnapshot;
  chunk: StreamChunk;
  /** Only if a reader has requested changes. */
  texts?: RowTexts;
}

/** How a reader wants the stream. */
export interface StreamRequest {
  /** Compresses it, if it is to be a gzip file. */
  deflate: ((part: Bytes) => Bytes) | null;
  /** The id of the last event that the reader has; it is not sent again. */
  known: string | null;
  /** After the first snapshot, changes from one to the next, where they are shorter. */
  changes: boolean;
}

export interface HubOptions {
  snapshots: Snapshots;
  now: () => number;
  /** Readers at the same time. */
  connections: number;
}

/**
 * Sends each new snapshot to all readers of the stream. It is encoded and compressed once, and every reader gets the same bytes.
 * One timer refreshes the snapshot while there are readers.
 */
export class Hub {
  readonly #options: HubOptions;
  /** With whether each reader takes changes. */
  readonly #connections = new Map<StreamConnection, boolean>();
  readonly #opening = new StreamChunk(`retry: ${RETRY_MS}\n\n`);
  readonly #heartbeat = new StreamChunk(':\n\n');
  #current: Current | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Epoch milliseconds. */
  #lastBeat = 0;
  #closed = false;

  constructor(options: HubOptions) {
    this.#options = options;
    options.snapshots.watch(() => {
      this.#notify();
      this.#arm();
    });
  }

  /** No more readers are accepted at present. */
  get full(): boolean {
    return this.#connections.size >= this.#options.connections;
  }

  /** No readers are accepted any more. */
  get closed(): boolean {
    return this.#closed;
  }

  /** A stream for one reader, which begins with the snapshot. */
  stream({ deflate, known, changes }: StreamRequest): StreamBody {
    return (reader) => {
      if (this.closed || this.full) {
        reader.end();
        return { leave: () => undefined, end: () => undefined };
      }
      // Notify existing readers first, so that the snapshot given to the new one is not skipped for them.
      this.#notify();
      const current = this.#present();
      const connection = deflate ? new GzipConnection(reader, deflate) : plainConnection(reader);
      connection.write(this.#opening);
      if (current && current.id !== known) connection.write(current.chunk);
      if (this.#connections.size === 0) this.#lastBeat = this.#options.now();
      this.#connections.set(connection, changes);
      if (this.#timer === null) this.#arm();
      return {
        leave: () => {
          this.#leave(connection);
        },
        end: () => {
          if (this.#connections.has(connection)) this.#end(connection);
        },
      };
    };
  }

  /** Ends all streams. */
  close(): void {
    this.#closed = true;
    for (const connection of this.#connections.keys()) this.#end(connection);
    this.#disarm();
  }

  /** The current snapshot, encoded once. */
  #present(): Current | null {
    const result = this.#options.snapshots.look();
    if ('error' in result) return (this.#current = null);
    const { snapshot } = result;
    if (snapshot !== this.#current?.snapshot) {
      const id = idOf(snapshot);
      this.#current = { id, snapshot, chunk: new StreamChunk(`id: ${id}\ndata: ${JSON.stringify(snapshot)}\n\n`) };
    }
    return this.#current;
  }

  /** Sends the current snapshot to all readers, if it has changed. */
  #notify(): void {
    if (this.#connections.size === 0) return;
    const before = this.#current;
    const current = this.#present();
    if (!current) {
      // There is nothing to serve any more. A client that reconnects gets the reason.
      for (const connection of this.#connections.keys()) this.#end(connection);
      return;
    }
    if (current === before) return;
    let change: StreamChunk | null = null;
    for (const [connection, takesChanges] of this.#connections) {
      if (!connection.reader.backedUp) {
        connection.write(takesChanges && before ? (change ??= changeChunk(before, current)) : current.chunk);
        continue;
      }
      // The event before is not sent yet: the reader is too slow, and its queue takes memory.
      this.#leave(connection);
      connection.reader.drop();
    }
  }

  #beat(now: number): void {
    this.#lastBeat = now;
    for (const connection of this.#connections.keys())
      if (!connection.reader.backedUp) connection.write(this.#heartbeat);
  }

  /** Sets the timer to when the snapshot has to be refreshed, or a heartbeat is due. */
  #arm(): void {
    this.#disarm();
    if (this.#connections.size === 0) return;
    const { snapshots, now } = this.#options;
    const { dueInMs, nextInMs } = snapshots;
    // The result of a refresh is sent by the listener of the snapshots.
    if (dueInMs === 0) void snapshots.get();
    const beatInMs = Math.min(HEARTBEAT_MS, this.#lastBeat + HEARTBEAT_MS - now());
    const callInMs = dueInMs === 0 ? Infinity : dueInMs;
    const waitMs = Math.max(LEAST_WAIT_MS, Math.min(callInMs, nextInMs, beatInMs));
    this.#timer = setTimeout(() => {
      this.#wake();
    }, waitMs);
  }

  #wake(): void {
    const now = this.#options.now();
    // A clock that was set back must not end the heartbeats.
    if (now - this.#lastBeat >= HEARTBEAT_MS || now < this.#lastBeat) this.#beat(now);
    // A snapshot becomes stale by its age alone.
    this.#notify();
    this.#arm();
  }

  #end(connection: StreamConnection): void {
    this.#leave(connection);
    connection.end();
  }

  #leave(connection: StreamConnection): void {
    this.#connections.delete(connection);
    if (this.#connections.size === 0) this.#disarm();
  }

  #disarm(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** The same on all machines of a fleet. */
function idOf({ meta }: PublishedSnapshot): string {
  return `${Date.parse(meta.generatedAt)}${meta.stale ? '-stale' : ''}`;
}

/** An event for readers who have the snapshot before. */
function changeChunk(before: Current, current: Current): StreamChunk {
  const { id, snapshot, chunk } = current;
  before.texts ??= rowTextsOf(before.snapshot);
  current.texts ??= rowTextsOf(snapshot);
  const change = JSON.stringify(changeOf(before.texts, snapshot, current.texts));
  // If nearly everything is new, as on another day, the snapshot itself is as short.
  const changeEvent = new StreamChunk(`id: ${id}\nevent: change\ndata: ${change}\n\n`);
  return changeEvent.plain.length < chunk.plain.length ? changeEvent : chunk;
}
