import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LiveMapProxy, Subscription } from '../../proxy/index.ts';
import { createListener } from './listener.ts';

export interface ServeOptions {
  /** 0: any free port. Default: 8787. */
  port?: number;
  /** A name or an address, IPv6 with brackets or without. Default: 127.0.0.1, which only this machine reaches. */
  hostname?: string;
}

/** A server that listens. */
export interface RunningServer {
  /** Without a path: "http://127.0.0.1:8787". */
  url: string;
  /** Accepts no more connections, ends streams, and resolves when the last connection is closed. The proxy stays open. */
  close(): Promise<void>;
}

/**
 * Starts a Node server of its own.
 *
 * @returns When it listens; rejects if it cannot (`EADDRINUSE`: the port is in use).
 */
export async function serve(proxy: Pick<LiveMapProxy, 'handle'>, options: ServeOptions = {}): Promise<RunningServer> {
  const { port = 8787 } = options;
  const hostname = (options.hostname ?? '127.0.0.1').replace(/^\[(.*)\]$/, '$1');
  // Node would listen on all addresses.
  if (hostname === '') throw new Error('hostname: expected a name or an address of this machine, got an empty text.');
  const streams = new Set<Subscription>();
  const server = createServer(createListener(proxy, streams));
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
        for (const reading of streams) reading.end();
      }),
  };
}

/** A name that a browser on this machine can open, also for "all addresses". */
function reachable(hostname: string): string {
  if (hostname === '0.0.0.0' || hostname === '::') return 'localhost';
  return hostname.includes(':') ? `[${hostname}]` : hostname;
}
