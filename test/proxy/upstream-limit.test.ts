import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createLiveMapProxy, memoryStore } from '../../src/proxy/index.ts';
import { KEY, NOON, startProxy, type TestProxy } from './start.ts';
import { answer, failure, raw, type Respond, snapshot } from './upstream.ts';

function good(headers: Record<string, string>): Respond {
  return raw(200, JSON.stringify(snapshot()), { 'content-type': 'application/json', ...headers });
}

function limit(remaining: string, reset: string): Record<string, string> {
  return { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset };
}

/** Looks until the upstream is called again. @returns After how many seconds. */
async function nextCall({ get, settled, clock, upstream }: TestProxy): Promise<number> {
  const before = upstream.requests.length;
  for (let seconds = 1; seconds < 4000; seconds++) {
    clock.passSeconds(1);
    await get();
    await settled();
    if (upstream.requests.length > before) return seconds;
  }
  return Infinity;
}

async function pauseAfter(t: TestContext, headers: Record<string, string>, staleSeconds = 7200): Promise<number> {
  const proxy = await startProxy(t, { respond: good(headers), staleSeconds });
  await proxy.get();
  return nextCall(proxy);
}

const inSeconds = (seconds: number): number => NOON / 1000 + seconds;

describe('an upstream with rate limit headers', () => {
  const rows: [what: string, headers: Record<string, string>, seconds: number][] = [
    ['is called at the normal interval while much remains', limit('59', '60'), 10],
    ['has its remaining calls spread over the time until the reset', limit('3', '60'), 20],
    ['is not called until the reset when nothing remains', limit('0', '45'), 45],
    ['may send the reset time in seconds', limit('0', String(inSeconds(45))), 45],
    ['may send the reset time in milliseconds', limit('0', String(inSeconds(45) * 1000)), 45],
    ['may send the reset time as a date', limit('0', new Date(NOON + 45_000).toUTCString()), 45],
    ['may send a fraction of a second', limit('0', '44.2'), 45],
    ['is called again after an hour at most', limit('0', '1000000'), 3600],
    ['is called again after an hour for a reset far in the future', limit('0', String(inSeconds(1e9))), 3600],
    ['is called at the normal interval when the reset has passed', limit('0', String(inSeconds(-45))), 10],
    ...['', '-5', '0', 'soon', '1e3', '0x20', '60, 60'].map((reset): [string, Record<string, string>, number] => [
      `is called at the normal interval for the invalid reset "${reset}"`,
      limit('0', reset),
      10,
    ]),
    ...['', '-1', 'none', '0.5', '1e3', '3, 3'].map((remaining): [string, Record<string, string>, number] => [
      `is called at the normal interval for the invalid remainder "${remaining}"`,
      limit(remaining, '300'),
      10,
    ]),
    ['is called at the normal interval without a reset', { 'x-ratelimit-remaining': '0' }, 10],
  ];
  for (const [what, headers, seconds] of rows) {
    it(what, async (t) => {
      assert.equal(await pauseAfter(t, headers), seconds);
    });
  }

  it('is not called until the reset while its answers wait for delaySeconds', async (t) => {
    const proxy = await startProxy(t, { respond: good(limit('0', '45')), delaySeconds: 120 });
    await proxy.get();
    assert.equal(await nextCall(proxy), 45);
  });

  it('is called when there is no snapshot to serve', async (t) => {
    assert.equal(await pauseAfter(t, limit('0', '3600'), 600), 600);
  });

  it('leads to a stale snapshot in time, and to no error', async (t) => {
    const { get, clock, log } = await startProxy(t, { respond: good(limit('0', '3000')) });
    await get();
    clock.passSeconds(89);
    assert.equal((await get()).snapshot().meta.stale, false);
    clock.passSeconds(1);
    assert.equal((await get()).snapshot().meta.stale, true);
    assert.deepEqual((await get('/health')).json(), { status: 'ok', ageSeconds: 90, reason: null });
    assert.deepEqual(log, []);
  });

  it('is called at the normal interval again once it permits', async (t) => {
    const proxy = await startProxy(t, { respond: good(limit('0', '45')) });
    await proxy.get();
    proxy.upstream.respond = answer(snapshot());
    assert.equal(await nextCall(proxy), 45);
    assert.equal(await nextCall(proxy), 10);
  });

  it('may send them in place of Retry-After', async (t) => {
    const proxy = await startProxy(t, { respond: failure(429, limit('0', '120')) });
    assert.equal((await proxy.get()).headers['retry-after'], '120');
    assert.equal(await nextCall(proxy), 120);
    const both = await startProxy(t, { respond: failure(429, { ...limit('0', '3000'), 'retry-after': '60' }) });
    assert.equal((await both.get()).headers['retry-after'], '60');
    const broken = await startProxy(t, { respond: failure(500, limit('0', '3000')) });
    assert.ok(
      Number((await broken.get()).headers['retry-after']) <= 15,
      'the limit does not delay retries of other errors',
    );
  });

  it('is not called by any instance of a fleet until the reset', async (t) => {
    let now = NOON;
    const calls: number[] = [];
    const store = memoryStore({ now: () => now });
    const machines = [0, 1].map(() =>
      createLiveMapProxy({
        apiKey: KEY,
        store,
        now: () => now,
        fetch: () => {
          calls.push((now - NOON) / 1000);
          return Promise.resolve(Response.json(snapshot(), { headers: limit('0', '45') }));
        },
      }),
    );
    t.after(() => Promise.all(machines.map((machine) => machine.close())));
    for (let seconds = 0; seconds <= 100; seconds += 5) {
      now = NOON + seconds * 1000;
      for (const machine of machines) {
        const behind: Promise<unknown>[] = [];
        const response = await machine.fetch(new Request('http://localhost/'), {
          waitUntil: (work) => behind.push(work),
        });
        assert.equal(response.status, 200);
        await Promise.all(behind);
      }
    }
    assert.deepEqual(calls, [0, 45, 90]);
  });
});
