import type { Bytes } from './stream/types.ts';

/** Content codings, the better first. */
export const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** What a runtime compresses with. Each is called once for a snapshot, not for each request. */
export interface Encoders {
  br?: (body: Bytes) => Promise<Bytes>;
  gzip?: (body: Bytes) => Promise<Bytes>;
  /**
   * A piece of a deflate stream that ends with a full flush: at a whole byte, and without a reference to what was before,
   * so that one piece fits into the streams of all readers. Without it streams are sent plain.
   */
  deflatePart?: (part: Bytes) => Bytes;
}

/** What web standards have: gzip, and that not everywhere. */
export const webEncoders: Encoders = typeof CompressionStream === 'undefined' ? {} : { gzip };

async function gzip(body: Bytes): Promise<Bytes> {
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
