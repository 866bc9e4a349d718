import { originPattern } from './options/origins.ts';
import type { RequestInfo } from './request-info.ts';

/** What a browser needs before it lets a page of another origin read a response. */
export interface CorsHeaders {
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the response depends on the request's `Origin`. */
  readonly varies: boolean;
}

const EXPOSED = 'Date, Age, ETag, Retry-After';
const PREFLIGHT_SECONDS = 7200;
/** RFC 9110 §5.6.2. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
/** Of the header names in a preflight, which are sent back: a hostile client may send many. */
const MOST_NAMES = 40;
/** Subdomains that are kept; a hostile client may invent many. */
const MOST_REMEMBERED = 100;

/** @returns The headers for a request: the same object for all requests that get the same. */
export function cors(allowedOrigins: '*' | readonly string[]): (request: RequestInfo) => CorsHeaders {
  const allow = allowedOrigins === '*' ? constantly(allowing('*', false)) : allowListed(allowedOrigins);
  return (request) => {
    const allowed = allow(request);
    return request.method === 'OPTIONS' && isOpen(allowed) ? preflight(allowed, request) : allowed;
  };
}

type Allow = (request: RequestInfo) => CorsHeaders;

function constantly(headers: CorsHeaders): Allow {
  return () => headers;
}

function allowListed(allowedOrigins: readonly string[]): Allow {
  const patterns = allowedOrigins.map(originPattern).filter((pattern) => pattern !== null);
  const [only] = allowedOrigins;
  // One origin needs no choice: a cache that ignores `Vary: Origin` stores an answer that is right for all.
  if (only !== undefined && allowedOrigins.length === 1 && patterns.length === 0) {
    return constantly(allowing(only, false));
  }
  const closed = {
    headers: { 'Cross-Origin-Resource-Policy': 'same-origin' },
    varies: allowedOrigins.length > 0,
  };
  const named = new Map(
    allowedOrigins.filter((entry) => !originPattern(entry)).map((origin) => [origin, allowing(origin, true)]),
  );
  const matched = new Map<string, CorsHeaders>();
  return (request) => {
    const origin = request.header('origin');
    if (origin === null) return closed;
    const known = named.get(origin) ?? matched.get(origin);
    if (known) return known;
    if (!patterns.some((pattern) => pattern.test(origin))) return closed;
    const allowed = allowing(origin, true);
    if (matched.size >= MOST_REMEMBERED) matched.clear();
    matched.set(origin, allowed);
    return allowed;
  };
}

function isOpen({ headers }: CorsHeaders): boolean {
  return headers['Access-Control-Allow-Origin'] !== undefined;
}

function allowing(origin: string, varies: boolean): CorsHeaders {
  const open = origin === '*';
  const headers = {
    'Cross-Origin-Resource-Policy': open ? 'cross-origin' : 'same-origin',
    'Access-Control-Allow-Origin': origin,
    // A named origin may send its cookies, which the element's `credentials="include"` needs.
    ...(!open && { 'Access-Control-Allow-Credentials': 'true' }),
    'Access-Control-Expose-Headers': EXPOSED,
  };
  return { headers, varies };
}

function preflight({ headers, varies }: CorsHeaders, request: RequestInfo): CorsHeaders {
  const names = (request.header('access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => TOKEN.test(name))
    .slice(0, MOST_NAMES);
  return {
    headers: {
      ...headers,
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Max-Age': String(PREFLIGHT_SECONDS),
      ...(names.length > 0 && { 'Access-Control-Allow-Headers': names.join(',') }),
    },
    varies,
  };
}
