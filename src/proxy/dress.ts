import type { Answer } from './answer.ts';
import type { CorsHeaders } from './cors.ts';

/** Where permission is asked, what one viewer gets is for no other, and for no cache. */
const PRIVATE = 'private, no-store';

/**
 * Adds what every answer has. An answer that is given again in the same second, to the same kind of asker, is the same.
 *
 * @param guarded Permission is asked.
 */
export function createDress(now: () => number, guarded: boolean): (answer: Answer, cors: CorsHeaders) => Answer {
  const dressed = new WeakMap<Answer, { second: number; cors: CorsHeaders; result: Answer }>();
  let second = NaN;
  let date = '';
  return (answer, cors) => {
    const time = now();
    if (Math.floor(time / 1000) !== second) {
      second = Math.floor(time / 1000);
      date = new Date(time).toUTCString();
    }
    const known = dressed.get(answer);
    if (known?.second === second && known.cors === cors) return known.result;
    const vary = [answer.headers.Vary, cors.varies && 'Origin'].filter(Boolean).join(', ');
    const noTransform = answer.headers['Cache-Control']?.includes('no-transform') ? ', no-transform' : '';
    const headers = {
      ...(guarded ? answer.headers : cors.headers),
      ...(guarded ? cors.headers : answer.headers),
      ...(vary && { Vary: vary }),
      ...(guarded && { 'Cache-Control': PRIVATE + noTransform }),
      'X-Content-Type-Options': 'nosniff',
      // The viewer counts ages from `meta.generatedAt` to this. Not every runtime sends it.
      Date: date,
    };
    const result = { ...answer, headers };
    dressed.set(answer, { second, cors, result });
    return result;
  };
}
