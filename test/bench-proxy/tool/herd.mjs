import { setTimeout as sleep } from 'node:timers/promises';
import { get, openSockets } from './sockets.mjs';

const UPSTREAM_MS = 200;
const LONGEST_MS = 30_000;

/**
 * Many viewers who come at once to a server that knows nothing yet.
 *
 * @returns How many got an answer, and how often the upstream was called for them.
 */
export async function measureHerd({ url }, origin, count) {
  const sockets = await openSockets(url, count);
  origin.delay = UPSTREAM_MS;
  origin.calls = 0;
  const statuses = sockets.map(statusOf);
  for (const socket of sockets) socket.write(get('/'));
  const answered = await Promise.race([Promise.all(statuses), sleep(LONGEST_MS, [], { ref: false })]);
  for (const socket of sockets) socket.destroy();
  origin.delay = 0;
  return { calls: origin.calls, answered: answered.filter((status) => status === 200).length };
}

function statusOf(socket) {
  return new Promise((resolve) => {
    socket.once('data', (chunk) => resolve(Number(/^HTTP\/1\.\d (\d{3})/.exec(chunk.toString('latin1'))?.[1])));
    socket.once('error', () => resolve(0));
    socket.once('close', () => resolve(0));
  });
}
