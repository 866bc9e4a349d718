import { explainNetworkError, type NetworkError } from './network.ts';
import type { Subject } from './subject.ts';

/** An answer as far as it was read. */
export interface ProbeResponse {
  url: URL;
  status: number;
  headers: Headers;
  /** `null` where it is too large, or has no end. */
  body: string | null;
}

export type ProbeResult = { reply: ProbeResponse } | { error: NetworkError };

/** Sends a request. Never rejects. */
export type Probe = (url: URL, options?: ProbeOptions) => Promise<ProbeResult>;

export interface ProbeOptions {
  method?: 'GET' | 'OPTIONS';
  headers?: Readonly<Record<string, string>>;
  /** Default: that of the page. `null`: the request has none. */
  origin?: string | null;
}

export interface ProbeContext {
  fetch: (input: string, init: RequestInit) => Promise<Response>;
  timeoutMs: number;
}

/** A snapshot of 100,000 visitors has less. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Asks as the element does in a browser, but follows no redirect, so that each step can be looked at. */
export function createProbe(subject: Subject, { fetch, timeoutMs }: ProbeContext): Probe {
  return async (url, { method = 'GET', headers = {}, origin = subject.origin } = {}) => {
    try {
      const response = await fetch(withoutCredentials(url), {
        method,
        headers: { ...headers, ...(origin !== null && origin !== url.origin && { origin }) },
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { reply: { url, status: response.status, headers: response.headers, body: await readBody(response) } };
    } catch (error) {
      return { error: explainNetworkError(error, url) };
    }
  };
}

/** `fetch` throws at them, and the address has been found fault with before. */
function withoutCredentials(url: URL): string {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare.href;
}

async function readBody(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const isEndless = /^text\/event-stream *(;|$)/i.test(response.headers.get('content-type') ?? '');
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; !isEndless && bytes <= MOST_BYTES;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    text += decoder.decode(value, { stream: true });
  }
  reader.cancel().catch(() => undefined);
  return null;
}
