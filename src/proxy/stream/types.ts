export type Bytes = Uint8Array<ArrayBuffer>;

/** The reader of a stream, as the runtime writes to it. */
export interface Reader {
  /** What was written before is not all gone yet. */
  readonly backedUp: boolean;
  /** The bytes are shared by all readers. */
  write(chunk: Bytes): void;
  /** Nothing more follows. */
  end(): void;
  /** Closes the connection and discards its queue. */
  drop(): void;
}

/** A body that goes on for as long as it is read. */
export type StreamBody = (reader: Reader) => Subscription;

export interface Subscription {
  /** The reader is gone. */
  readonly leave: () => void;
  /** The reader is to be sent the end of it. */
  readonly end: () => void;
}
