import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it, type TestContext } from 'node:test';
import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { type RedisClient, redisStore } from '../../src/adapters/redis.ts';
import type { PublishedError, PublishedSnapshot } from '../../src/protocol/published.ts';
import { createLiveMapProxy, type LiveMapProxy, type Store } from '../../src/proxy/index.ts';
import { KEY, NOON, recordingLogger } from '../proxy/start.ts';
import { answer, failure, snapshot, startUpstream, type TestUpstream } from '../proxy/upstream.ts';
import { storeContract } from '../proxy/store/contract.ts';
import { historyContract } from '../proxy/store/history-contract.ts';
import { noRedis, type RedisServer, startRedis } from './redis-server.ts';

const NODES = 4;

describe('redisStore', { skip: noRedis }, () => {
  let server: RedisServer;
  let client: Redis;

  before(async () => {
    server = await startRedis();
    client = new Redis(server.port, '127.0.0.1', { maxRetriesPerRequest: 0 });
    client.on('error', () => undefined);
  });
  beforeEach(() => client.flushall());
  after(async () => {
    client.disconnect();
    await server.stop();
  });

  /** As many machines as one has for one site, with the same clock. */
  async function startFleet(
    t: TestContext,
    { store = redisStore(client), timeoutMs = 3000 }: { store?: Store; timeoutMs?: number } = {},
  ) {
    const upstream = await startUpstream();
    const clock = { now: NOON };
    const { log, logger } = recordingLogger();
    const options = { apiKey: KEY, upstream: upstream.url, now: () => clock.now, logger, timeoutMs };
    const nodes = Array.from({ length: NODES }, () => createLiveMapProxy({ ...options, store }));
    t.after(async () => {
      await Promise.all(nodes.map((node) => node.close()));
      upstream.close();
    });
    /** One viewer at each machine, and what they get when the machines have done their work. */
    const view = async (): Promise<Response[]> => {
      const behind: Promise<unknown>[] = [];
      const ask = (node: LiveMapProxy): Promise<Response> =>
        node.fetch(new Request('http://localhost/'), { waitUntil: (work) => behind.push(work) });
      await Promise.all(nodes.map(ask));
      await Promise.all(behind);
      return Promise.all(nodes.map(ask));
    };
    return { upstream, clock, log, nodes, view, options };
  }

  historyContract(() => Promise.resolve({ store: redisStore(client) }));

  it('keeps the history for its full length', async (t) => {
    const { view } = await startFleet(t);
    await view();
    const [name] = (await client.keys('*')).filter((key) => !key.endsWith(':lock'));
    assert.ok((await client.pttl(name!)) > 29 * 60_000);
  });

  /** A holder of this lock never releases it. */
  const lockForGood =
    (store: Store): Store['lock'] =>
    async (key, milliseconds) =>
      (await store.lock(key, milliseconds)) && (() => Promise.resolve());

  const lockName = async (): Promise<string> => (await client.keys('*:lock'))[0] ?? 'none';

  const counts = async (replies: Response[]): Promise<(number | null)[]> =>
    Promise.all(replies.map(async (reply) => ((await reply.json()) as PublishedSnapshot).data.count));

  const count = (upstream: TestUpstream, value: number): void => {
    upstream.respond = answer(snapshot({ count: value }));
  };

  it('limits four instances to one call per interval, with the same answer', async (t) => {
    const { upstream, clock, view } = await startFleet(t);
    for (let interval = 1; interval <= 4; interval++) {
      count(upstream, interval);
      const replies = await view();
      assert.equal(new Set(replies.map((reply) => reply.headers.get('etag'))).size, 1);
      assert.deepEqual(new Set(await counts(replies)), new Set([interval]));
      assert.equal(upstream.requests.length, interval);
      clock.now += 10_000;
    }
  });

  it('lets another instance call when the lock holder dies during its call', async (t) => {
    const { upstream, clock, view, options } = await startFleet(t, { timeoutMs: 2000 });
    await view();
    // It takes the lock, calls, and is not there any more when the answer comes: what it writes gets nowhere.
    const store = { ...redisStore(client), write: () => new Promise<void>(() => undefined) };
    const dying = createLiveMapProxy({ ...options, store: { ...store, lock: lockForGood(store) } });
    t.after(() => dying.close());
    clock.now += 10_000;
    await dying.fetch(new Request('http://localhost/'));
    assert.equal(await client.exists(await lockName()), 1);
    count(upstream, 5);
    assert.deepEqual(new Set(await counts(await view())), new Set([5]));
    assert.equal(upstream.requests.length, 3, 'the dead instance’s call and one more');
  });

  it('loses no snapshot when the lock expires before the call ends', async (t) => {
    const store = redisStore(client);
    const short = { ...store, lock: (key: string) => store.lock(key, 1) };
    const { upstream, clock, view } = await startFleet(t, { store: short });
    for (let interval = 1; interval <= 3; interval++) {
      const { length } = upstream.requests;
      upstream.respond = (request, response) => {
        setTimeout(() => {
          answer(snapshot({ count: interval }))(request, response);
        }, 300);
      };
      assert.deepEqual(new Set(await counts(await view())), new Set([interval]));
      const calls = upstream.requests.length - length;
      assert.ok(calls >= 1 && calls <= NODES, `${calls} calls`);
      clock.now += 10_000;
    }
  });

  it('keeps the newer snapshot when a slow instance writes an older one last', async (t) => {
    const store = redisStore(client);
    const held: (() => Promise<void>)[] = [];
    const late: Store = {
      ...store,
      write: (...what) => {
        held.push(() => store.write(...what));
        return new Promise(() => undefined);
      },
    };
    const { upstream, clock, view, options } = await startFleet(t);
    count(upstream, 1);
    const slow = createLiveMapProxy({ ...options, store: late });
    t.after(() => slow.close());
    assert.equal((await slow.fetch(new Request('http://localhost/'))).status, 200);
    clock.now += 10_000;
    count(upstream, 2);
    await view();
    assert.equal(held.length, 1);
    await held[0]!();
    const started = createLiveMapProxy({ ...options, store });
    t.after(() => started.close());
    assert.deepEqual(await counts([await started.fetch(new Request('http://localhost/'))]), [2]);
    assert.equal(upstream.requests.length, 2);
  });

  it('answers 504 in time when another instance holds the lock without a result', async (t) => {
    const store = redisStore(client);
    const { upstream, nodes } = await startFleet(t, {
      timeoutMs: 200,
      store: { ...store, lock: () => Promise.resolve(null) },
    });
    const replies = await Promise.all(nodes.map((node) => node.fetch(new Request('http://localhost/'))));
    for (const reply of replies) {
      assert.equal(reply.status, 504);
      assert.ok(reply.headers.has('retry-after'));
      assert.equal(((await reply.json()) as PublishedError).error.reason, 'upstream-unavailable');
    }
    assert.equal(upstream.requests.length, 0);
  });

  it('does not spread one instance’s network failure to the others', async (t) => {
    const { upstream, clock, view, options } = await startFleet(t);
    await view();
    const { log, logger } = recordingLogger();
    const cutOff = createLiveMapProxy({
      ...options,
      logger,
      store: redisStore(client),
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    });
    t.after(() => cutOff.close());
    for (let interval = 2; interval <= 5; interval++) {
      clock.now += 10_000;
      count(upstream, interval);
      // First in each interval, and in vain.
      const behind: Promise<unknown>[] = [];
      const ask = () => cutOff.fetch(new Request('http://localhost/'), { waitUntil: (work) => behind.push(work) });
      assert.equal((await ask()).status, 200);
      await Promise.all(behind);
      assert.deepEqual(new Set(await counts(await view())), new Set([interval]));
      assert.equal(upstream.requests.length, interval);
    }
    assert.match(log.join(), /cannot be reached/);
  });

  it('confirms a network failure by one other instance before all back off', async (t) => {
    const { upstream, clock, view } = await startFleet(t);
    await view();
    upstream.respond = (request) => request.socket.destroy();
    clock.now += 10_000;
    await view();
    assert.equal(upstream.requests.length, 1 + 2);
    const begin = clock.now;
    while (clock.now < begin + 59_000) {
      clock.now += 1000;
      await view();
    }
    const calls = upstream.requests.length - 1;
    assert.ok(calls <= 6, `${calls} calls in 60 s`);
  });

  it('shares failures, so that the fleet calls a failing upstream once', async (t) => {
    const { upstream, clock, view } = await startFleet(t);
    await view();
    upstream.respond = failure(403);
    clock.now += 10_000;
    const stale = await view();
    for (const reply of stale) assert.equal(((await reply.json()) as PublishedSnapshot).meta.stale, true);
    assert.equal(upstream.requests.length, 2);
    clock.now += 700_000;
    const refused = await view();
    for (const reply of refused) {
      assert.equal(((await reply.json()) as PublishedError).error.reason, 'upstream-forbidden');
    }
    assert.equal(upstream.requests.length, 3);
  });

  it('gives a new instance the stored snapshot', async (t) => {
    const { upstream, view, options } = await startFleet(t);
    await view();
    const started = createLiveMapProxy({ ...options, store: redisStore(client) });
    t.after(() => started.close());
    assert.equal((await started.fetch(new Request('http://localhost/'))).status, 200);
    assert.equal(upstream.requests.length, 1);
  });

  it('stores neither private data nor the key', async (t) => {
    const { view } = await startFleet(t);
    await view();
    const kept: string[] = [];
    for (const name of await client.keys('*')) kept.push(name, JSON.stringify(await client.hgetall(name)));
    assert.match(kept.join(), /"Denver"|Denver/);
    for (const secret of [KEY, 'visitor-one', 'event-one', 'payment-one', 'plan=pro']) {
      assert.ok(!kept.join().includes(secret), secret);
    }
  });

  it('ignores corrupt values', async (t) => {
    const { upstream, clock, view } = await startFleet(t);
    await view();
    const [name] = (await client.keys('*')).filter((key) => !key.endsWith(':lock'));
    const signed = await client.hget(name!, 'text');
    const garbage: (() => Promise<unknown>)[] = [
      () => client.hset(name!, 'text', 'nonsense'),
      () => client.hset(name!, 'text', signed!.replace('Denver', 'Boston')),
      () => client.set(name!, 'another kind of value'),
      () => client.del(name!).then(() => client.lpush(name!, '1', '2')),
    ];
    for (const [index, put] of garbage.entries()) {
      await put();
      clock.now += 10_000;
      count(upstream, index + 10);
      const { length } = upstream.requests;
      assert.deepEqual(new Set(await counts(await view())), new Set([index + 10]));
      assert.equal(upstream.requests.length - length, 1);
    }
  });

  it('shares a Retry-After that is longer than the snapshot’s lifetime', async (t) => {
    const { upstream, clock, nodes } = await startFleet(t);
    upstream.respond = failure(429, { 'retry-after': '3600' });
    for (const [index, seconds] of [0, 60, 700, 3000].entries()) {
      clock.now = NOON + seconds * 1000;
      assert.equal((await nodes[index]!.fetch(new Request('http://localhost/'))).status, 503);
      assert.equal(upstream.requests.length, 1, `after ${seconds} s`);
    }
  });

  it('costs one call per instance while Redis hangs, and one in total afterwards', async (t) => {
    const { upstream, clock, log, view } = await startFleet(t);
    await view();
    server.freeze();
    try {
      clock.now += 10_000;
      count(upstream, 5);
      assert.deepEqual(await counts(await view()), [5, 5, 5, 5]);
      assert.equal(upstream.requests.length, 1 + NODES);
    } finally {
      server.thaw();
    }
    await client.ping();
    await client.flushall();
    clock.now += 10_000;
    await view();
    assert.equal(upstream.requests.length, 1 + NODES + 1);
    assert.equal(log.filter((line) => line.includes('The store does not work')).length, NODES);
    assert.equal(log.filter((line) => line.includes('The store works again')).length, NODES);
  });

  it('costs one call per instance while Redis is down', async (t) => {
    const refused = new Redis(1, '127.0.0.1', { maxRetriesPerRequest: 0, retryStrategy: () => null });
    refused.on('error', () => undefined);
    t.after(() => {
      refused.disconnect();
    });
    const { upstream, clock, view } = await startFleet(t, { store: redisStore(refused) });
    await view();
    clock.now += 10_000;
    assert.deepEqual(await counts(await view()), [2, 2, 2, 2]);
    assert.equal(upstream.requests.length, 2 * NODES);
  });

  const clients: [name: string, open: () => Promise<{ store: Store; close?: () => void }>][] = [
    [
      'ioredis',
      () => {
        const subscriber = client.duplicate();
        return Promise.resolve({
          store: redisStore(client, { subscriber }),
          close: () => {
            subscriber.disconnect();
          },
        });
      },
    ],
    [
      'redis',
      async () => {
        const connected = createClient({ url: `redis://127.0.0.1:${server.port}` });
        const subscriber = connected.duplicate();
        for (const one of [connected, subscriber]) await one.on('error', () => undefined).connect();
        return {
          store: redisStore(connected, { subscriber }),
          close: () => {
            for (const one of [connected, subscriber]) one.destroy();
          },
        };
      },
    ],
  ];
  for (const [name, open] of clients) {
    describe(`with a client of ${name}`, () => {
      storeContract(open);
    });
  }

  it('names the expected clients when it gets another one', () => {
    assert.throws(
      () => redisStore(JSON.parse('{}') as RedisClient),
      /^Error: redisStore: expected a client of the package redis or ioredis/,
    );
  });
});
