import type { ServerResponse } from 'node:http';
import type { TestRunnerCoreConfig } from '@web/test-runner-core';

type Middleware = NonNullable<TestRunnerCoreConfig['middleware']>[number];

const PATH = /^\/event-streams\/([\w-]+)(\/stream)?$/;

/**
 * Server-Sent Events for tests in a browser, as middleware. Each test has a name of its own:
 * `GET /event-streams/<name>/stream` is a stream, `POST /event-streams/<name>` sends its body to all who read it, and
 * `GET /event-streams/<name>` answers how many they are.
 */
export function eventStreams(): Middleware {
  const readers = new Map<string, Set<ServerResponse>>();
  return async (context, next) => {
    const { path, method, req: request, res: response } = context;
    const [, name, isStream] = PATH.exec(path) ?? [];
    if (name === undefined) {
      await next();
      return;
    }
    const reading = readers.get(name) ?? new Set();
    readers.set(name, reading);
    // The response is written here, not by Koa.
    context.respond = false;
    if (isStream) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(':\r\n\r\n');
      reading.add(response);
      response.on('close', () => reading.delete(response));
    } else if (method === 'POST') {
      const chunks = (await request.toArray()) as Buffer[];
      for (const reader of reading) reader.write(`data: ${Buffer.concat(chunks).toString()}\r\n\r\n`);
      response.writeHead(204).end();
    } else {
      response.writeHead(200).end(String(reading.size));
    }
  };
}
