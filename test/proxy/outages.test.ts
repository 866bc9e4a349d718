import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { assertPatient, startFaulty } from './faulty.ts';
import { startProxy } from './start.ts';
import { answer, failure, raw, snapshot } from './upstream.ts';

describe('an upstream that redirects', () => {
  /** A server that no request should reach. */
  async function startTrap(t: TestContext): Promise<{ url: string; connections: () => number }> {
    let connections = 0;
    const server = createServer().on('connection', () => connections++);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => server.close());
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, connections: () => connections };
  }

  for (const status of [300, 301, 302, 303, 307, 308]) {
    it(`by ${status} is not followed to another origin`, async (t) => {
      const trap = await startTrap(t);
      const respond = raw(status, '', { location: trap.url });
      const { get, calls, log, upstream } = await startFaulty(t, { sound: false, respond });
      const reply = await get();
      assert.equal(reply.status, 502);
      assert.equal(reply.error().reason, 'upstream-invalid');
      assert.deepEqual(
        calls.map(({ init }) => init.redirect),
        ['manual'],
      );
      assert.equal(trap.connections(), 0);
      assert.equal(upstream.requests.length, 1);
      assert.ok(!log.join().includes(trap.url));
    });
  }

  for (const location of ['http://169.254.169.254/latest/meta-data/', '/elsewhere', '//localhost/', 'file:///']) {
    it(`to ${location} is not followed, and the last good answer stays`, async (t) => {
      const faulty = await startFaulty(t, { sound: true, respond: raw(302, '', { location }) });
      const { get, calls, lookAfter, upstream } = faulty;
      await get();
      faulty.sound = false;
      for (let look = 0; look < 20; look++) assert.equal((await lookAfter(29)).status, 200);
      assert.deepEqual(new Set(calls.map(({ init }) => init.redirect)), new Set(['manual']));
      assert.deepEqual(new Set(upstream.requests.map(({ url }) => url)), new Set(['/api/v1/analytics/realtime/map']));
      assertPatient(faulty);
    });
  }
});

describe('an unusual upstream', () => {
  it('may have no visitors', async (t) => {
    const empty = { count: 0, visitors: [], recentEvents: [], recentPayments: [] };
    const { get } = await startProxy(t, { respond: answer(snapshot(empty)) });
    const { data } = (await get()).snapshot();
    assert.deepEqual([data.count, data.visitors], [0, []]);
  });

  it('may have 100,000 visitors if they fit in maxBytes', async (t) => {
    const visitors = Array.from({ length: 100_000 }, (_, index) => ({ visitorId: `v${index}` }));
    const { get } = await startProxy(t, {
      respond: answer(snapshot({ count: visitors.length, visitors })),
      timeoutMs: 60_000,
    });
    const { data } = (await get()).snapshot();
    assert.deepEqual([data.count, data.visitors.length], [100_000, 100_000]);
  });

  for (const refreshSeconds of [2, 10]) {
    it(`may answer every other call only, interval ${refreshSeconds} s`, async (t) => {
      const faulty = await startFaulty(t, { refreshSeconds, sound: false, respond: failure(500) });
      assert.equal((await faulty.lookAfter(0)).status, 503);
      for (let second = 0; second < 900; second += 2) {
        faulty.sound = faulty.calls.length % 2 === 1;
        assert.equal((await faulty.lookAfter(2)).status, faulty.calls.length > 1 ? 200 : 503);
      }
      assertPatient(faulty);
      assert.ok(faulty.calls.length > 900 / 30, 'keeps retrying');
    });
  }

  it('is noticed when it recovers, by viewers without a snapshot', async (t) => {
    const faulty = await startFaulty(t, { refreshSeconds: 2, staleSeconds: 0, sound: false, respond: failure(500) });
    await faulty.get();
    faulty.sound = true;
    assert.equal((await faulty.lookAfter(15)).status, 200);
    assert.equal((await faulty.lookAfter(2)).status, 200);
  });

  it('may be slower than the interval: no viewer waits, and no call is made twice', async (t) => {
    const { get, upstream, clock, settled } = await startProxy(t, { refreshSeconds: 2 });
    await get();
    const asked = new Promise<() => void>((resolve) => {
      upstream.respond = (request, response) => {
        resolve(() => {
          answer(snapshot({ count: 7 }))(request, response);
        });
      };
    });
    clock.passSeconds(2);
    await get();
    const release = await asked;
    for (let look = 0; look < 20; look++) {
      clock.passSeconds(2);
      assert.equal((await get()).snapshot().data.count, 2);
    }
    assert.equal(upstream.requests.length, 2);
    release();
    await settled();
    const { data, meta } = (await get()).snapshot();
    assert.deepEqual([data.count, meta.stale], [7, false]);
    assert.equal(Date.parse(meta.generatedAt), clock.now);
    assert.equal(upstream.requests.length, 2);
  });

  it('may be down for a day', async (t) => {
    const faulty = await startFaulty(t, { sound: true, respond: failure(503) });
    await faulty.get();
    faulty.sound = false;
    const begin = faulty.clock.now;
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      const reply = await faulty.lookAfter(300);
      const seconds = (faulty.clock.now - begin) / 1000;
      assert.equal(reply.status, seconds < 600 ? 200 : 503);
      if (reply.status === 503) assert.equal(reply.error().reason, 'upstream-unavailable');
    }
    assertPatient(faulty);
    faulty.sound = true;
    assert.equal((await faulty.lookAfter(90)).status, 200);
    assert.deepEqual(
      faulty.log.map((line) => line.split(':')[0]),
      ['warn', 'info'],
    );
  });
});

