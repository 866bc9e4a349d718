import { ProxyError } from './errors.ts';
import { readableStream } from './stream/reader.ts';
import type { Bytes, StreamBody } from './stream/types.ts';

/** A response before a runtime gives it its own form. One object may answer many requests: it must not be changed. */
export interface ResponseInfo {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A function is a stream, which starts when it is called. */
  readonly body: Bytes | StreamBody | null;
}

// Workers compress a body with `Content-Encoding: gzip` themselves, unless this says that it is compressed already.
// https://developers.cloudflare.com/workers/runtime-apis/response/#parameters
const ENCODED = { encodeBody: 'manual' };

export function toResponse({ status, headers, body }: ResponseInfo): Response {
  return new Response(typeof body === 'function' ? readableStream(body) : body, { status, headers, ...ENCODED });
}

/** RFC 9110 §15.5.2 requires a scheme. Browsers show no dialog for this one, whatever `authorize` really checks. */
const CHALLENGE = 'Bearer realm="live map"';

/** @param retryInSeconds Sent where the error is temporary. */
export function errorResponse(
  error: ProxyError,
  retryInSeconds: number | null = null,
  headers: Record<string, string> = {},
): ResponseInfo {
  const temporary = error.status === 429 || error.status === 503 || error.status === 504;
  return jsonResponse(error.body(), error.status, {
    ...headers,
    ...(error.status === 401 && { 'WWW-Authenticate': CHALLENGE }),
    ...(temporary && retryInSeconds !== null && { 'Retry-After': String(retryInSeconds) }),
  });
}

/** @param message For the operator. */
export function notFound(message: string): ResponseInfo {
  return errorResponse(new ProxyError('not-found', message));
}

/** A document that no cache may store. */
export function jsonResponse(document: unknown, status: number, headers: Record<string, string> = {}): ResponseInfo {
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
