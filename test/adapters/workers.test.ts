import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type WorkersCache, workersCacheStore } from '../../src/adapters/workers.ts';
import { storeContract } from '../proxy/store/contract.ts';
import { historyContract } from '../proxy/store/history-contract.ts';

/** A standard Cache. Like that of a data centre, it may store an answer for longer than requested. */
function cacheOf(kept = new Map<string, Response>()): WorkersCache {
  return {
    match: (address) => Promise.resolve(kept.get(address as string)?.clone()),
    put: (address, response) => Promise.resolve(void kept.set(address as string, response)),
    delete: (address) => Promise.resolve(kept.delete(address as string)),
  };
}

/** What a page gets on `workers.dev`: it takes everything, and keeps nothing. */
const forgetful: WorkersCache = {
  match: () => Promise.resolve(undefined),
  put: () => Promise.resolve(),
  delete: () => Promise.resolve(false),
};

describe('workersCacheStore', () => {
  storeContract(() => Promise.resolve({ store: workersCacheStore({ cache: cacheOf() }) }));
  historyContract((now) => Promise.resolve({ store: workersCacheStore({ cache: cacheOf(), now }) }));

  it('grants a lock to one of several simultaneous requests', async () => {
    const cache = cacheOf();
    const machines = Array.from({ length: 5 }, () => workersCacheStore({ cache }));
    const locks = await Promise.all(machines.map((store) => store.lock('site', 60_000)));
    assert.equal(locks.filter((lock) => lock !== null).length, 1);
  });

  it('stores cacheable responses under a reserved .invalid host', async () => {
    const kept = new Map<string, Response>();
    const store = workersCacheStore({ cache: cacheOf(kept), prefix: 'my shop' });
    await store.write('site', 'text', { order: 1, now: 1, keepMs: 600_500 });
    const [[address, response]] = [...kept] as [[string, Response]];
    assert.equal(address, 'https://datafast-live-map.invalid/my%20shop/site');
    assert.equal(response.headers.get('cache-control'), 'public, max-age=601');
  });

  it('rejects the lock when the cache stores nothing', async () => {
    const store = workersCacheStore({ cache: forgetful });
    await store.write('site', 'text', { order: 1, now: 1, keepMs: 1000 });
    assert.equal(await store.read('site'), null);
    await assert.rejects(store.lock('site', 1000), /keeps nothing/);
  });

  it('throws without caches.default, and names it', () => {
    assert.throws(() => workersCacheStore(), /^Error: workersCacheStore: expected a runtime with caches\.default/);
  });
});
