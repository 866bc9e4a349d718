import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, LiveMapProxy } from '../../proxy/index.ts';
import { Incoming } from './incoming.ts';

/** For `http.createServer`, and as a handler of Express or Connect. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Lets a Node server answer with the proxy.
 *
 * Mounted under a path (`app.use('/live', toNodeListener(proxy))`) the proxy's `basePath` is that path. It answers
 * everything that reaches it, so it calls no `next`.
 */
export function toNodeListener(proxy: Pick<LiveMapProxy, 'answer'>): NodeListener {
  return (request, response) => {
    const incoming = new Incoming(request);
    const answer = proxy.answer(incoming, incoming);
    if (!(answer instanceof Promise)) send(answer, incoming, response);
    else
      void answer.then((given) => {
        send(given, incoming, response);
      });
  };
}

/** As `writeHead` takes them with the least work. The proxy gives the same headers to many requests. */
const flat = new WeakMap<Answer['headers'], string[]>();

function send({ status, headers, body }: Answer, incoming: Incoming, response: ServerResponse): void {
  let list = flat.get(headers);
  if (!list) {
    list = Object.entries(headers).flat();
    flat.set(headers, list);
  }
  if (hasBody(incoming)) response.shouldKeepAlive = false;
  response.writeHead(status, list);
  if (body) response.end(body);
  else response.end();
}

/** A body is never read. Rather than take in what may be a gigabyte, the connection is closed. */
function hasBody(incoming: Incoming): boolean {
  return incoming.header('transfer-encoding') !== null || (incoming.header('content-length') ?? '0') !== '0';
}
