import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSimulator, type Simulator } from '../../src/simulator/index.ts';
import { faultNamed, sendError, sendFault, type Fault } from './faults.ts';
import { createRateLimit } from './rate-limit.ts';

export type { Fault } from './faults.ts';

export interface UpstreamOptions {
  /** Default 0: any free port. */
  port?: number;
  /** The one key that is accepted: a website's (`df_…`) or an account's (`dft_…`). Default `df_demo`. */
  apiKey?: string;
  /** The one website of an account's key. Without it any is accepted. */
  websiteId?: string;
  /** Of an account's key. Default `['analytics:read']`. */
  permissions?: readonly string[];
  simulator?: Simulator;
  now?: () => number;
  latencyMs?: number;
  /** Default: no limit. */
  requestsPerMinute?: number;
  /** A fixed answer instead of the simulator's, or a function that gives one. */
  answer?: unknown;
}

/** A running stand-in for DataFast. */
export interface Upstream {
  /** Full URL of the endpoint. */
  readonly url: string;
  /** Requests seen, whatever came of them. */
  calls: number;
  /** The last 50 of them. */
  readonly requests: { url: string; headers: IncomingHttpHeaders }[];
  /** What goes wrong with all requests from now on; a request can ask for its own by `?fault=…`. */
  fault: Fault | null;
  /** Ends all connections too. */
  close(): Promise<void>;
}

const PATH = '/api/v1/analytics/realtime/map';
const REMEMBERED = 50;

/** Serves the simulator on 127.0.0.1 as DataFast would: key, website, rate limit and all documented errors. */
export async function startUpstream(options: UpstreamOptions = {}): Promise<Upstream> {
  const { port = 0, now = Date.now, latencyMs = 0, requestsPerMinute = Infinity } = options;
  const simulator = options.simulator ?? createSimulator();
  const underLimit = Number.isFinite(requestsPerMinute) ? createRateLimit(requestsPerMinute, now) : () => true;
  const waiting = new Set<NodeJS.Timeout>();

  const answer = (): unknown => {
    if (options.answer === undefined) return simulator.answerAt(now());
    return typeof options.answer === 'function' ? (options.answer as () => unknown)() : options.answer;
  };
  const respond = (request: IncomingMessage, response: ServerResponse, url: URL): void => {
    const fault = faultNamed(url.searchParams.get('fault')) ?? upstream.fault;
    const refusal = refusalOf(request, url, options);
    if (url.pathname !== PATH) sendError(response, 404, 'Not found');
    else if (fault !== null) sendFault(fault, request, response);
    else if (refusal !== null) sendError(response, refusal);
    else if (!underLimit(response)) sendError(response, 429);
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer()));
  };

  const server = createServer((request, response) => {
    const url = new URL(`${new URL(upstream.url).origin}${request.url ?? ''}`);
    upstream.calls++;
    upstream.requests.push({ url: url.href, headers: request.headers });
    if (upstream.requests.length > REMEMBERED) upstream.requests.shift();
    if (latencyMs <= 0) {
      respond(request, response, url);
      return;
    }
    const timer = setTimeout(() => {
      waiting.delete(timer);
      respond(request, response, url);
    }, latencyMs);
    waiting.add(timer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const upstream: Upstream = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`,
    calls: 0,
    requests: [],
    fault: null,
    close: () =>
      new Promise((resolve) => {
        waiting.forEach(clearTimeout);
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return upstream;
}

/** The documented error of a request that may not have an answer. */
function refusalOf(request: IncomingMessage, url: URL, options: UpstreamOptions): 400 | 401 | 403 | 404 | 405 | null {
  const { apiKey = 'df_demo', websiteId, permissions = ['analytics:read'] } = options;
  if (request.method !== 'GET') return 405;
  if (request.headers.authorization !== `Bearer ${apiKey}`) return 401;
  if (!apiKey.startsWith('dft_')) return null;
  const asked = url.searchParams.get('websiteId');
  if (!permissions.includes('analytics:read')) return 403;
  if (!asked) return 400;
  return websiteId === undefined || asked === websiteId ? null : 404;
}
