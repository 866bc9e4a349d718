import { setTimeout as sleep } from 'node:timers/promises';
import { warmUp } from './load.mjs';
import { get, openSockets } from './sockets.mjs';

/** A heartbeat is shorter, a snapshot is longer. */
const HEARTBEAT_BYTES = 100;
const WARM_UP = 50;
const CONNECTIONS = 64;
const SETTLE_MS = 1000;

/**
 * Readers of a stream that gets an event every two seconds.
 *
 * @returns Milliseconds from the upstream's answer until the last reader had the event, at worst; bytes of the server's
 *   memory for each reader; `null` where there is no stream.
 */
export async function measureReaders(server, origin, { readers, events }) {
  const { status } = await fetch(`${server.url}/stream`, { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.body?.cancel().then(() => response) ?? response,
  );
  if (status !== 200) return null;
  // By now the server has what it allocates regardless of readers.
  await warmUp(server.url, CONNECTIONS);
  await follow(server, origin, WARM_UP, events);
  await sleep(SETTLE_MS);
  const before = await server.residentBytes();
  let after;
  const spreads = await follow(server, origin, readers, events, async () => {
    after = await server.residentBytes();
  });
  return { slowest: Math.max(...spreads), bytes: (after - before) / readers };
}

async function follow({ url }, origin, count, events, then) {
  const sockets = await openSockets(url, count);
  const had = sockets.map(() => -Infinity);
  sockets.forEach((socket, index) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      if (chunk.length > HEARTBEAT_BYTES) had[index] = performance.now();
    });
    socket.write(get('/stream'));
  });
  await sleep(SETTLE_MS);
  const spreads = [];
  for (let event = 0; event < events; event++) spreads.push(await nextEvent(origin, had));
  await then?.();
  for (const socket of sockets) socket.destroy();
  return spreads;
}

/** Infinity where a reader went without. */
async function nextEvent(origin, had) {
  const { calls } = origin;
  for (let waited = 0; origin.calls === calls; waited += 5) {
    if (waited > 10_000) throw new Error('The upstream was not called while there were readers.');
    await sleep(5);
  }
  await sleep(SETTLE_MS);
  const { answeredAt } = origin;
  return had.some((at) => at < answeredAt) ? Infinity : Math.max(...had) - answeredAt;
}
