import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Store } from '../../../src/proxy/index.ts';
import { NOON } from '../start.ts';

/** Tests for every store. @param open Returns an empty one, and how to close it. */
export function storeContract(open: () => Promise<{ store: Store; close?: () => void }>): void {
  const holds = (what: string, test: (store: Store) => Promise<void>): void => {
    it(what, async (t) => {
      const { store, close } = await open();
      t.after(() => close?.());
      await test(store);
    });
  };
  const times = { now: NOON, keepMs: 60_000 };

  holds('stores a text per key for the given time', async (store) => {
    assert.equal(await store.read('site'), null);
    await store.write('site', 'Zürich', { ...times, order: NOON });
    await store.write('other', 'Denver', { ...times, order: NOON });
    assert.equal(await store.read('site'), 'Zürich');
    assert.equal(await store.read('other'), 'Denver');
    await store.write('site', 'gone', { ...times, order: NOON + 1, keepMs: 1 });
    while ((await store.read('site')) !== null);
    await store.write('site', 'back', { ...times, order: NOON });
    assert.equal(await store.read('site'), 'back');
  });

  holds('keeps the newer text, whichever is written last', async (store) => {
    await store.write('site', 'new', { ...times, order: NOON });
    await store.write('site', 'old', { ...times, order: NOON - 5000 });
    assert.equal(await store.read('site'), 'new');
    await store.write('site', 'newer', { ...times, order: NOON + 1 });
    assert.equal(await store.read('site'), 'newer');
  });

  holds('ignores a clock that is more than a minute ahead', async (store) => {
    await store.write('site', 'wrong clock', { ...times, order: NOON + 3_600_000 });
    await store.write('site', 'right', { ...times, order: NOON + 1 });
    assert.equal(await store.read('site'), 'right');
  });

  holds('grants the lock of a key once', async (store) => {
    const release = await store.lock('site', 60_000);
    assert.ok(release);
    assert.equal(await store.lock('site', 60_000), null);
    assert.ok(await store.lock('other', 60_000));
    await release();
    assert.ok(await store.lock('site', 60_000));
  });

  holds('grants an expired lock again, and no other', async (store) => {
    const died = await store.lock('site', 100);
    assert.ok(died);
    let second = await store.lock('site', 60_000);
    while (!second) second = await store.lock('site', 60_000);
    // One that comes late gives back no lock but its own.
    await died();
    assert.equal(await store.lock('site', 60_000), null);
    await second();
    assert.ok(await store.lock('site', 60_000));
  });

  holds('notifies a watcher of its own key only, until the watch is stopped', async (store) => {
    if (!store.watch) return;
    const notified: string[] = [];
    let wake = (): void => undefined;
    const listen = (key: string) => () => {
      notified.push(key);
      wake();
    };
    const unwatch = await store.watch('site', listen('site'));
    const heard = new Promise<void>((resolve) => (wake = resolve));
    await store.watch('other', listen('other'));
    await store.write('site', 'first', { ...times, order: NOON });
    await heard;
    assert.deepEqual(notified, ['site']);
    unwatch();
    const other = new Promise<void>((resolve) => (wake = resolve));
    await store.write('site', 'second', { ...times, order: NOON + 1 });
    await store.write('other', 'third', { ...times, order: NOON });
    await other;
    assert.deepEqual(notified, ['site', 'other']);
  });
}
