import { type IncomingMessage, ServerResponse } from 'node:http';
import type { LiveMapProxy, Subscription, ResponseInfo } from '../../proxy/index.ts';
import { NodeRequest } from './node-request.ts';
import { mergeHeaders } from './merge-headers.ts';
import { sendStream } from './send-stream.ts';

/** For `http.createServer`, and as a handler of Express or Connect. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Lets a Node server answer with the proxy.
 *
 * If it is mounted under a path (`app.use('/live', toNodeListener(proxy))`), the proxy's `basePath` is that path. It answers every
 * request, and never calls `next`.
 */
export function toNodeListener(proxy: Pick<LiveMapProxy, 'handle'>): NodeListener {
  return createListener(proxy, new Set());
}

/** @param streams Holds those that are read at the moment. */
export function createListener(proxy: Pick<LiveMapProxy, 'handle'>, streams: Set<Subscription>): NodeListener {
  return (request, response) => {
    const incoming = new NodeRequest(request);
    const given = proxy.handle(incoming, incoming);
    if (given instanceof Promise) {
      void given.then(
        (found) => {
          send(found, incoming, response, streams);
        },
        () => response.destroy(),
      );
    } else send(given, incoming, response, streams);
  };
}

function send(given: ResponseInfo, incoming: NodeRequest, response: ServerResponse, streams: Set<Subscription>): void {
  // Another handler of the application has answered meanwhile, or the client has left.
  if (response.headersSent || response.destroyed) return;
  // Request bodies are never read, and after a malformed head the start of the next request is unknown.
  if (incoming.hasBody || given.status === 400) response.shouldKeepAlive = false;
  const { headers, body } = preparedFor(given);
  response.writeHead(given.status, isUntouched(response) ? headers : mergeHeaders(response, given.headers));
  if (typeof given.body === 'function') sendStream(given.body, response, streams);
  else if (body) response.end(body);
  else response.end();
}

/** Middleware replaces `writeHead` to run before it, as `on-headers` does, which up to 1.0.2 misreads a flat list. */
function isUntouched(response: ServerResponse): boolean {
  return response.writeHead === ServerResponse.prototype.writeHead && response.getHeaderNames().length === 0;
}

/** A response in the form that is cheapest for Node: its headers as a flat list, its bytes as a `Buffer`. */
interface Prepared {
  headers: string[];
  body: Buffer | null;
}

const prepared = new WeakMap<ResponseInfo, Prepared>();

/** The proxy gives the same object to many requests. */
function preparedFor(given: ResponseInfo): Prepared {
  const before = prepared.get(given);
  if (before) return before;
  const { body } = given;
  const made = {
    headers: Object.entries(given.headers).flat(),
    body: body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : null,
  };
  prepared.set(given, made);
  return made;
}
