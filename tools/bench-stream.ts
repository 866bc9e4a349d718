// npm run bench:stream: bytes of an event of /stream, with and without ?changes, from one snapshot to the next, ten seconds later.
import { gzipSync } from 'node:zlib';
import { createLiveMapProxy } from '../src/proxy/index.ts';
import type { PublishedSnapshot } from '../src/protocol/published.ts';
import { changeOf, rowTextsOf } from '../src/proxy/stream/change.ts';
import { createSimulator } from '../src/simulator/index.ts';

const NOON = Date.parse('2026-11-23T12:00:00.000Z');
const STEPS = 6;

/** Successive snapshots of a site, as a proxy publishes them. */
async function snapshotsOf(visitors: number): Promise<PublishedSnapshot[]> {
  const site = createSimulator({ visitors, steady: true });
  const snapshots: PublishedSnapshot[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const now = NOON + step * 10_000;
    const proxy = createLiveMapProxy({
      apiKey: 'df_bench',
      now: () => now,
      fetch: () => Promise.resolve(Response.json(site.answerAt(now))),
      maxBytes: 50_000_000,
    });
    const response = await proxy.fetch(new Request('http://localhost/'));
    snapshots.push((await response.json()) as PublishedSnapshot);
    await proxy.close();
  }
  return snapshots;
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const kilobytes = (value: object): number => gzipSync(JSON.stringify(value)).length / 1000;

console.log('| visitors | snapshot, kB gzip | change, kB gzip | ratio |\n| -: | -: | -: | -: |');
for (const visitors of [50, 500, 5_000]) {
  const snapshots = await snapshotsOf(visitors);
  const others = snapshots.slice(1);
  const changes = others.map((snapshot, index) => {
    const before = snapshots[index] ?? snapshot;
    return kilobytes(changeOf(rowTextsOf(before), snapshot, rowTextsOf(snapshot)));
  });
  const [whole, change] = [mean(others.map(kilobytes)), mean(changes)];
  console.log(`| ${visitors} | ${whole.toFixed(1)} | ${change.toFixed(1)} | ${(change / whole).toFixed(2)} |`);
}
