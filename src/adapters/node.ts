import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { LiveMapProxy } from '../proxy/index.ts';

/** For `http.createServer`, and as a handler of Express or Connect. */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Lets a Node server answer with the proxy.
 *
 * Mounted under a path (`app.use('/live', toNodeListener(proxy))`) the proxy's `basePath` is that path. It answers
 * everything that reaches it, so it calls no `next`.
 */
export function toNodeListener(proxy: Pick<LiveMapProxy, 'fetch'>): NodeListener {
  const listener = getRequestListener(
    (request, { incoming }) => proxy.fetch(request, { clientAddress: incoming.socket.remoteAddress }),
    {
      // An application that embeds the proxy keeps its own Request and Response.
      overrideGlobalObjects: false,
      // HTTP/1.0 health checks send no Host.
      hostname: 'localhost',
    },
  );
  return (request: IncomingMessage & { originalUrl?: string }, response) => {
    // Express and Connect cut the mount path off `url`. Nobody reads it after us.
    if (request.originalUrl !== undefined) request.url = request.originalUrl;
    void listener(request, response);
  };
}

export interface ServeOptions {
  /** 0 takes a free one. Default: 8787. */
  port?: number;
  /** Default: 127.0.0.1, which only this machine reaches. */
  hostname?: string;
}

/** A server that listens. */
export interface RunningServer {
  /** Without a path: "http://127.0.0.1:8787". */
  url: string;
  /** Takes no more connections, and resolves when the last one is done. The proxy stays open. */
  close(): Promise<void>;
}

/**
 * Starts a Node server of its own.
 *
 * @returns When it listens; rejects where it cannot (`EADDRINUSE`: somebody else has the port).
 */
export async function serve(proxy: Pick<LiveMapProxy, 'fetch'>, options: ServeOptions = {}): Promise<RunningServer> {
  const { port = 8787, hostname = '127.0.0.1' } = options;
  const server = createServer(toNodeListener(proxy));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    url: `http://${reachable(hostname)}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
      }),
  };
}

/** A name that a browser on this machine can open: "all addresses" is none. */
function reachable(hostname: string): string {
  if (hostname === '0.0.0.0' || hostname === '::') return 'localhost';
  return hostname.includes(':') ? `[${hostname}]` : hostname;
}
