import type { Bytes } from './stream/types.ts';

/** Content codings, the better first. */
export const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** Compression of a runtime. Each function is called once per snapshot, not per request. */
export interface Encoders {
  br?: (body: Bytes) => Promise<Bytes>;
  gzip?: (body: Bytes) => Promise<Bytes>;
  /**
   * A piece of a deflate stream that ends with a full flush: at a whole byte, and without references to earlier data, so that it
   * fits into the streams of all readers. Without this function, streams are not compressed.
   */
  deflatePart?: (part: Bytes) => Bytes;
}

/** Compression by web standards: gzip, where the runtime has it. */
export const webEncoders: Encoders = typeof CompressionStream === 'undefined' ? {} : { gzip };

async function gzip(body: Bytes): Promise<Bytes> {
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
