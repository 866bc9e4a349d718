import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Backoff, withBackoff } from '../../src/proxy/backoff.ts';
import { Cache, type CacheOptions, type Entry, type CacheResult } from '../../src/proxy/cache.ts';
import { ProxyError } from '../../src/proxy/errors.ts';
import { isolatedRequests, sharedRequests, type RefreshSharing } from '../../src/proxy/refresh-waiting.ts';
import type { withTimeout } from '../../src/proxy/wait.ts';

const DOWN = new ProxyError('upstream-unavailable', 'down');
const REFUSED = new ProxyError('upstream-unauthorized', 'refused', { lasting: true });

type Options = Partial<Omit<CacheOptions<number>, 'sharing'>> & {
  random?: () => number;
  /** @param wait Records how long viewers would wait. */
  sharing?: (wait: typeof withTimeout) => RefreshSharing;
};

/** A cache, its clock, and an upstream that answers when the test says so. */
function start({ random = () => 0, sharing = sharedRequests, ...options }: Options = {}) {
  const calls: number[] = [];
  const changes: (string | null)[] = [];
  const pending: { resolve: () => void; reject: (error: ProxyError) => void }[] = [];
  const waits: { milliseconds: number; over: () => void }[] = [];
  const clock = { seconds: 1_000_000 };
  const now = (): number => clock.seconds * 1000;
  const load = (): Promise<{ entry: Entry<number> }> =>
    new Promise((resolve, reject) => {
      calls.push(clock.seconds);
      const value = calls.length;
      pending.push({
        resolve: () => {
          resolve({ entry: { value, at: now() } });
        },
        reject,
      });
    });
  const wait = (milliseconds: number, work: Promise<void>): Promise<void> =>
    new Promise((resolve) => {
      waits.push({ milliseconds, over: resolve });
      void work.then(resolve);
    });
  const cache = new Cache<number>({
    load: withBackoff(load, new Backoff(now, options.refreshMs ?? 10_000, random)),
    now,
    refreshMs: 10_000,
    staleMs: 600_000,
    onChange: (error) => changes.push(error?.reason ?? null),
    ...options,
    sharing: sharing(wait),
  });
  const answerAll = async (outcome?: ProxyError): Promise<void> => {
    for (const { resolve, reject } of pending.splice(0)) {
      if (outcome) reject(outcome);
      else resolve();
    }
    await cache.ended;
  };
  /** One viewer, and the upstream's outcome if that causes a call. */
  const view = async (outcome?: ProxyError): Promise<string> => {
    const found = cache.get();
    await answerAll(outcome);
    return textOf(await found);
  };
  return { cache, calls, changes, clock, waits, answerAll, view };
}

function textOf(found: CacheResult<number>): string {
  return 'entry' in found ? `${found.entry.value}${found.stale ? ' stale' : ''}` : found.error.reason;
}

