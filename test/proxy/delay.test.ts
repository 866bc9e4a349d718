import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { LiveMapProxyOptions } from '../../src/proxy/index.ts';
import { memoryStore, type Store } from '../../src/proxy/index.ts';
import { NOON, startProxy, type TestProxy } from './start.ts';
import { failure, crowd, type Respond } from './upstream.ts';

const DELAY = 120;
const at = (seconds: number): string => new Date(NOON + seconds * 1000).toISOString();

/** An upstream that counts one more person with each call, so that a count names the call. */
function counting(): Respond {
  let calls = 0;
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(crowd(++calls)));
  };
}

const start = (t: TestContext, options: LiveMapProxyOptions = {}): Promise<TestProxy> =>
  startProxy(t, { respond: counting(), delaySeconds: DELAY, ...options });

/** Looks once in each interval, for so many seconds. */
async function watch(proxy: TestProxy, seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 10) {
    await proxy.get();
    await proxy.settled();
    proxy.clock.passSeconds(10);
  }
}

describe('delaySeconds', () => {
  it('publishes each answer later by the delay, with its own time, and declares it', async (t) => {
    const proxy = await start(t);
    await watch(proxy, DELAY);
    for (const seconds of [0, 10, 20]) {
      const { data, meta } = (await proxy.get()).snapshot();
      await proxy.settled();
      assert.equal(meta.generatedAt, at(seconds));
      assert.equal(data.count, 1 + seconds / 10);
      assert.equal(meta.delaySeconds, DELAY);
      assert.equal(meta.stale, false);
      proxy.clock.passSeconds(10);
    }
  });

  it('publishes nothing before the delay, and reports when to retry', async (t) => {
    const proxy = await start(t);
    for (const path of ['/', '/stream']) {
      const reply = await proxy.get(path);
      assert.equal(reply.status, 503);
      assert.equal(reply.headers['retry-after'], String(DELAY));
      assert.ok(!reply.bytes.toString().includes('visitors'));
      const { reason, message } = reply.error();
      assert.equal(reason, 'not-due');
      assert.match(message, /Nothing is old enough yet; the first data is due in 120 s/);
    }
    for (const path of ['/badge.svg', '/badge.json', '/map.svg']) {
      assert.match((await proxy.get(path)).bytes.toString(), /n\/a|—/, path);
    }
    assert.equal((await proxy.get('/health')).status, 200);
    proxy.clock.passSeconds(DELAY - 0.001);
    assert.equal((await proxy.get()).status, 503);
    await proxy.settled();
    proxy.clock.passSeconds(0.001);
    assert.equal((await proxy.get()).snapshot().meta.generatedAt, at(0));
  });

  it('applies to badge, pictures and history', async (t) => {
    const proxy = await start(t);
    await watch(proxy, DELAY + 30);
    await proxy.get();
    await proxy.settled();
    const { data, meta } = (await proxy.get()).snapshot();
    assert.equal(data.count, 4);
    assert.equal((JSON.parse((await proxy.get('/badge.json')).bytes.toString()) as { message: string }).message, '4');
    const badge = (await proxy.get('/badge.svg')).bytes.toString();
    assert.match(badge, />4 people here · as of 12:00\s?PM UTC</);
    const map = (await proxy.get('/map.svg')).bytes.toString();
    assert.match(map, />4</);
    assert.match(map, />as of 12:00\s?PM UTC</);
    const { counts } = meta.history!;
    assert.equal(counts.at(-1), 4);
  });

  it('limits cache times to the next due answer', async (t) => {
    const proxy = await start(t);
    await watch(proxy, DELAY);
    proxy.clock.passSeconds(4);
    const { headers } = await proxy.get();
    assert.match(headers['cache-control'] ?? '', /s-maxage=6$/);
    assert.equal(headers['server-timing'], 'cache;desc=hit');
  });

  it('is not stale while answers from before a failure are due, and is with the last one', async (t) => {
    const proxy = await start(t);
    await watch(proxy, 30);
    proxy.upstream.respond = failure(500);
    await watch(proxy, DELAY - 30);
    for (const [seconds, stale] of [
      [0, false],
      [10, false],
      [20, true],
    ] as const) {
      const { meta } = (await proxy.get()).snapshot();
      await proxy.settled();
      assert.deepEqual([meta.generatedAt, meta.stale], [at(seconds), stale]);
      proxy.clock.passSeconds(10);
    }
  });

  it('counts staleSeconds from the time an answer was due', async (t) => {
    const proxy = await start(t, { staleSeconds: 60 });
    await proxy.get();
    proxy.upstream.respond = failure(500);
    proxy.clock.passSeconds(DELAY + 59);
    await proxy.get();
    await proxy.settled();
    assert.equal((await proxy.get()).snapshot().meta.stale, true);
    proxy.clock.passSeconds(1);
    assert.equal((await proxy.get()).status, 503);
  });

  it('publishes nothing early when the clock was set back', async (t) => {
    const proxy = await start(t);
    await watch(proxy, 30);
    proxy.clock.passSeconds(-3600);
    await proxy.get();
    await proxy.settled();
    assert.equal((await proxy.get()).status, 503);
  });

  it('calls the upstream at the normal interval, with at most 60 pending answers', async (t) => {
    const proxy = await start(t, { delaySeconds: 3600 });
    await watch(proxy, 300);
    assert.equal(proxy.upstream.requests.length, 5);
    proxy.clock.passSeconds(3300);
    assert.equal((await proxy.get()).snapshot().meta.refreshSeconds, 60);
  });
});

describe('delaySeconds in a fleet', () => {
  const fleet = async (t: TestContext, store: Store): Promise<[TestProxy, TestProxy]> => {
    const [one, other] = [await start(t, { store }), await start(t, { store })];
    return [one, other];
  };

  it('lets a new instance publish answers that others fetched before', async (t) => {
    const clock = { now: NOON };
    const [one, other] = await fleet(t, memoryStore({ now: () => clock.now }));
    await watch(one, DELAY + 20);
    clock.now = one.clock.now;
    other.clock.now = one.clock.now;
    for (const seconds of [20, 30, 40]) {
      const { meta, data } = (await other.get()).snapshot();
      await other.settled();
      assert.deepEqual([meta.generatedAt, data.count], [at(seconds), 1 + seconds / 10]);
      other.clock.passSeconds(10);
      clock.now = other.clock.now;
    }
    assert.equal(other.upstream.requests.length, 3);
  });

  it('publishes no answer of another instance early', async (t) => {
    const [one, other] = await fleet(t, memoryStore({ now: () => NOON }));
    await watch(one, 30);
    other.clock.passSeconds(30);
    assert.equal((await other.get()).status, 503);
  });
});
