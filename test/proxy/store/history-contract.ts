import assert from 'node:assert/strict';
import { it, type TestContext } from 'node:test';
import type { PublishedHistory, PublishedSnapshot } from '../../../src/protocol/published.ts';
import {
  createLiveMapProxy,
  type LiveMapProxy,
  type LiveMapProxyOptions,
  type Store,
} from '../../../src/proxy/index.ts';
import { KEY, NOON, recordingLogger } from '../start.ts';
import { answer, snapshot, startUpstream } from '../upstream.ts';

const MINUTE = 60_000;

interface Fleet {
  /** Starts a machine. `skew`: milliseconds that its clock is ahead. */
  start: (skew?: number) => LiveMapProxy;
  /** Lets time pass, and so many people be there. */
  pass: (minutes: number, count: number) => void;
  /** What a viewer at this machine gets once the refresh behind it has ended. */
  look: (proxy: LiveMapProxy) => Promise<PublishedSnapshot>;
  fail: (isDown: boolean) => void;
}

/** What holds for the history of a fleet, whatever its store. @param open Gives an empty one, and how to leave it. */
export function historyContract(open: (now: () => number) => Promise<{ store: Store; close?: () => void }>): void {
  const holds = (what: string, test: (fleet: Fleet) => Promise<void>, options: LiveMapProxyOptions = {}): void => {
    it(what, async (t) => {
      await test(await startFleet(t, open, options));
    });
  };
  const historyOf = async (fleet: Fleet, proxy: LiveMapProxy): Promise<PublishedHistory['counts']> =>
    (await fleet.look(proxy)).meta.history!.counts;

  holds('has the same history on all instances, whichever has counted', async (fleet) => {
    const machines = [fleet.start(), fleet.start(3000), fleet.start(-3000)];
    for (let minute = 1; minute <= 9; minute++) {
      fleet.pass(1, minute);
      await fleet.look(machines[minute % 3]!);
    }
    for (const machine of machines)
      assert.deepEqual((await historyOf(fleet, machine)).slice(-9), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  holds('is available to an instance started after all others ended and a time without viewers', async (fleet) => {
    const before = fleet.start();
    for (let minute = 1; minute <= 5; minute++) {
      fleet.pass(1, minute);
      await fleet.look(before);
    }
    await before.close();
    // Longer than the snapshot may be shown.
    fleet.pass(20, 6);
    const counts = await historyOf(fleet, fleet.start());
    assert.deepEqual(counts.slice(-25), [1, 2, 3, 4, 5, ...new Array<null>(19).fill(null), 6]);
  });

  holds('keeps each instance’s own counts while the store is down', async (fleet) => {
    const [one, other] = [fleet.start(), fleet.start()];
    fleet.fail(true);
    fleet.pass(1, 1);
    await fleet.look(one);
    fleet.pass(1, 2);
    await fleet.look(other);
    fleet.fail(false);
    for (const [count, machine] of [
      [3, one],
      [4, other],
      [5, one],
    ] as const) {
      fleet.pass(1, count);
      await fleet.look(machine);
    }
    assert.deepEqual((await historyOf(fleet, one)).slice(-5), [1, 2, 3, 4, 5]);
  });

  holds(
    'has a gap for a count that must not be published',
    async (fleet) => {
      const machines = [fleet.start(), fleet.start()];
      for (const [index, count] of [5, 4, 7].entries()) {
        fleet.pass(1, count);
        await fleet.look(machines[index % 2]!);
      }
      assert.deepEqual((await historyOf(fleet, machines[1]!)).slice(-3), [5, null, 7]);
    },
    { minimumCount: 5 },
  );
}

async function startFleet(
  t: TestContext,
  open: (now: () => number) => Promise<{ store: Store; close?: () => void }>,
  options: LiveMapProxyOptions,
): Promise<Fleet> {
  // Clocks differ by seconds, and seldom at the turn of a minute.
  let now = NOON + 30_000;
  let isDown = false;
  const upstream = await startUpstream();
  const { store, close } = await open(() => now);
  const failing = <Result>(work: () => Promise<Result>): Promise<Result> =>
    isDown ? Promise.reject(new Error('The store is down.')) : work();
  const shared: Store = {
    read: (key) => failing(() => store.read(key)),
    write: (key, text, order) => failing(() => store.write(key, text, order)),
    lock: (key, milliseconds) => failing(() => store.lock(key, milliseconds)),
  };
  const proxies: LiveMapProxy[] = [];
  t.after(async () => {
    await Promise.all(proxies.map((proxy) => proxy.close()));
    close?.();
    upstream.close();
  });
  return {
    start: (skew = 0) => {
      const { logger } = recordingLogger();
      const own = { apiKey: KEY, upstream: upstream.url, logger, store: shared, now: () => now + skew };
      const proxy = createLiveMapProxy({ ...own, ...options });
      proxies.push(proxy);
      return proxy;
    },
    pass: (minutes, count) => {
      now += minutes * MINUTE;
      upstream.respond = answer(snapshot({ count }));
    },
    look: async (proxy) => {
      const behind: Promise<unknown>[] = [];
      const ask = (): Promise<Response> =>
        proxy.fetch(new Request('http://localhost/'), { waitUntil: (work) => behind.push(work) });
      await ask();
      await Promise.all(behind);
      return (await (await ask()).json()) as PublishedSnapshot;
    },
    fail: (fails) => {
      isDown = fails;
    },
  };
}
