export type Bytes = Uint8Array<ArrayBuffer>;

/** The reader of a stream, as the runtime writes to it. */
export interface Reader {
  /** Not everything that was written has been sent. */
  readonly backedUp: boolean;
  /** The bytes are shared by all readers. */
  write(chunk: Bytes): void;
  /** Nothing more follows. */
  end(): void;
  /** Closes the connection and discards its queue. */
  drop(): void;
}

/** A body that continues for as long as it is read. */
export type StreamBody = (reader: Reader) => Subscription;

export interface Subscription {
  /** The reader has left. */
  readonly leave: () => void;
  /** Ends the stream for the reader. */
  readonly end: () => void;
}
