import type { IncomingHttpHeaders } from 'node:http';
import type { TestRunnerCoreConfig } from '@web/test-runner-core';

type Middleware = NonNullable<TestRunnerCoreConfig['middleware']>[number];

const PATH = /^\/cached-answers\/([\w-]+)(\/requests)?$/;

/**
 * Snapshots for tests of the browser's own cache, as middleware. Each test has a name of its own:
 * `GET /cached-answers/<name>?cache-control=…` answers with that header, a new snapshot every second time, and
 * `GET /cached-answers/<name>/requests` what each request so far had of headers that are about caches.
 */
export function cachedAnswers(): Middleware {
  const requests = new Map<string, IncomingHttpHeaders[]>();
  const start = Math.floor(Date.now() / 1000) * 1000;
  return async (context, next) => {
    const { path, query, req: request, res: response } = context;
    const [, name, isAboutRequests] = PATH.exec(path) ?? [];
    if (name === undefined) {
      await next();
      return;
    }
    // The response is written here, not by Koa.
    context.respond = false;
    const before = requests.get(name) ?? [];
    if (isAboutRequests) {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(before));
      return;
    }
    const count = Math.floor(before.length / 2);
    const etag = `W/"${count}"`;
    const { 'if-none-match': known, 'cache-control': control, pragma } = request.headers;
    requests.set(name, [...before, { 'if-none-match': known, 'cache-control': control, pragma }]);
    const headers = {
      'cache-control': String(query['cache-control']),
      etag,
      vary: 'Accept-Encoding',
      // A second later each time, as for requests that are polls.
      date: new Date(start + before.length * 1000).toUTCString(),
    };
    if (known === etag) response.writeHead(304, headers).end();
    else {
      const meta = { version: 1, generatedAt: new Date(start).toISOString(), refreshSeconds: 10 };
      const body = JSON.stringify({ status: 'success', data: { count }, meta });
      response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(body);
    }
  };
}
