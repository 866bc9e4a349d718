import type { Cache, Found } from './cache.ts';
import type { RequestContext } from './context.ts';
import { cors } from './cors.ts';
import { ProxyError } from './errors.ts';
import { acceptsGzip, matchesETag } from './negotiation.ts';
import type { ResolvedOptions } from './options.ts';
import type { Representation } from './representation.ts';
import { createRepresenter, type Published } from './snapshot-source.ts';

type Route = (request: Request, context: RequestContext) => Response | Promise<Response>;

type Answer = Extract<Found<Published>, { entry: unknown }>;

const METHODS = 'GET, HEAD, OPTIONS';

// Workers compress a body themselves if its Content-Encoding says gzip, unless told that it is done.
// https://developers.cloudflare.com/workers/runtime-apis/response/#parameters
const ENCODED = { encodeBody: 'manual' };

/** The proxy's routes and the HTTP of their answers. */
export function createHandler(options: ResolvedOptions, cache: Cache<Published>): Route {
  const represent = createRepresenter(options);
  const allowOrigin = cors(options.allowedOrigins);
  const routes = new Map<string, Route>([
    [options.basePath, getSnapshot],
    [`${options.basePath}/`, getSnapshot],
    [`${options.basePath}/health`, getHealth],
  ]);

  async function getSnapshot(request: Request, context: RequestContext): Promise<Response> {
    const found = await cache.get((work) => context.waitUntil?.(work));
    if ('error' in found) return errorResponse(found.error, found.retryInSeconds);
    const document = await represent(found.entry, found.stale);
    return documentResponse(request, document, cacheControl(found));
  }

  function getHealth(): Response {
    const found = cache.look();
    const { failing } = cache;
    const healthy = 'entry' in found || failing === null;
    const ageSeconds = 'entry' in found ? Math.floor(found.ageMs / 1000) : null;
    return json({ status: healthy ? 'ok' : 'error', ageSeconds, reason: failing?.reason ?? null }, healthy ? 200 : 503);
  }

  /**
   * A CDN may keep an answer until the next one can be had. A browser asks each time: it has no use for
   * `stale-while-revalidate`, which would show it the answer before last, so that stands where only CDNs read.
   */
  function cacheControl({ ageMs }: Answer): Record<string, string> {
    const seconds = Math.max(1, Math.ceil(options.refreshSeconds - ageMs / 1000));
    return {
      'Cache-Control': `public, max-age=0, must-revalidate, s-maxage=${seconds}`,
      'CDN-Cache-Control': `public, max-age=${seconds}, stale-while-revalidate=${Math.ceil(options.refreshSeconds)}`,
    };
  }

  async function route(request: Request, context: RequestContext): Promise<Response> {
    const get = routes.get(new URL(request.url).pathname);
    if (!get) return errorResponse(new ProxyError('not-found', 'No such route.'));
    switch (request.method) {
      case 'GET':
        return get(request, context);
      case 'HEAD': {
        const { status, headers } = await get(request, context);
        return new Response(null, { status, headers });
      }
      case 'OPTIONS':
        return new Response(null, { status: 204, headers: { Allow: METHODS } });
      default:
        return errorResponse(new ProxyError('method-not-allowed', 'No such method.'), null, { Allow: METHODS });
    }
  }

  return async (request, context) => {
    const response = await route(request, context);
    const { headers } = response;
    headers.set('X-Content-Type-Options', 'nosniff');
    // The viewer counts ages from `meta.generatedAt` to this. Not every runtime sends it.
    headers.set('Date', new Date(options.now()).toUTCString());
    allowOrigin(request, headers);
    return response;
  };
}

async function documentResponse(
  request: Request,
  { etag, body, gzip }: Representation,
  caching: Record<string, string>,
): Promise<Response> {
  const headers = new Headers({ ...caching, ETag: etag, Vary: 'Accept-Encoding' });
  if (matchesETag(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const gzipped = acceptsGzip(request.headers.get('accept-encoding')) ? await gzip() : null;
  headers.set('Content-Type', 'application/json; charset=utf-8');
  headers.set('Content-Length', String((gzipped ?? body).byteLength));
  if (!gzipped) return new Response(body, { headers });
  headers.set('Content-Encoding', 'gzip');
  return new Response(gzipped, { headers, ...ENCODED });
}

function errorResponse(
  error: ProxyError,
  retryInSeconds: number | null = null,
  headers: Record<string, string> = {},
): Response {
  const temporary = error.status === 503 || error.status === 504;
  return json(error.body(), error.status, {
    ...headers,
    ...(temporary && retryInSeconds !== null && { 'Retry-After': String(retryInSeconds) }),
  });
}

function json(document: unknown, status: number, headers: Record<string, string> = {}): Response {
  const body = new TextEncoder().encode(JSON.stringify(document));
  return new Response(body, {
    status,
    headers: {
      ...headers,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': String(body.byteLength),
      'Cache-Control': 'no-store',
    },
  });
}
