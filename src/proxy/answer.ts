import type { ProxyError } from './errors.ts';
import { readableStream, type Stream } from './stream/reader.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * What the proxy answers, before a runtime gives it a form of its own. Answers are shared between requests, so nobody may
 * change one.
 */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A function is a stream, which begins when it is called. */
  readonly body: Bytes | Stream | null;
}

// Workers compress a body themselves if its Content-Encoding says gzip, unless told that it is done.
// https://developers.cloudflare.com/workers/runtime-apis/response/#parameters
const ENCODED = { encodeBody: 'manual' };

export function responseOf({ status, headers, body }: Answer): Response {
  return new Response(typeof body === 'function' ? readableStream(body) : body, { status, headers, ...ENCODED });
}

/** @param retryInSeconds Told where the error passes by itself. */
export function errorAnswer(
  error: ProxyError,
  retryInSeconds: number | null = null,
  headers: Record<string, string> = {},
): Answer {
  const temporary = error.status === 429 || error.status === 503 || error.status === 504;
  return jsonAnswer(error.body(), error.status, {
    ...headers,
    ...(temporary && retryInSeconds !== null && { 'Retry-After': String(retryInSeconds) }),
  });
}

/** A document of the moment, which nobody may keep. */
export function jsonAnswer(document: unknown, status: number, headers: Record<string, string> = {}): Answer {
  const body = new TextEncoder().encode(JSON.stringify(document));
  return {
    status,
    headers: {
      ...headers,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': String(body.byteLength),
      'Cache-Control': 'no-store',
    },
    body,
  };
}
