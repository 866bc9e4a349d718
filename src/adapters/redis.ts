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

export interface RedisStoreOptions {
  /** Begins all keys. Default: "datafast-live-map:". */
  prefix?: string;
}

// A hash, so that the order can be compared where it lies. Something else under its name has no order, and is replaced.
const WRITE = `
local order = tonumber(ARGV[1])
if redis.call('TYPE', KEYS[1]).ok == 'hash' then
  local kept = tonumber(redis.call('HGET', KEYS[1], 'order'))
  if kept and kept > order and kept <= tonumber(ARGV[2]) then return 0 end
end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'order', ARGV[1], 'text', ARGV[4])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1`;

const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/**
 * Shares the snapshot by Redis or Valkey: a hash with what is published, and a lock while one machine fetches it anew.
 * The client is yours: connect it, listen to its `error` event, and close it after the proxy.
 */
export function redisStore(client: RedisClient, { prefix = 'datafast-live-map:' }: RedisStoreOptions = {}): Store {
  const send = sender(client);
  // The braces put both on the same machine of a cluster.
  const nameOf = (key: string): string => `${prefix}{${key}}`;
  const lockOf = (key: string): string => `${nameOf(key)}:lock`;
  return {
    read: async (key) => {
      const text = await send('HGET', nameOf(key), 'text');
      return typeof text === 'string' ? text : null;
    },
    write: async (key, text, { order, now, keepMs }) => {
      const latest = String(Math.floor(now + CLOCK_TOLERANCE_MS));
      const expiry = String(Math.ceil(keepMs));
      await send('EVAL', WRITE, '1', nameOf(key), String(Math.floor(order)), latest, expiry, text);
    },
    lock: async (key, milliseconds) => {
      const token = crypto.randomUUID();
      const taken = await send('SET', lockOf(key), token, 'PX', String(Math.ceil(milliseconds)), 'NX');
      if (taken === null) return null;
      return async () => {
        await send('EVAL', RELEASE, '1', lockOf(key), token);
      };
    },
  };
}

function sender(client: RedisClient): (command: string, ...parameters: string[]) => Promise<unknown> {
  // ioredis has a `sendCommand` too, of another kind.
  if ('call' in client && typeof client.call === 'function') return (...command) => client.call(...command);
  if ('sendCommand' in client && typeof client.sendCommand === 'function') {
    return (...command) => client.sendCommand(command);
  }
  throw new Error('redisStore: expected a client of the package redis or ioredis, got something else.');
}
