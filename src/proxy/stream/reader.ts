import type { Bytes } from '../response-info.ts';

/** Somebody who reads a stream, as the runtime writes to him. */
export interface Reader {
  /** What was written before is not all gone yet. */
  readonly backedUp: boolean;
  /** The bytes are shared by all readers. */
  write(chunk: Bytes): void;
  /** Nothing more follows. */
  end(): void;
  /** Cuts him off, with what waits for him. */
  drop(): void;
}

/** A body that goes on for as long as somebody reads it. */
export type Stream = (reader: Reader) => Reading;

export interface Reading {
  /** The reader is gone. */
  readonly leave: () => void;
  /** The reader is to be sent the end of it. */
  readonly end: () => void;
}

/** The stream as the body of a Response. */
export function readableStream(stream: Stream): ReadableStream<Bytes> {
  let reading: Reading | null = null;
  return new ReadableStream<Bytes>(
    {
      start(controller) {
        reading = stream({
          get backedUp() {
            return (controller.desiredSize ?? 0) <= 0;
          },
          write: (chunk) => {
            controller.enqueue(chunk);
          },
          end: () => {
            controller.close();
          },
          drop: () => {
            controller.error(new Error('This reader is too slow.'));
          },
        });
      },
      cancel() {
        reading?.leave();
      },
    },
    // In chunks. At first a reader is given three at once.
    { highWaterMark: 4 },
  );
}
