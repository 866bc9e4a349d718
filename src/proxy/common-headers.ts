import type { ResponseInfo } from './response-info.ts';
import type { CorsHeaders } from './cors.ts';

/** With `authorize`, a response is for one viewer and no cache. */
const PRIVATE = 'private, no-store';

/**
 * Adds the headers of every response. Within a second, the same response with the same CORS headers gives the same object.
 *
 * @param guarded Whether there is an `authorize`.
 */
export function createCommonHeaders(
  now: () => number,
  guarded: boolean,
): (response: ResponseInfo, cors: CorsHeaders) => ResponseInfo {
  const known = new WeakMap<ResponseInfo, { second: number; cors: CorsHeaders; result: ResponseInfo }>();
  let second = NaN;
  let date = '';
  return (response, cors) => {
    const time = now();
    if (Math.floor(time / 1000) !== second) {
      second = Math.floor(time / 1000);
      date = new Date(time).toUTCString();
    }
    const before = known.get(response);
    if (before?.second === second && before.cors === cors) return before.result;
    const vary = [response.headers.Vary, cors.varies && 'Origin'].filter(Boolean).join(', ');
    const noTransform = response.headers['Cache-Control']?.includes('no-transform') ? ', no-transform' : '';
    const headers: Record<string, string> = {
      ...(guarded ? response.headers : cors.headers),
      ...(guarded ? cors.headers : response.headers),
      ...(vary && { Vary: vary }),
      ...(guarded && { 'Cache-Control': PRIVATE + noTransform }),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      // The element counts ages from `meta.generatedAt` to this. Not every runtime sends it by itself.
      Date: date,
    };
    if (guarded) delete headers['CDN-Cache-Control'];
    const result = { ...response, headers };
    known.set(response, { second, cors, result });
    return result;
  };
}
