// npm run bench:history: the memory that the states of the last half hour take: 200 of a simulated site with 500 visitors
// who come, go and open pages, from the snapshots that the proxy publishes. Exits with 1 above the budget.
import { spawnSync } from 'node:child_process';
import { createLiveMapProxy } from '../src/proxy/index.ts';
import { failureMessage } from '../src/protocol/failure-message.ts';
import { parseSnapshot } from '../src/protocol/parse.ts';
import { RowCache } from '../src/protocol/row-cache.ts';
import type { Visitor } from '../src/protocol/types.ts';
import { createSimulator } from '../src/simulator/index.ts';
import { LiveStore } from '../src/store/live-store.ts';
import { StateArchive } from '../src/store/state-archive.ts';

const STATES = 200;
const VISITORS = 500;
const BUDGET = 3_000_000;
const INTERVAL_MS = 9_000;
const START = Date.UTC(2026, 10, 23, 12);

if (globalThis.gc) await measure();
else {
  const args = ['--expose-gc', ...process.execArgv, ...process.argv.slice(1)];
  process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}

async function measure(): Promise<void> {
  let now = START;
  const simulator = createSimulator({ visitors: VISITORS, steady: true });
  const proxy = createLiveMapProxy({
    apiKey: 'df_bench',
    refreshSeconds: 2,
    now: () => now,
    fetch: () => Promise.resolve(Response.json(simulator.answerAt(now))),
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  const clock = {
    now: () => now - START,
    epoch: () => now,
    random: () => 0.5,
    setTimeout: () => 0,
    clearTimeout: ignore,
  };
  const store = new LiveStore(clock);
  store.configure(['pageview', 'goal', 'payment'], 5);
  store.setStatus('live');
  const archive = new StateArchive();
  const cache = new RowCache<Visitor>();
  let visitors = 0;
  for (let state = 0; state < STATES; state++, now += INTERVAL_MS) {
    const work: Promise<unknown>[] = [];
    await proxy.fetch(new Request('http://localhost/'), {
      waitUntil: (refresh) => {
        work.push(refresh);
      },
    });
    await Promise.all(work);
    const answer: unknown = await (await proxy.fetch(new Request('http://localhost/'))).json();
    const result = parseSnapshot(answer, cache);
    if (!result.ok) throw new Error(failureMessage(result.failure));
    const { snapshot } = result;
    store.receive({ snapshot, serverTime: now }, 0);
    archive.add(store.latest);
    visitors += snapshot.data.visitors.length;
  }
  const kept = archive.times.length;
  const before = heap();
  archive.clear();
  const bytes = before - heap();
  console.log(
    `${kept} states of ${Math.round(visitors / STATES)} visitors: ${(bytes / 1e6).toFixed(2)} MB, budget ${BUDGET / 1e6} MB`,
  );
  if (kept !== STATES) throw new Error(`Got ${kept} states, expected ${STATES}.`);
  process.exitCode = bytes > BUDGET ? 1 : 0;
}

function ignore(): void {
  // Nothing is logged, and no timer is set.
}

function heap(): number {
  for (let times = 0; times < 3; times++) globalThis.gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}
