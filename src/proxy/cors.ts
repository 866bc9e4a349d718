import type { RequestInfo } from './request-info.ts';

/** What a browser needs to know before it lets another site's page read an answer. */
export interface CorsHeaders {
  readonly headers: Readonly<Record<string, string>>;
  /** The answer depends on who asks. */
  readonly varies: boolean;
}

const EXPOSED = 'Date, Age, ETag, Retry-After';
const PREFLIGHT_SECONDS = 7200;
/** Names of headers only, and not without end: the list is sent back. */
const HEADER_NAMES = /^[\w-]+(?:\s*,\s*[\w-]+){0,40}$/;

/** Gives the headers for a request; the same object for all that need the same. */
export function cors(allowedOrigins: '*' | readonly string[]): (request: RequestInfo) => CorsHeaders {
  if (allowedOrigins === '*') {
    const open = allowing('*', false);
    return (request) => (request.method === 'OPTIONS' ? preflight(open, request) : open);
  }
  const varies = allowedOrigins.length > 0;
  const closed = { headers: { 'Cross-Origin-Resource-Policy': 'same-origin' }, varies };
  const named = new Map(allowedOrigins.map((origin) => [origin, allowing(origin, varies)]));
  return (request) => {
    const allowed = named.get(request.header('origin') ?? '');
    if (!allowed) return closed;
    return request.method === 'OPTIONS' ? preflight(allowed, request) : allowed;
  };
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
  const asked = request.header('access-control-request-headers')?.trim();
  return {
    headers: {
      ...headers,
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Max-Age': String(PREFLIGHT_SECONDS),
      ...(asked && HEADER_NAMES.test(asked) && { 'Access-Control-Allow-Headers': asked }),
    },
    varies,
  };
}
