import type { Bytes } from './answer.ts';

/** Content codings, the better first. */
export const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** What a runtime can compress with. Each is called once for a snapshot, not for each request. */
export type Encoders = Readonly<Partial<Record<Coding, (body: Bytes) => Promise<Bytes>>>>;

/** What web standards have: gzip, and that not everywhere. */
export const webEncoders: Encoders = typeof CompressionStream === 'undefined' ? {} : { gzip };

async function gzip(body: Bytes): Promise<Bytes> {
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
