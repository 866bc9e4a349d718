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
const COLLECTIONS = 12;
const RUNS = 3;
const START = Date.UTC(2026, 10, 23, 12);

if (globalThis.gc) {
  const all: number[] = [];
  for (let run = 0; run < RUNS; run++) all.push(await measure());
  // What else is freed meanwhile is counted as well.
  const bytes = Math.min(...all);
  console.log(`${STATES} states of ${VISITORS} visitors: ${(bytes / 1e6).toFixed(2)} MB, budget ${BUDGET / 1e6} MB`);
  process.exitCode = bytes > BUDGET ? 1 : 0;
} else {
  const args = ['--expose-gc', ...process.execArgv, ...process.argv.slice(1)];
  process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}

/** @returns Bytes. */
async function measure(): Promise<number> {
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
  }
  const kept = archive.times.length;
  const before = await heap();
  archive.clear();
  const bytes = before - (await heap());
  if (kept !== STATES) throw new Error(`Got ${kept} states, expected ${STATES}.`);
  return bytes;
}

function ignore(): void {
  // Nothing is logged, and no timer is set.
}

/** Bytes, after so many collections that code which is no longer used is gone as well. */
async function heap(): Promise<number> {
  for (let times = 0; times < COLLECTIONS; times++) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
