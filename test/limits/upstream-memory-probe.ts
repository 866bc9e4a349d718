// A process of its own, so that nothing but the proxy takes memory in it: asks before an upstream that is sound at first,
// and prints by how many bytes its memory grew at most before the upstream ended.
import { createLiveMapProxy } from '../../src/proxy/index.ts';
const SAMPLE_MS = 10;
const [upstream = ''] = process.argv.slice(2);
const silent = (): void => undefined;
let now = Date.parse('2026-11-23T12:00:00.000Z');
const behind: Promise<unknown>[] = [];
const proxy = createLiveMapProxy({
  apiKey: 'df_test',
  upstream,
  now: () => now,
  logger: { debug: silent, info: silent, warn: silent, error: silent },
});
const look = async (): Promise<void> => {
  const response = await proxy.fetch(new Request('http://localhost/'), { waitUntil: (work) => behind.push(work) });
  if (!response.ok) throw new Error(`Answered ${response.status}.`);
  await response.text();
  await Promise.all(behind);
};
await look();
const before = held();
let peak = before;
const sampling = setInterval(() => {
  peak = Math.max(peak, held());
}, SAMPLE_MS);
now += 10_000;
await look();
clearInterval(sampling);
peak = Math.max(peak, held());
process.stdout.write(String(peak - before));
await proxy.close();

/** Bytes in use, without what is garbage: that of the runtime's own buffers stays until it pleases the collector. */
function held(): number {
  globalThis.gc!();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
