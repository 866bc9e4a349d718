import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { LoadResult } from '../../../src/proxy/cache.ts';
import { memoryStore, type Store } from '../../../src/proxy/index.ts';
import { withResolver } from '../../../src/proxy/maybe-promise.ts';
import { createSigner } from '../../../src/proxy/store/signer.ts';
import { shareLoad } from '../../../src/proxy/store/share.ts';
import { KEY, NOON } from '../start.ts';

type Load = () => Promise<LoadResult<string>>;

/** A machine of a fleet. Between two looks the time does not pass by itself: `looks` are those that it waits for. */
function machine(t: TestContext, store: Store, load: Load) {
  const lifetime = new AbortController();
  t.after(() => {
    lifetime.abort();
  });
  const looks: (() => void)[] = [];
  const waiting = withResolver();
  const fetch = shareLoad<string>({
    store,
    signer: () => createSigner({ apiKey: KEY, websiteId: null }, {}),
    load,
    now: () => NOON,
    refreshMs: 10_000,
    staleMs: 600_000,
    keepMs: 600_000,
    timeoutMs: 8000,
    lifetime: lifetime.signal,
    wait: () => {
      const { promise, resolve } = withResolver();
      looks.push(resolve);
      waiting.resolve();
      return promise;
    },
  });
  return { fetch: () => fetch(() => undefined), waits: waiting.promise, looks };
}

/** Two machines, of which one is calling and the other waits. */
async function oneCallsAndOneWaits(t: TestContext, store: Store) {
  const called = withResolver();
  const answered = withResolver();
  const first = machine(t, store, async () => {
    called.resolve();
    await answered.promise;
    return { entry: { value: 'who is here', at: NOON } };
  });
  const second = machine(t, store, () => Promise.reject(new Error('Called twice.')));
  const calling = first.fetch();
  await called.promise;
  const outcome = second.fetch();
  await second.waits;
  return { outcome, looks: second.looks, answer: async () => (answered.resolve(), await calling) };
}

/** Lets the time between looks pass until there is an outcome. */
async function passing<Value>(outcome: Promise<Value>, looks: (() => void)[]): Promise<Value> {
  const pass = setInterval(() => {
    for (const look of looks.splice(0)) look();
  });
  return outcome.finally(() => {
    clearInterval(pass);
  });
}

const OUTCOME = { entry: { value: 'who is here', at: NOON } };

describe('an instance that waits for another’s refresh', () => {
  it('is notified by a store that supports it', async (t) => {
    const { outcome, looks, answer } = await oneCallsAndOneWaits(t, memoryStore());
    await answer();
    assert.deepEqual(await outcome, OUTCOME);
    assert.equal(looks.length, 1, 'the store is read only after a notification');
  });

  for (const [what, watch] of [
    ['cannot notify', undefined],
    ['fails to notify', () => Promise.reject(new Error('no connection'))],
    ['hangs when it is asked to notify', () => new Promise<() => void>(() => undefined)],
    ['loses its notifications', () => Promise.resolve(() => undefined)],
  ] as const) {
    it(`polls the store when it ${what}`, async (t) => {
      const store = memoryStore();
      if (watch) store.watch = watch;
      else delete store.watch;
      const { outcome, looks, answer } = await oneCallsAndOneWaits(t, store);
      await answer();
      for (const pass of looks) pass();
      assert.deepEqual(await outcome, OUTCOME);
    });
  }

  it('calls the upstream itself when the lock does not end', async (t) => {
    const store: Store = { ...memoryStore(), lock: () => Promise.resolve(null) };
    const only = machine(t, store, () => Promise.resolve(OUTCOME));
    assert.deepEqual(await passing(only.fetch(), only.looks), OUTCOME);
    assert.ok(only.looks.length === 0);
  });

  it('treats an answer written by an instance with a fast clock as current', async (t) => {
    const store = memoryStore();
    const before = machine(t, store, () => Promise.resolve({ entry: { value: 'who is here', at: NOON + 30_000 } }));
    await before.fetch();
    const here = machine(t, store, () => Promise.reject(new Error('Called again.')));
    assert.deepEqual(await here.fetch(), OUTCOME);
  });
});