describe('a clock that jumps', () => {
  const DAY = 86_400;

  for (const jump of [-10 * 365 * DAY, -DAY, -600, -60, -5, 5, 60, DAY, 10 * 365 * DAY]) {
    it(`by ${jump} s has no effect with a working upstream`, async (t) => {
      const faulty = await startFaulty(t, { sound: true });
      await faulty.get();
      for (let look = 0; look < 12; look++) {
        const reply = await faulty.lookAfter(look === 0 ? jump : 5);
        assert.equal(reply.status, 200);
      }
      const { meta } = (await faulty.lookAfter(0)).snapshot();
      assert.equal(meta.stale, false);
      assert.ok(Math.abs(faulty.clock.now - Date.parse(meta.generatedAt)) <= 15_000, meta.generatedAt);
      assert.ok(faulty.calls.length >= 5 && faulty.calls.length <= 8, `${faulty.calls.length} calls`);
    });
  }

  for (const jump of [-10 * 365 * DAY, -DAY, -600, -60, -5, 5, 60]) {
    it(`by ${jump} s with a failing upstream keeps the last good answer and notices recovery`, async (t) => {
      const faulty = await startFaulty(t, { sound: true, respond: failure(500) });
      await faulty.get();
      faulty.sound = false;
      await faulty.lookAfter(10);
      for (let look = 0; look < 12; look++) {
        const reply = await faulty.lookAfter(look === 0 ? jump : 5);
        assert.equal(reply.status, 200);
        assert.equal(reply.snapshot().meta.stale, true);
      }
      assert.ok(faulty.calls.length <= 6, `${faulty.calls.length} calls`);
      faulty.sound = true;
      await faulty.lookAfter(90);
      assert.equal((await faulty.lookAfter(0)).snapshot().meta.stale, false);
    });
  }

  it('beyond staleSeconds results in an error answer', async (t) => {
    const faulty = await startFaulty(t, { sound: true, respond: failure(500) });
    await faulty.get();
    faulty.sound = false;
    const reply = await faulty.lookAfter(DAY);
    assert.equal(reply.status, 503);
    assert.equal(reply.error().reason, 'upstream-unavailable');
  });
});