describe('Cache', () => {
  it('makes no call without viewers', () => {
    assert.deepEqual(start().calls, []);
  });

  it('makes one call for any number of viewers', async () => {
    const { cache, calls, answerAll } = start();
    const viewers = Array.from({ length: 200 }, async () => textOf(await cache.get()));
    await answerAll();
    assert.deepEqual(new Set(await Promise.all(viewers)), new Set(['1']));
    assert.equal(calls.length, 1);
  });

  it('serves from memory until the interval is over', async () => {
    const { calls, clock, view } = start();
    await view();
    clock.seconds += 9.999;
    assert.equal(await view(), '1');
    assert.equal(calls.length, 1);
  });

  it('serves the old snapshot and refreshes in the background when the interval is over', async () => {
    const { cache, calls, clock, waits, answerAll, view } = start();
    await view();
    clock.seconds += 10;
    const kept: Promise<void>[] = [];
    assert.equal(textOf(await cache.get((work) => kept.push(work))), '1');
    assert.equal(kept.length, 1);
    assert.equal(textOf(await cache.get()), '1');
    await answerAll();
    assert.equal(await view(), '2');
    assert.equal(calls.length, 2);
    assert.equal(waits.length, 0);
  });

  it('makes viewers wait for the refresh when the snapshot is too old', async () => {
    const { clock, waits, view } = start();
    await view();
    clock.seconds += 90;
    assert.equal(await view(), '2');
    assert.deepEqual(
      waits.map((wait) => wait.milliseconds),
      [400],
    );
  });

  it('serves the old snapshot marked stale when the refresh takes too long', async () => {
    const { cache, clock, waits, answerAll, view } = start();
    await view();
    clock.seconds += 90;
    const first = cache.get();
    const second = cache.get();
    assert.equal(waits.length, 1);
    waits[0]!.over();
    assert.equal(textOf(await first), '1 stale');
    assert.equal(textOf(await second), '1 stale');
    assert.equal(textOf(await cache.get()), '1 stale');
    await answerAll();
    assert.equal(textOf(await cache.get()), '2');
  });

  it('treats up to three intervals as fresh enough when they are longer than 90 s', async () => {
    const { cache, clock, view } = start({ refreshMs: 60_000 });
    await view();
    clock.seconds += 179;
    assert.equal(textOf(await cache.get()), '1');
  });

  it('waits for the refresh without a snapshot to serve', async () => {
    const { clock, waits, view } = start();
    await view();
    clock.seconds += 600;
    assert.equal(await view(), '2');
    assert.equal(waits.length, 0);
  });

  it('serves the last good answer marked stale while the upstream fails, up to staleSeconds', async () => {
    const { clock, view } = start();
    await view();
    clock.seconds += 10;
    assert.equal(await view(DOWN), '1');
    assert.equal(await view(DOWN), '1 stale');
    clock.seconds += 589;
    assert.equal(await view(DOWN), '1 stale');
    clock.seconds += 1;
    assert.equal(await view(DOWN), 'upstream-unavailable');
    clock.seconds += 3600;
    assert.equal(await view(), '4');
  });

  it('reports when to retry, and makes no call before', async () => {
    const { cache, calls, clock, view } = start();
    await view(DOWN);
    const found = await cache.get();
    assert.ok('error' in found && found.retryInSeconds === 10);
    clock.seconds += 9.5;
    assert.equal(await view(), 'upstream-unavailable');
    assert.equal(calls.length, 1);
    clock.seconds += 0.5;
    assert.equal(await view(), '2');
  });

  for (const refreshMs of [2000, 10_000, 30_000]) {
    it(`calls a failing upstream at most 6 times a minute, interval ${refreshMs / 1000} s`, async () => {
      const { calls, clock, view } = start({ refreshMs, random: () => 0 });
      for (let second = 0; second < 1800; second++) {
        await view(DOWN);
        clock.seconds += 1;
      }
      for (const from of calls) {
        assert.ok(calls.filter((at) => at >= from && at <= from + 60).length <= 6);
      }
      assert.ok(calls.length > 20, 'keeps retrying');
    });
  }

  it('never calls twice within an interval, also while failing', async () => {
    const { calls, clock, view } = start({ refreshMs: 45_000, random: () => 0 });
    for (let second = 0; second < 900; second++) {
      await view(DOWN);
      clock.seconds += 1;
    }
    assert.ok(calls.slice(1).every((at, index) => at - calls[index]! >= 45));
  });

  it('backs off longer when only the operator can fix the cause', async () => {
    const transient = start();
    const lasting = start();
    for (let second = 0; second < 1800; second++) {
      await transient.view(DOWN);
      await lasting.view(REFUSED);
      transient.clock.seconds += 1;
      lasting.clock.seconds += 1;
    }
    assert.ok(lasting.calls.length * 3 < transient.calls.length);
  });

  it('respects Retry-After', async () => {
    const { calls, clock, view } = start();
    await view(new ProxyError('upstream-rate-limited', 'slow', { retryAfterSeconds: 3600 }));
    clock.seconds += 3599;
    await view();
    assert.equal(calls.length, 1);
    clock.seconds += 1;
    await view();
    assert.equal(calls.length, 2);
  });

  it('adds jitter so that a fleet does not retry in step', async () => {
    const { calls, clock, view } = start({ random: () => 0.999 });
    await view(DOWN);
    clock.seconds += 14;
    await view();
    assert.equal(calls.length, 1);
    clock.seconds += 1;
    await view();
    assert.equal(calls.length, 2);
  });

  it('reports each change of reason once', async () => {
    const { changes, clock, view } = start();
    for (const outcome of [DOWN, DOWN, REFUSED, DOWN, undefined, undefined]) {
      await view(outcome);
      clock.seconds += 700;
    }
    assert.deepEqual(changes, ['upstream-unavailable', 'upstream-unauthorized', 'upstream-unavailable', null]);
  });

  it('tolerates a clock that is set back', async () => {
    const { calls, clock, view } = start();
    await view();
    clock.seconds -= 86_400;
    await view();
    assert.equal(await view(), '2');
    clock.seconds += 10;
    await view(DOWN);
    clock.seconds -= 86_400;
    await view();
    assert.equal(calls.length, 3, 'the pause is kept, as its elapsed part is unknown');
    clock.seconds += 10;
    await view();
    assert.equal(calls.length, 4);
  });

  describe('with isolated requests', () => {
    /** What each viewer looks for, and how long. */
    function startApart(options: Options = {}) {
      const looking: { milliseconds: number; isSo: () => boolean; resolve: () => void }[] = [];
      const started = start({
        coldMs: 9000,
        sharing: (wait) =>
          isolatedRequests(
            20_000,
            wait,
            (milliseconds, isSo) =>
              new Promise((resolve) => {
                looking.push({ milliseconds, isSo, resolve });
              }),
          ),
        ...options,
      });
      return { ...started, looking };
    }

    it('makes each request load for itself, and shares no promise between requests', async () => {
      const { cache, calls, looking, answerAll } = startApart();
      const kept: Promise<void>[] = [];
      const keep = (work: Promise<void>) => kept.push(work);
      const viewers = Array.from({ length: 3 }, async () => textOf(await cache.get(keep)));
      assert.equal(kept.length, 1);
      assert.deepEqual(
        looking.map(({ milliseconds, isSo }) => [milliseconds, isSo()]),
        [
          [9000, false],
          [9000, false],
        ],
      );
      await answerAll();
      for (const { isSo, resolve } of looking) {
        assert.ok(isSo());
        resolve();
      }
      assert.deepEqual(await Promise.all(viewers), ['1', '1', '1']);
      assert.equal(calls.length, 1);
    });

    it('awaits a refresh that would end with the answer', async () => {
      const { cache, clock, answerAll, view } = startApart();
      await view();
      clock.seconds += 10;
      const first = cache.get();
      assert.equal(textOf(await cache.get()), '1', 'a later request does not wait');
      await answerAll();
      assert.equal(textOf(await first), '2');
    });

    it('replaces a refresh whose request was cancelled, and uses its result if it arrives', async () => {
      const { cache, calls, clock, waits, answerAll } = startApart();
      const dead = cache.get(() => undefined);
      clock.seconds += 20;
      void cache.get(() => undefined);
      assert.equal(calls.length, 1);
      clock.seconds += 1;
      const second = cache.get(() => undefined);
      assert.equal(calls.length, 2);
      for (const { over } of waits) over();
      const found = await dead;
      assert.ok('error' in found && found.error.status === 504);
      await answerAll();
      await second;
      assert.equal(textOf(await cache.get()), '2');
      assert.equal(calls.length, 2);
    });
  });
});
