import { createLiveMapProxy, type LiveMapProxy, type LiveMapProxyOptions } from '../src/proxy/index.ts';
import { createSimulator } from '../src/simulator/index.ts';

/** A route of the demo: a stand-in for DataFast that behaves in one way, and the real proxy in front of it. */
export interface Scenario {
  path: string;
  /** Makes what answers instead of DataFast; the proxy's own sample data where there is none. */
  upstream?: () => () => Response | Promise<Response>;
  proxy?: LiveMapProxyOptions;
}

const OUTAGE_MS = 180_000;
const MINUTE_MS = 60_000;

/** Each under the path that it is served at. A key in the environment takes the place of `/live`. */
const scenarios: readonly Scenario[] = [
  // With a history, which has been there for half an hour.
  { path: '/live', proxy: { sampleData: true } },
  { path: '/live/quiet', upstream: () => people(3) },
  { path: '/live/surge', upstream: () => people(5000, true) },
  { path: '/live/empty', upstream: () => emptySite },
  // Often asked, so that the page need not be watched for long.
  { path: '/live/stale', upstream: failing, proxy: { refreshSeconds: 2 } },
  // Longer than the map waits for it.
  { path: '/live/loading', upstream: () => never, proxy: { timeoutMs: 60_000 } },
  { path: '/live/error', upstream: () => () => failure(401, 'Unauthorized') },
];

/** The longest path first: each answers for all that is below it. */
export const byPath: readonly Scenario[] = [...scenarios].sort((one, other) => other.path.length - one.path.length);

/** Some routes fail on purpose: their failures are not logged. */
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

export function proxyOf({ path, upstream, proxy }: Scenario): LiveMapProxy {
  const answer = upstream?.();
  const options = { apiKey: 'df_demo', basePath: path, logger: silent, ...proxy };
  return createLiveMapProxy(answer ? { ...options, fetch: async () => answer() } : options);
}

function people(visitors: number, steady = false): () => Response {
  const simulator = createSimulator({ visitors, steady });
  return () => Response.json(simulator.answerAt(Date.now()));
}

function never(): Promise<Response> {
  return new Promise(() => undefined);
}

/** All visitors have left, the last one a while ago. */
function emptySite(): Response {
  const { data } = createSimulator({ visitors: 3 }).answerAt(Date.now() - 14 * MINUTE_MS);
  return Response.json({ status: 'success', data: { ...data, count: 0, visitors: [], recentPayments: [] } });
}

/** Answers once, then fails for three minutes, and again. */
function failing(): () => Response {
  const simulator = createSimulator();
  let failsUntil = 0;
  return () => {
    const now = Date.now();
    if (now < failsUntil) return failure(503, 'Service Unavailable');
    failsUntil = now + OUTAGE_MS;
    return Response.json(simulator.answerAt(now));
  };
}

function failure(code: number, message: string): Response {
  return Response.json({ status: 'error', error: { code, message } }, { status: code });
}

function ignore(): void {
  // Not logged.
}
