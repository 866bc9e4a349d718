import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseRetryAfter } from '../../src/proxy/retry-after.ts';
import { NOON, recordingLogger, startProxy } from './start.ts';
import { answer, failure, snapshot } from './upstream.ts';
import { createLiveMapProxy } from '../../src/proxy/index.ts';

describe('calls to the upstream', () => {
  it('are made once for 200 viewers of a cold proxy', async (t) => {
    const { get, upstream } = await startProxy(t);
    const replies = await Promise.all(Array.from({ length: 200 }, () => get()));
    assert.deepEqual(new Set(replies.map((reply) => reply.status)), new Set([200]));
    assert.equal(upstream.requests.length, 1);
  });

  it('are made again when the interval is over, not before', async (t) => {
    const { get, upstream, clock, settled } = await startProxy(t, { refreshSeconds: 5 });
    await get();
    clock.passSeconds(4.9);
    await get();
    assert.equal(upstream.requests.length, 1);
    clock.passSeconds(0.1);
    upstream.respond = answer(snapshot({ count: 7 }));
    assert.equal((await get()).snapshot().data.count, 2);
    await settled();
    assert.equal((await get()).snapshot().data.count, 7);
    assert.equal(upstream.requests.length, 2);
  });

  it('have the key in a header, and the website only with an account key', async (t) => {
    const site = await startProxy(t);
    await site.get();
    assert.deepEqual(site.upstream.requests, [
      { url: '/api/v1/analytics/realtime/map', authorization: 'Bearer df_test' },
    ]);
    const account = await startProxy(t, { apiKey: 'dft_test', websiteId: 'a b&c' });
    await account.get();
    assert.deepEqual(account.upstream.requests, [
      { url: '/api/v1/analytics/realtime/map?websiteId=a+b%26c', authorization: 'Bearer dft_test' },
    ]);
  });

  it('continue when the viewer that triggered them disconnects', async (t) => {
    const { url, upstream, get } = await startProxy(t);
    const asked = new Promise<() => void>((resolve) => {
      upstream.respond = (request, response) => {
        resolve(() => {
          answer(snapshot())(request, response);
        });
      };
    });
    const leaving = new AbortController();
    const first = fetch(url, { signal: leaving.signal });
    const release = await asked;
    leaving.abort();
    await assert.rejects(first);
    const second = get();
    release();
    assert.equal((await second).status, 200);
    assert.equal(upstream.requests.length, 1);
  });

  it('stop reading a small body that unpacks to a large one', async () => {
    let read = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        read += 1000;
        controller.enqueue(new Uint8Array(1000).fill(32));
      },
    });
    const proxy = createLiveMapProxy({
      apiKey: 'df_test',
      maxBytes: 10_000,
      logger: recordingLogger().logger,
      fetch: () => Promise.resolve(new Response(endless)),
    });
    assert.equal((await proxy.fetch(new Request('http://localhost/'))).status, 502);
    assert.ok(read < 20_000);
  });

  it('time out even if fetch ignores its signal', async () => {
    const proxy = createLiveMapProxy({
      apiKey: 'df_test',
      timeoutMs: 1,
      logger: recordingLogger().logger,
      fetch: () => new Promise(() => undefined),
    });
    assert.equal((await proxy.fetch(new Request('http://localhost/'))).status, 504);
  });

  it('are aborted when the proxy is closed, and not made afterwards', async () => {
    let calls = 0;
    const { log, logger } = recordingLogger();
    const proxy = createLiveMapProxy({
      apiKey: 'df_test',
      logger,
      fetch: () => {
        calls += 1;
        return new Promise(() => undefined);
      },
    });
    const waiting = proxy.fetch(new Request('http://localhost/'));
    await proxy.close();
    assert.equal((await waiting).status, 503);
    assert.equal((await proxy.fetch(new Request('http://localhost/'))).status, 503);
    await proxy.close();
    assert.equal(calls, 1);
    assert.deepEqual(log, []);
  });

  it('respect Retry-After', async (t) => {
    const { get, upstream, clock } = await startProxy(t, { respond: failure(429, { 'retry-after': '120' }) });
    assert.equal((await get()).headers['retry-after'], '120');
    clock.passSeconds(119.5);
    assert.equal((await get()).headers['retry-after'], '1');
    assert.equal(upstream.requests.length, 1);
    clock.passSeconds(0.5);
    upstream.respond = answer(snapshot());
    assert.equal((await get()).status, 200);
  });

  it('are reported once when they fail, while the last good answer is served', async (t) => {
    const { get, upstream, clock, settled, log } = await startProxy(t);
    await get();
    upstream.respond = failure(500);
    clock.passSeconds(10);
    await get();
    await settled();
    const stale = (await get()).snapshot();
    assert.equal(stale.meta.stale, true);
    assert.equal(stale.meta.generatedAt, '2026-11-23T12:00:00.000Z');
    assert.equal(stale.data.visitors.length, 2);
    clock.passSeconds(589);
    assert.equal((await get()).status, 200);
    clock.passSeconds(1);
    assert.equal((await get()).status, 503);
    upstream.respond = answer(snapshot());
    clock.passSeconds(600);
    const fresh = (await get()).snapshot();
    assert.equal(fresh.meta.stale, false);
    assert.equal(fresh.meta.generatedAt, '2026-11-23T12:20:00.000Z');
    assert.deepEqual(
      log.map((line) => line.split(':')[0]),
      ['warn', 'info'],
    );
    assert.equal((await get()).status, 200);
  });
});

describe('parseRetryAfter', () => {
  const cases: [string | null, number | null][] = [
    [null, null],
    ['30', 30],
    [' 30 ', 30],
    ['0', null],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['', null],
    ['3601', 3600],
    ['9'.repeat(400), 3600],
    ['Mon, 23 Nov 2026 12:00:30 GMT', 30],
    ['Mon, 23 Nov 2026 12:00:30', 30],
    ['Mon, 23 Nov 2026 11:00:00 GMT', null],
    ['Tue, 24 Nov 2026 12:00:00 GMT', 3600],
    ['Mon, nonsense', null],
  ];
  for (const [value, seconds] of cases) {
    it(`reads ${JSON.stringify(value).slice(0, 40)} as ${seconds}`, () => {
      assert.equal(parseRetryAfter(value, NOON), seconds);
    });
  }
});
