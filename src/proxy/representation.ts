import { base64url } from './ids.ts';

/** A JSON document ready to be sent, however often. */
export interface Representation {
  body: Uint8Array<ArrayBuffer>;
  /** Weak: one for all encodings. */
  etag: string;
  /** Compressed at the first call; `null` where the runtime cannot. */
  gzip: () => Promise<Uint8Array<ArrayBuffer> | null>;
}

// 72 bits: enough to tell two snapshots of a site apart.
const ETAG_BYTES = 9;

export async function represent(document: unknown): Promise<Representation> {
  const body = new TextEncoder().encode(JSON.stringify(document));
  const digest = await crypto.subtle.digest('SHA-256', body);
  let gzipped: Promise<Uint8Array<ArrayBuffer> | null> | null = null;
  return {
    body,
    etag: `W/"${base64url(new Uint8Array(digest, 0, ETAG_BYTES))}"`,
    gzip: () => (gzipped ??= compress(body)),
  };
}

async function compress(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  if (typeof CompressionStream === 'undefined') return null;
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
