import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LiveMapProxy, Subscription, ResponseInfo } from '../../proxy/index.ts';
import { NodeRequest } from './node-request.ts';
import { mergeHeaders } from './merge-headers.ts';
import { sendStream } from './send-stream.ts';

/** For `http.createServer`, and as a handler of Express or Connect. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Lets a Node server answer with the proxy.
 *
 * Mounted under a path (`app.use('/live', toNodeListener(proxy))`) the proxy's `basePath` is that path. It answers
 * everything that reaches it, so it calls no `next`.
 */
export function toNodeListener(proxy: Pick<LiveMapProxy, 'handle'>): NodeListener {
  return createListener(proxy, new Set());
}

/** @param streams Holds those that are read at the moment. */
export function createListener(proxy: Pick<LiveMapProxy, 'handle'>, streams: Set<Subscription>): NodeListener {
  return (request, response) => {
    const incoming = new NodeRequest(request);
    const send = (given: ResponseInfo): void => {
      // Another handler of the application did not want to wait, or the client has left.
      if (response.headersSent || response.destroyed) return;
      // A body is never read, and after a malformed head the start of the next request is unknown.
      if (incoming.hasBody || given.status === 400) response.shouldKeepAlive = false;
      response.writeHead(given.status, headersFor(response, given.headers));
      const { body } = given;
      if (typeof body === 'function') sendStream(body, response, streams);
      else if (body) response.end(buffered(body));
      else response.end();
    };
    const given = proxy.handle(incoming, incoming);
    if (given instanceof Promise) void given.then(send, () => response.destroy());
    else send(given);
  };
}

function headersFor(response: ServerResponse, headers: ResponseInfo['headers']): string[] {
  const isFresh = response.getHeaderNames().length === 0;
  return isFresh ? flattened(headers) : Object.entries(mergeHeaders(response, headers)).flat();
}

const known = new WeakMap<ResponseInfo['headers'], string[]>();

/** As `writeHead` takes them with the least work. The proxy gives the same headers to many requests. */
function flattened(headers: ResponseInfo['headers']): string[] {
  let list = known.get(headers);
  if (!list) {
    list = Object.entries(headers).flat();
    known.set(headers, list);
  }
  return list;
}

const buffers = new WeakMap<Uint8Array, Buffer>();

/** The same bytes as Node's own kind, which it would make of them for each request. */
function buffered(body: Uint8Array): Buffer {
  let buffer = buffers.get(body);
  if (!buffer) {
    buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    buffers.set(body, buffer);
  }
  return buffer;
}
