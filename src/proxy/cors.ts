/** Writes what a browser needs to know before it lets another site's page read the answer. */
export type Cors = (request: Request, headers: Headers) => void;

const EXPOSED = 'Date, Age, ETag, Retry-After';
const PREFLIGHT_SECONDS = 7200;
/** Names of headers only, and not without end: the list is sent back. */
const HEADER_NAMES = /^[\w-]+(?:\s*,\s*[\w-]+){0,40}$/;

export function cors(allowedOrigins: '*' | readonly string[]): Cors {
  const open = allowedOrigins === '*';
  return (request, headers) => {
    headers.set('Cross-Origin-Resource-Policy', open ? 'cross-origin' : 'same-origin');
    if (!open && allowedOrigins.length > 0) headers.append('Vary', 'Origin');
    const origin = request.headers.get('origin');
    if (!open && (origin === null || !allowedOrigins.includes(origin))) return;
    headers.set('Access-Control-Allow-Origin', open ? '*' : (origin ?? ''));
    // A named origin may send its cookies, which the element's `credentials="include"` needs.
    if (!open) headers.set('Access-Control-Allow-Credentials', 'true');
    headers.set('Access-Control-Expose-Headers', EXPOSED);
    if (request.method !== 'OPTIONS') return;
    headers.set('Access-Control-Allow-Methods', 'GET, HEAD');
    headers.set('Access-Control-Max-Age', String(PREFLIGHT_SECONDS));
    const asked = request.headers.get('access-control-request-headers')?.trim();
    if (asked && HEADER_NAMES.test(asked)) headers.set('Access-Control-Allow-Headers', asked);
  };
}
