import { ServerResponse } from 'node:http';
import type { Reader, Subscription, StreamBody } from '../../proxy/index.ts';

type Chunk = Parameters<Reader['write']>[0];

/**
 * Writes a stream to a response whose head is written.
 *
 * @param streams Holds it for as long as it is read.
 */
export function sendStream(stream: StreamBody, response: ServerResponse, streams: Set<Subscription>): void {
  // A pipelined response has no socket yet.
  const { socket } = response;
  // The reader may have left already.
  if (response.destroyed) return;
  response.flushHeaders();
  // A framed chunk is the same for all readers. Written to the socket it takes one write instead of four; not if the
  // application has replaced `write`, to compress or to log.
  const isPlain = response.chunkedEncoding && response.write === ServerResponse.prototype.write;
  const direct = isPlain ? socket : null;
  const reading = stream({
    get backedUp() {
      return response.writableLength > 0;
    },
    write: (chunk) => {
      if (direct) direct.write(framed(chunk));
      else response.write(chunk);
    },
    end: () => {
      response.end();
    },
    drop: () => {
      response.destroy();
    },
  });
  streams.add(reading);
  response.once('close', () => {
    streams.delete(reading);
    reading.leave();
  });
}

const frames = new WeakMap<Chunk, Buffer>();

/** RFC 9112 §7.1: a chunk with its length before it. */
function framed(chunk: Chunk): Buffer {
  let frame = frames.get(chunk);
  if (!frame) {
    frame = Buffer.concat([Buffer.from(`${chunk.byteLength.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]);
    frames.set(chunk, frame);
  }
  return frame;
}
