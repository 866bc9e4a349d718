import type { LiveMapProxyOptions } from '../src/proxy/index.ts';
import { createSimulator } from '../src/simulator/index.ts';
import { startUpstream, type Upstream } from './upstream/server.ts';

/** A route of the demo: a stand-in for DataFast that behaves in one way, and the real proxy in front of it. */
export interface Scenario {
  path: string;
  start: () => Promise<Upstream>;
  proxy?: LiveMapProxyOptions;
}

const OUTAGE_MS = 180_000;
const MINUTE_MS = 60_000;

/** Each under the path that it is served at. A key in the environment takes the place of `/live`. */
export const scenarios: readonly Scenario[] = [
  { path: '/live', start: () => people(30) },
  { path: '/live/quiet', start: () => people(3) },
  { path: '/live/surge', start: () => startUpstream({ simulator: createSimulator({ visitors: 5000, steady: true }) }) },
  { path: '/live/empty', start: () => startUpstream({ answer: nobody }) },
  // Often asked, so that the page need not be watched for long.
  { path: '/live/stale', start: failing, proxy: { refreshSeconds: 2 } },
  { path: '/live/error', start: () => people(30), proxy: { apiKey: 'df_revoked' } },
];

function people(visitors: number): Promise<Upstream> {
  return startUpstream({ simulator: createSimulator({ visitors }) });
}

/** Everybody has left; the last one was seen a while ago. */
function nobody(): unknown {
  const { data } = createSimulator({ visitors: 3 }).answerAt(Date.now() - 14 * MINUTE_MS);
  return { status: 'success', data: { ...data, count: 0, visitors: [], recentPayments: [] } };
}

/** Answers once, then fails for three minutes, and again. */
async function failing(): Promise<Upstream> {
  const simulator = createSimulator();
  const upstream = await startUpstream({
    answer: () => {
      upstream.fault = 503;
      setTimeout(() => (upstream.fault = null), OUTAGE_MS).unref();
      return simulator.answerAt(Date.now());
    },
  });
  return upstream;
}
