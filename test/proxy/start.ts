import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { TestContext } from 'node:test';
import { serve } from '../../src/adapters/node.ts';
import type { PublishedError, PublishedSnapshot } from '../../src/protocol/published.ts';
import { createLiveMapProxy, type LiveMapProxyOptions, type PackageFiles } from '../../src/proxy/index.ts';
import { checkSchema } from './schema.ts';
import { type Respond, startUpstream, type TestUpstream } from './upstream.ts';

export const NOON: number = Date.parse('2026-11-23T12:00:00.000Z');
export const KEY = 'df_test';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it came over the wire. */
  bytes: Buffer;
  json: () => unknown;
  snapshot: () => PublishedSnapshot;
  error: () => PublishedError['error'];
}

export interface TestProxy {
  url: string;
  upstream: TestUpstream;
  /** What the proxy takes for the time. */
  clock: { now: number; passSeconds: (seconds: number) => void };
  /** What the operator reads. */
  log: string[];
  get: (path?: string, headers?: Record<string, string>, method?: string) => Promise<Reply>;
  /** Resolves when the refresh behind a reply has ended. */
  settled: () => Promise<void>;
}

/** A proxy behind real HTTP, before a real upstream, with a clock of its own. */
export async function startProxy(
  t: TestContext,
  { respond, files, ...options }: LiveMapProxyOptions & { respond?: Respond; files?: PackageFiles } = {},
): Promise<TestProxy> {
  const upstream = await startUpstream(respond);
  const clock = {
    now: NOON,
    passSeconds: (seconds: number) => {
      clock.now += seconds * 1000;
    },
  };
  const { log, logger } = recordingLogger();
  const proxy = createLiveMapProxy({
    apiKey: KEY,
    upstream: upstream.url,
    now: () => clock.now,
    logger,
    ...options,
  });
  const behind: Promise<unknown>[] = [];
  const server = await serve(
    {
      handle: (request, context) => {
        const { clientAddress, encoders } = context;
        return proxy.handle(request, { clientAddress, encoders, files, waitUntil: (work) => behind.push(work) });
      },
    },
    { port: 0 },
  );
  t.after(async () => {
    await proxy.close();
    await server.close();
    upstream.close();
  });
  return {
    url: server.url,
    upstream,
    clock,
    log,
    get: (path = '/', headers = {}, method = 'GET') => get(server.url + path, headers, method),
    settled: async () => {
      await Promise.all(behind);
    },
  };
}

export function recordingLogger(): { log: string[]; logger: NonNullable<LiveMapProxyOptions['logger']> } {
  const log: string[] = [];
  const level = (name: string) => (message: string) => {
    log.push(`${name}: ${message}`);
  };
  return { log, logger: { debug: level('debug'), info: level('info'), warn: level('warn'), error: level('error') } };
}

/** Not fetch: that would unpack the body and hide headers. */
export function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const json = (): unknown => JSON.parse(bytes.toString());
        const isPlain = response.headers['content-encoding'] === undefined && bytes.length > 0;
        try {
          if (isPlain && response.headers['content-type']?.startsWith('application/json')) checkSchema(json());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          json,
          snapshot: () => json() as PublishedSnapshot,
          error: () => (json() as PublishedError).error,
        });
      });
    });
    request.on('error', reject);
    request.end();
  });
}
