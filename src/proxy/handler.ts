import { createAccess } from './access.ts';
import { type Answer, errorAnswer } from './answer.ts';
import type { RequestContext } from './context.ts';
import { cors } from './cors.ts';
import { createDress } from './dress.ts';
import { ProxyError } from './errors.ts';
import type { Question } from './question.ts';
import { type Awaitable, whenReady } from './ready.ts';
import { createRoutes, OPEN_TO_ALL } from './routes/index.ts';
import type { Route, Site } from './routes/route.ts';

export type Handler = (question: Question, context: RequestContext) => Awaitable<Answer>;

const METHODS = 'GET, HEAD, OPTIONS';

/** The HTTP around the routes: which one is asked, by which method, and what every answer has. */
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
  const dress = createDress(now, site.options.authorize !== null);

  const ask = (route: Route, question: Question, context: RequestContext): Awaitable<Answer> =>
    route === openToAll
      ? route(question, context)
      : whenReady(access(question, context), (refusal) => refusal ?? route(question, context));

  const answer: Handler = (question, context) => {
    const route = routes.get(question.path);
    if (!route) {
      const missing = errorAnswer(new ProxyError('not-found', 'No such route.'));
      return question.method === 'HEAD' ? { ...missing, body: null } : missing;
    }
    switch (question.method) {
      case 'GET':
        return ask(route, question, context);
      case 'HEAD':
        return whenReady(ask(route, question, context), (whole) => ({ ...whole, body: null }));
      case 'OPTIONS':
        return { status: 204, headers: { Allow: METHODS }, body: null };
      default:
        return errorAnswer(new ProxyError('method-not-allowed', 'No such method.'), null, { Allow: METHODS });
    }
  };
  return (question, context) => whenReady(answer(question, context), (given) => dress(given, allowOrigin(question)));
}
