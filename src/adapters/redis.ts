import { CLOCK_TOLERANCE_MS, type Store } from '../proxy/index.ts';

/** A connected client of the package `redis` (4 and newer). */
interface NodeRedisClient {
  sendCommand(command: string[]): Promise<unknown>;
}

/** A client of the package `ioredis` (5 and newer), also for a cluster. */
interface IoRedisClient {
  call(command: string, ...parameters: string[]): Promise<unknown>;
}

export type RedisClient = NodeRedisClient | IoRedisClient;

/** A second, connected client of the package `redis`: a client that has subscribed can send nothing else. */
interface NodeRedisSubscriber {
  subscribe(channel: string, listener: () => void): Promise<unknown>;
  unsubscribe(channel: string, listener: () => void): Promise<unknown>;
  sendCommand: unknown;
}

/** The same for the package `ioredis`. */
interface IoRedisSubscriber {
  subscribe(channel: string): Promise<unknown>;
  on(event: 'message', listener: (channel: string) => void): unknown;
  off(event: 'message', listener: (channel: string) => void): unknown;
  call: unknown;
}

export type RedisSubscriber = NodeRedisSubscriber | IoRedisSubscriber;

export interface RedisStoreOptions {
  /** The prefix of all keys and channels. Default: "datafast-live-map:". */
  prefix?: string;
  /**
   * A second client, `client.duplicate()`, connected and with its own `error` listener, which notifies the instance of a new
   * snapshot at once. Without it an instance that waits for another one polls ten times a second.
   */
  subscriber?: RedisSubscriber;
}

// A hash, so that the order can be compared in Redis. Another type under its name has no order, and is replaced.
// If the user may not publish, the other instances poll.
const WRITE = `
local order = tonumber(ARGV[1])
if redis.call('TYPE', KEYS[1]).ok == 'hash' then
  local kept = tonumber(redis.call('HGET', KEYS[1], 'order'))
  if kept and kept > order and kept <= tonumber(ARGV[2]) then return 0 end
end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'order', ARGV[1], 'text', ARGV[4])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
redis.pcall('PUBLISH', ARGV[5], '')
return 1`;

const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/**
 * Shares the snapshot by Redis or Valkey: a hash with what is published, and a lock while one instance fetches it again.
 * The clients are yours: connect them, listen to their `error` events, and close them after the proxy.
 */
export function redisStore(client: RedisClient, options: RedisStoreOptions = {}): Store {
  const { prefix = 'datafast-live-map:', subscriber } = options;
  const send = sender(client);
  // The braces put both on the same node of a cluster.
  const nameOf = (key: string): string => `${prefix}{${key}}`;
  const lockOf = (key: string): string => `${nameOf(key)}:lock`;
  return {
    read: async (key) => {
      // Another type is not ours, and the next write replaces it.
      const text = await send('HGET', nameOf(key), 'text').catch(nothingIfOfAnotherType);
      return typeof text === 'string' ? text : null;
    },
    write: async (key, text, { order, now, keepMs }) => {
      const latest = String(Math.floor(now + CLOCK_TOLERANCE_MS));
      const expiry = String(Math.ceil(keepMs));
      // A channel is no key: clients that prefix keys do not prefix it, here and in `subscribe`.
      await send('EVAL', WRITE, '1', nameOf(key), String(Math.floor(order)), latest, expiry, text, nameOf(key));
    },
    lock: async (key, milliseconds) => {
      const token = crypto.randomUUID();
      const taken = await send('SET', lockOf(key), token, 'PX', String(Math.ceil(milliseconds)), 'NX');
      if (taken === null) return null;
      return async () => {
        await send('EVAL', RELEASE, '1', lockOf(key), token);
      };
    },
    ...(subscriber && { watch: (key, onWritten) => subscribe(subscriber, nameOf(key), onWritten) }),
  };
}

function nothingIfOfAnotherType(error: unknown): null {
  if (error instanceof Error && error.message.startsWith('WRONGTYPE')) return null;
  throw error;
}

function sender(client: RedisClient): (command: string, ...parameters: string[]) => Promise<unknown> {
  // ioredis also has a `sendCommand`, with other parameters.
  if ('call' in client && typeof client.call === 'function') return (...command) => client.call(...command);
  if ('sendCommand' in client && typeof client.sendCommand === 'function') {
    return (...command) => client.sendCommand(command);
  }
  throw new Error('redisStore: expected a client of the package redis or ioredis, got something else.');
}

/** @returns Removes the listener. An `ioredis` client stays subscribed, as another proxy may use it. */
async function subscribe(subscriber: RedisSubscriber, channel: string, listener: () => void): Promise<() => void> {
  if ('call' in subscriber) {
    const onMessage = (from: string): void => {
      if (from === channel) listener();
    };
    subscriber.on('message', onMessage);
    await subscriber.subscribe(channel);
    return () => subscriber.off('message', onMessage);
  }
  await subscriber.subscribe(channel, listener);
  return () => {
    // A closed client has no subscriptions.
    subscriber.unsubscribe(channel, listener).catch(() => undefined);
  };
}
