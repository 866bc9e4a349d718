// One instance of a fleet, as docs/proxy.md describes it, in a process of its own. On the message "sample" it reports its memory.
import { createLiveMapProxy } from 'datafast-live-map/proxy';
import { serve } from 'datafast-live-map/proxy/node';
import { redisStore } from 'datafast-live-map/proxy/redis';
import { createClient } from 'redis';

/** What an instance sends to the process that started it. */
export type Message =
  | { type: 'ready'; url: string }
  | { type: 'fault'; text: string }
  /** Bytes after a garbage collection: in use by JavaScript and its buffers, and resident. */
  | { type: 'memory'; used: number; resident: number };

const [upstream = '', redisUrl = ''] = process.argv.slice(2);
const send = (message: Message): void => {
  process.send?.(message);
};
process.once('disconnect', () => {
  process.exit();
});
process.on('unhandledRejection', (reason) => {
  send({ type: 'fault', text: `unhandled rejection: ${String(reason)}` });
});
process.on('warning', ({ name, message }) => {
  send({ type: 'fault', text: `${name}: ${message}` });
});
process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  send({ type: 'memory', used: heapUsed + external, resident: rss });
});

const silent = (): void => undefined;
const client = createClient({ url: redisUrl });
client.on('error', silent);
await client.connect();
const subscriber = client.duplicate();
subscriber.on('error', silent);
await subscriber.connect();
const proxy = createLiveMapProxy({
  apiKey: 'df_soak',
  upstream,
  store: redisStore(client, { subscriber }),
  historyMinutes: 30,
  logger: { debug: silent, info: silent, warn: silent, error: silent },
});
const { url } = await serve(proxy, { port: 0 });
send({ type: 'ready', url });
