import { failureMessage } from '../protocol/failure-message.ts';
import { parseSnapshot } from '../protocol/parse.ts';
import { fields, number } from '../protocol/read.ts';
import type { Snapshot } from '../protocol/types.ts';
import { ProxyError } from './errors.ts';
import type { ResolvedOptions } from './options/types.ts';
import { errorOfStatus, errorOfThrow } from './upstream-error.ts';
import { rateLimitPause, retryAfterOf } from './upstream-limit.ts';

type UpstreamOptions = Pick<ResolvedOptions, 'upstream' | 'apiKey' | 'timeoutMs' | 'maxBytes' | 'fetch' | 'now'>;

export interface UpstreamResponse {
  snapshot: Snapshot;
  /** Milliseconds until the next call, by the upstream's rate limit headers. */
  pauseMs: number;
}

/**
 * Calls the upstream once.
 *
 * @param lifetime Ends when the proxy is closed. The signals of requests are not used: a viewer who leaves must not abort the
 *   call for the others.
 * @throws ProxyError, whatever fails.
 */
export async function fetchSnapshot(options: UpstreamOptions, lifetime: AbortSignal): Promise<UpstreamResponse> {
  const controller = new AbortController();
  const { signal } = controller;
  const timeout = new ProxyError('upstream-unavailable', `DataFast did not answer within ${options.timeoutMs} ms.`, {
    status: 504,
    unheard: true,
  });
  const closed = new ProxyError('upstream-unavailable', 'The proxy is closed.');
  // Not AbortSignal.any and AbortSignal.timeout: the timer of the timeout could not be cleared.
  const onClose = (): void => {
    controller.abort(closed);
  };
  lifetime.addEventListener('abort', onClose);
  if (lifetime.aborted) onClose();
  const timer = setTimeout(() => {
    controller.abort(timeout);
  }, options.timeoutMs);
  try {
    // A race, because an injected fetch may ignore its signal.
    return await Promise.race([request(options, signal), aborted(signal)]);
  } catch (error) {
    throw signal.aborted ? (signal.reason as ProxyError) : errorOfThrow(error);
  } finally {
    clearTimeout(timer);
    lifetime.removeEventListener('abort', onClose);
  }
}

async function request(options: UpstreamOptions, signal: AbortSignal): Promise<UpstreamResponse> {
  signal.throwIfAborted();
  const response = await options.fetch(options.upstream, {
    headers: { accept: 'application/json', authorization: `Bearer ${options.apiKey ?? ''}` },
    redirect: 'manual',
    signal,
  });
  // Browser engines, and edge runtimes built on them, hide the status of a redirect.
  const status = response.type === 'opaqueredirect' ? 302 : response.status;
  if (status < 200 || status > 299) {
    // An unread body would keep the connection.
    response.body?.cancel().catch(() => undefined);
    throw errorOfStatus(status, retryAfterOf(status, response.headers, options.now()));
  }
  const answer = parseJson(await readText(response, options.maxBytes));
  const result = parseSnapshot(answer);
  if (result.ok) return { snapshot: result.snapshot, pauseMs: rateLimitPause(response.headers, options.now()) };
  // An error in an answer of status 200.
  const code = number(fields(fields(answer)?.error)?.code);
  if (code !== null && Number.isInteger(code) && code >= 400 && code <= 599) {
    throw errorOfStatus(code, retryAfterOf(code, response.headers, options.now()));
  }
  throw new ProxyError('upstream-invalid', `DataFast gave no snapshot. ${failureMessage(result.failure)}`);
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const onAbort = (): void => {
      reject(signal.reason as ProxyError);
    };
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
}

/** The body, read only as far as allowed: `Content-Length` may lie, and a small body may unpack to a large one. */
async function readText(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const tooLarge = (): ProxyError => {
    reader.cancel().catch(() => undefined);
    return new ProxyError('upstream-invalid', `DataFast's answer is larger than ${maxBytes} bytes (maxBytes).`);
  };
  // The length of a compressed body may be greater than that of the result.
  const length = response.headers.has('content-encoding') ? null : response.headers.get('content-length');
  if (Number(length) > maxBytes) throw tooLarge();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > maxBytes) throw tooLarge();
    parts.push(value);
  }
  // Decoded at once: text made of parts takes several times as much memory.
  const body = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.byteLength;
  }
  return new TextDecoder().decode(body);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Its message would quote the text.
    throw new ProxyError('upstream-invalid', `DataFast answered ${text.length} characters that are not JSON.`);
  }
}
