import { createAccess } from './access.ts';
import { errorResponse, notFound, type ResponseInfo } from './response-info.ts';
import type { Handler, RequestContext } from './context.ts';
import { cors } from './cors.ts';
import { createCommonHeaders } from './common-headers.ts';
import { ProxyError } from './errors.ts';
import { isValidHost, type RequestInfo } from './request-info.ts';
import { chain, type MaybePromise } from './maybe-promise.ts';
import { passesIfMatch } from './negotiation.ts';
import { repeatResponses } from './repeated-responses.ts';
import { createRoutes, OPEN_TO_ALL } from './routes/index.ts';
import type { Route, RouteContext } from './routes/route.ts';

const METHODS = 'GET, HEAD, OPTIONS';
const OPTIONS: ResponseInfo = { status: 204, headers: { Allow: METHODS }, body: null };

/** The HTTP around the routes: paths, methods, preconditions, and common headers. */
export function createHandler(site: RouteContext): Handler {
  const { basePath, allowedOrigins, now } = site.options;
  const access = createAccess(site.options);
  const routes = new Map<string, Route>();
  const folders: [path: string, route: Route][] = [];
  for (const [path, route] of Object.entries(createRoutes(site))) {
    if (path.length > 1 && path.endsWith('/')) folders.push([basePath + path, route]);
    else routes.set(basePath + path, route);
    if (path === '/' && basePath !== '') routes.set(basePath, route);
  }
  const openToAll = routes.get(basePath + OPEN_TO_ALL);
  const allowOrigin = cors(allowedOrigins);
  const withCommonHeaders = createCommonHeaders(now, site.options.authorize !== null);

  const read = (route: Route, request: RequestInfo, context: RequestContext): MaybePromise<ResponseInfo> => {
    const given =
      route === openToAll
        ? route(request, context)
        : chain(access(request, context), (refusal) => refusal ?? route(request, context));
    return chain(given, (response) => {
      // RFC 9110 §13.2.1: preconditions are ignored if the response would be an error without them.
      if (response.status >= 400 || passesIfMatch(request.header('if-match'))) return response;
      return errorResponse(new ProxyError('precondition-failed', 'If-Match names another representation.'));
    });
  };

  const respond: Handler = (request, context) => {
    if (!isValidHost(request.header('host'))) return errorResponse(new ProxyError('bad-request', 'No valid Host.'));
    const route = routes.get(request.path) ?? folders.find(([path]) => request.path.startsWith(path))?.[1];
    // RFC 9110 §9.3.7: `*` asks about the server as a whole. Deno gives it as a path.
    if (request.method === 'OPTIONS' && (route || /^\/?\*$/.test(request.path))) return OPTIONS;
    if (!route) return notFound('No such route.');
    if (request.method === 'GET' || request.method === 'HEAD') return read(route, request, context);
    return errorResponse(new ProxyError('method-not-allowed', 'No such method.'), null, { Allow: METHODS });
  };
  // No other handler answers a request whose route has thrown, and on Node the process would end.
  const answer = withFallback(respond, (error, { path }) => {
    site.log.route(path, error);
    return errorResponse(new ProxyError('internal', 'A route has failed.'));
  });
  const handle: Handler = (request, context) =>
    chain(answer(request, context), (response) =>
      withCommonHeaders(request.method === 'HEAD' ? { ...response, body: null } : response, allowOrigin(request)),
    );
  // A limit counts every request.
  return site.options.rateLimit ? handle : repeatResponses(handle, now, site.snapshots);
}

/** Answers by `onError` if a handler throws or its promise is rejected. */
function withFallback(handler: Handler, onError: (error: unknown, request: RequestInfo) => ResponseInfo): Handler {
  return (request, context) => {
    try {
      const response = handler(request, context);
      return response instanceof Promise ? response.catch((error: unknown) => onError(error, request)) : response;
    } catch (error) {
      return onError(error, request);
    }
  };
}
