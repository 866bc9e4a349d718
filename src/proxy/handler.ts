import { createAccess } from './access.ts';
import { errorResponse, type ResponseInfo } from './response-info.ts';
import type { RequestContext } from './context.ts';
import { cors } from './cors.ts';
import { createCommonHeaders } from './common-headers.ts';
import { ProxyError } from './errors.ts';
import type { RequestInfo } from './request-info.ts';
import { chain, type MaybePromise } from './maybe-promise.ts';
import { createRoutes, OPEN_TO_ALL } from './routes/index.ts';
import type { Route, Site } from './routes/route.ts';

export type Handler = (request: RequestInfo, context: RequestContext) => MaybePromise<ResponseInfo>;

const METHODS = 'GET, HEAD, OPTIONS';

/** The HTTP around the routes: paths, methods, and the headers that every response has. */
export function createHandler(site: Site): Handler {
  const { basePath, allowedOrigins, now } = site.options;
  const access = createAccess(site.options);
  const routes = new Map<string, Route>();
  for (const [path, route] of Object.entries(createRoutes(site))) {
    routes.set(basePath + path, route);
    if (path === '/' && basePath !== '') routes.set(basePath, route);
  }
  const openToAll = routes.get(basePath + OPEN_TO_ALL);
  const allowOrigin = cors(allowedOrigins);
  const withCommonHeaders = createCommonHeaders(now, site.options.authorize !== null);

  const read = (route: Route, request: RequestInfo, context: RequestContext): MaybePromise<ResponseInfo> =>
    route === openToAll
      ? route(request, context)
      : chain(access(request, context), (refusal) => refusal ?? route(request, context));

  const respond: Handler = (request, context) => {
    const route = routes.get(request.path);
    if (!route) {
      const missing = errorResponse(new ProxyError('not-found', 'No such route.'));
      return request.method === 'HEAD' ? { ...missing, body: null } : missing;
    }
    switch (request.method) {
      case 'GET':
        return read(route, request, context);
      case 'HEAD':
        return chain(read(route, request, context), (whole) => ({ ...whole, body: null }));
      case 'OPTIONS':
        return { status: 204, headers: { Allow: METHODS }, body: null };
      default:
        return errorResponse(new ProxyError('method-not-allowed', 'No such method.'), null, { Allow: METHODS });
    }
  };
  return (request, context) =>
    chain(respond(request, context), (response) => withCommonHeaders(response, allowOrigin(request)));
}
