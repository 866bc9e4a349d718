// npm run soak [-- --minutes=60]: a fleet of two instances with a Redis, under load and faults that come and go. It reports what
// it measured, and fails where memory grows, a viewer misses an answer, or the upstream is called more often than promised.
import { type ChildProcess, fork } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type RedisServer, startRedis } from '../services/redis-server.ts';
import type { Message } from './instance.ts';
import { FAULTS, mostCallsAMinute, startOrigin } from './origin.ts';
import { follow, newTraffic, poll } from './viewers.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } });
const minutes = Number(values.minutes);
if (!(minutes >= 4)) throw new RangeError(`Got --minutes=${values.minutes}, expected 4 or more.`);

const INSTANCES = 2;
const VIEWERS = 500;
const STREAMS = 100;
const MINUTE_MS = 60_000;
const SAMPLE_MS = 15_000;
/** Redis fails every so many minutes, by turns killed and frozen. */
const REDIS_EACH = 5;
const REDIS_AWAY_MS = 30_000;
/** Between the second quarter of the time and the last. */
const MOST_GROWTH = 2 * 1024 * 1024;
/** Of an instance: one in 10 s while all is well, and 6 a minute while the upstream fails. */
const MOST_CALLS = 7;

interface Instance {
  child: ChildProcess;
  url: string;
  memory: { used: number; resident: number }[];
}

const faults = new Set<string>();

function startInstance(upstream: string, redisUrl: string): Promise<Instance> {
  const child = fork(join(import.meta.dirname, 'instance.ts'), [upstream, redisUrl], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
  });
  return new Promise((resolve, reject) => {
    const instance: Instance = { child, url: '', memory: [] };
    child.once('exit', (code) => {
      faults.add(`an instance ended with ${String(code)}`);
      reject(new Error('An instance ended.'));
    });
    child.on('message', (message: Message) => {
      if (message.type === 'fault') faults.add(message.text);
      else if (message.type === 'memory') instance.memory.push(message);
      else resolve(Object.assign(instance, { url: message.url }));
    });
  });
}

let redis: RedisServer = await startRedis();
const origin = await startOrigin();
const redisUrl = `redis://127.0.0.1:${redis.port}`;
const instances = await Promise.all(Array.from({ length: INSTANCES }, () => startInstance(origin.url, redisUrl)));
const traffic = newTraffic();
const ending = new AbortController();
const { signal } = ending;
setMaxListeners(0, signal);
const urlOf = (index: number): string => instances[index % INSTANCES]!.url;
const started = Date.now();
const end = started + minutes * MINUTE_MS;

async function disturbUpstream(): Promise<void> {
  for (let minute = 1; Date.now() < end - 2 * MINUTE_MS; minute++) {
    origin.fault = null;
    await sleep(MINUTE_MS);
    origin.fault = FAULTS[minute % FAULTS.length]!;
    await sleep(MINUTE_MS);
  }
  origin.fault = null;
}

async function disturbRedis(): Promise<void> {
  const { port } = redis;
  for (let turn = 0; Date.now() < end - (REDIS_EACH + 1) * MINUTE_MS; turn++) {
    await sleep(REDIS_EACH * MINUTE_MS);
    if (turn % 2 === 0) {
      await redis.stop();
      await sleep(REDIS_AWAY_MS);
      redis = await startRedis(port);
    } else {
      redis.freeze();
      await sleep(REDIS_AWAY_MS);
      redis.thaw();
    }
  }
}

async function sample(): Promise<void> {
  while (Date.now() < end) {
    await sleep(SAMPLE_MS);
    for (const { child } of instances) child.send('sample');
  }
}

const spread = (index: number, count: number): number => (10_000 * index) / count;
const viewers = Promise.all([
  ...Array.from({ length: VIEWERS }, (_, index) => poll(urlOf(index), spread(index, VIEWERS), traffic, signal)),
  ...Array.from({ length: STREAMS }, (_, index) => follow(urlOf(index), spread(index, STREAMS), traffic, signal)),
]);
await Promise.all([disturbUpstream(), disturbRedis(), sample()]);
ending.abort();
await viewers;
for (const { child } of instances) child.removeAllListeners('exit').disconnect();
origin.close();
await redis.stop();

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
const most = mostCallsAMinute(origin.calls);
const polls = [...traffic.statuses].map(([status, count]) => `${count.toLocaleString('en')} × ${status}`).join(', ');
console.log(`${minutes} minutes, ${INSTANCES} instances, ${VIEWERS} viewers who poll, ${STREAMS} streams

- polls: ${polls}
- streams: ${traffic.events.toLocaleString('en')} events, ${traffic.reconnects} reconnections
- upstream: ${origin.calls.length} calls, at most ${most} in any 60 s
- memory in use after a collection, MB, by quarter of the time (resident):`);
for (const [index, { memory }] of instances.entries()) {
  const size = memory.length / 4;
  const quarters = [0, 1, 2, 3].map((at) => memory.slice(Math.floor(at * size), Math.floor((at + 1) * size)));
  const used = quarters.map((quarter) => median(quarter.map((one) => one.used)));
  const resident = quarters.map((quarter) => median(quarter.map((one) => one.resident)));
  console.log(
    `  - instance ${index + 1}: ${used.map((bytes, at) => `${megabytes(bytes)} (${megabytes(resident[at]!)})`).join(' → ')}`,
  );
  if (!(used[3]! - used[1]! <= MOST_GROWTH)) faults.add(`memory of instance ${index + 1} grows`);
}
for (const status of traffic.statuses.keys()) if (status !== '200' && status !== '304') faults.add(`a poll: ${status}`);
if (most > MOST_CALLS * INSTANCES) faults.add(`${most} calls of the upstream in 60 s`);
const all = [...faults, ...traffic.faults];
console.log(`- faults: ${all.length === 0 ? 'none' : `\n  - ${all.join('\n  - ')}`}`);
process.exit(all.length === 0 ? 0 : 1);
