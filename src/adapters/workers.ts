import { CLOCK_TOLERANCE_MS, type Store } from '../proxy/index.ts';

/** The part of the `Cache` interface that is used. */
export type WorkersCache = Pick<Cache, 'match' | 'put' | 'delete'>;

export interface WorkersCacheStoreOptions {
  /** Default: `caches.default`, which all isolates of a data centre share. */
  cache?: WorkersCache | undefined;
  /** The first part of the path of all its URLs. Default: "datafast-live-map". */
  prefix?: string | undefined;
  /** Epoch milliseconds. Default: `Date.now`. */
  now?: (() => number) | undefined;
}

/** A host that cannot exist (RFC 6761 §6.4), so that the URLs are those of no page. */
const ORIGIN = 'https://datafast-live-map.invalid';
const ORDER = 'X-Live-Map-Order';
const HOLDER = 'X-Live-Map-Holder';
const EXPIRES = 'X-Live-Map-Expires';
/** Milliseconds to wait for other requests that take the lock at the same time: the last one gets it. */
const SETTLE_MS = 50;

/**
 * Shares the snapshot by the Workers Cache API, between the isolates of one data centre. A cache can neither compare nor count, so
 * two isolates may call at the same time. It does not work on `workers.dev`, only on a domain of your own.
 *
 * @throws An Error if the runtime has no `caches.default` and no cache is passed.
 */
export function workersCacheStore(options: WorkersCacheStoreOptions = {}): Store {
  const { prefix = 'datafast-live-map', now = Date.now } = options;
  const cache = options.cache ?? defaultCache();
  const addressOf = (key: string): string => `${ORIGIN}/${encodeURIComponent(prefix)}/${key}`;
  const lockOf = (key: string): string => `${addressOf(key)}/lock`;

  /** What has not expired: a cache counts in seconds, and some keep entries for longer than requested. */
  const find = async (address: string): Promise<Response | null> => {
    const found = await cache.match(address);
    if (found && Number(found.headers.get(EXPIRES)) > now()) return found;
    discard(found);
    return null;
  };
  const keep = (address: string, text: string, milliseconds: number, headers: Record<string, string>): Promise<void> =>
    cache.put(
      address,
      new Response(text, {
        headers: {
          ...headers,
          [EXPIRES]: String(now() + milliseconds),
          'Cache-Control': `public, max-age=${Math.ceil(milliseconds / 1000)}`,
          'Content-Type': 'text/plain; charset=utf-8',
        },
      }),
    );
  const header = async (address: string, name: string): Promise<string | null> => {
    const found = await find(address);
    discard(found);
    return found?.headers.get(name) ?? null;
  };

  return {
    read: async (key) => (await find(addressOf(key)))?.text() ?? null,
    write: async (key, text, { order, now: time, keepMs }) => {
      const kept = Number(await header(addressOf(key), ORDER));
      if (kept > order && kept <= time + CLOCK_TOLERANCE_MS) return;
      await keep(addressOf(key), text, keepMs, { [ORDER]: String(order) });
    },
    lock: async (key, milliseconds) => {
      const address = lockOf(key);
      if ((await header(address, HOLDER)) !== null) return null;
      const mine = crypto.randomUUID();
      await keep(address, '', SETTLE_MS + milliseconds, { [HOLDER]: mine });
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      const holder = await header(address, HOLDER);
      if (holder === null) throw new Error('workersCacheStore: the cache keeps nothing.');
      if (holder !== mine) return null;
      return async () => {
        if ((await header(address, HOLDER)) === mine) await cache.delete(address);
      };
    },
  };
}

function defaultCache(): WorkersCache {
  const { caches } = globalThis as { caches?: { default?: WorkersCache } };
  if (caches?.default) return caches.default;
  throw new Error(
    'workersCacheStore: expected a runtime with caches.default, as Cloudflare Workers have it, or a cache.',
  );
}

/** An unread body would keep its connection. */
function discard(response: Response | null | undefined): void {
  response?.body?.cancel().catch(() => undefined);
}
