// What the servers of the benchmark have in common. Each is a process of its own, started by tool/servers.mjs.

/** What the benchmark wants of this server. */
export const settings = JSON.parse(process.argv[2] ?? '{}');

/** Whatever ends the benchmark ends its servers. */
process.once('disconnect', () => process.exit());

/** @param pid The process whose CPU time, with that of its children, is the server's. */
export function isReady(url, pid = process.pid) {
  process.send({ url, pid });
}

process.on('message', (message) => {
  if (message !== 'rss') return;
  globalThis.gc?.();
  process.send({ rss: process.memoryUsage.rss() });
});
