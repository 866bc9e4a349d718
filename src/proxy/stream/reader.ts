import type { Bytes, Subscription, StreamBody } from './types.ts';

/** The stream as the body of a Response. */
export function readableStream(stream: StreamBody): ReadableStream<Bytes> {
  let reading: Subscription | null = null;
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
    // In chunks: a new reader gets up to three at once.
    { highWaterMark: 4 },
  );
}
