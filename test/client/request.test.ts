import assert from 'node:assert/strict';
import { afterEach, describe, test, mock } from 'node:test';
import { requestSnapshot, type RequestResult } from '../../src/client/request.ts';

const NOW = '2026-03-14T12:00:00.000Z';
const at = (seconds: number): number => Date.parse(NOW) + seconds * 1000;
const RAW = { status: 'success', data: { count: 3, visitors: [{ visitorId: 'a', sessionStartTime: NOW }] } };
const PUBLISHED = { ...RAW, meta: { version: 1, generatedAt: NOW, refreshSeconds: 10 } };

function stub(reply: Response | Error): ReturnType<typeof mock.method<typeof globalThis, 'fetch'>> {
  return mock.method(globalThis, 'fetch', () =>
    reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply),
  );
}

function request(options: Partial<Parameters<typeof requestSnapshot>[1]> = {}): Promise<RequestResult> {
  const { signal } = new AbortController();
  return requestSnapshot('https://example.com/live', { credentials: 'same-origin', headers: {}, signal, ...options });
}

async function answerTo(body: unknown, init: ResponseInit = {}): Promise<RequestResult> {
  stub(typeof body === 'string' ? new Response(body, init) : Response.json(body, init));
  return request();
}

async function failureOf(
  body: unknown,
  init: ResponseInit = {},
): Promise<{ reason: string; retryAfter: number | null }> {
  const answer = await answerTo(body, init);
  assert.ok(!answer.ok);
  return answer;
}

async function serverTimeOf(body: unknown, headers: Record<string, string>): Promise<number | null> {
  const answer = await answerTo(body, { headers });
  assert.ok(answer.ok);
  return answer.serverTime;
}

afterEach(() => {
  mock.restoreAll();
});

describe('a request', () => {
  test('uses the proxy’s address with the configured credentials and headers', async () => {
    const fetched = stub(Response.json(RAW));
    await request({ credentials: 'include', headers: { authorization: 'Bearer x' }, cache: 'no-cache' });
    const [url, init] = fetched.mock.calls[0]!.arguments;
    assert.equal(url, 'https://example.com/live');
    assert.equal(init!.credentials, 'include');
    assert.deepEqual(init!.headers, { authorization: 'Bearer x' });
    assert.equal(init!.cache, 'no-cache');
  });

  test('rejects only when its signal is aborted', async () => {
    const controller = new AbortController();
    controller.abort(new Error('stopped'));
    stub(new DOMException('aborted', 'AbortError'));
    await assert.rejects(request({ signal: controller.signal }));
  });

  test('rejects when it is aborted while the body arrives', async () => {
    const controller = new AbortController();
    const body = new ReadableStream({
      pull: (stream) => {
        controller.abort();
        stream.error(new Error('cut'));
      },
    });
    stub(new Response(body));
    await assert.rejects(request({ signal: controller.signal }));
  });
});

describe('an answer', () => {
  test('is parsed to a snapshot', async () => {
    const answer = await answerTo(RAW);
    assert.ok(answer.ok);
    assert.equal(answer.snapshot.data.count, 3);
    assert.equal(answer.snapshot.data.visitors[0]!.visitorId, 'a');
  });

  test('has no e-mail address and no user id, whatever the proxy sends', async () => {
    const answer = await answerTo({
      data: {
        visitors: [
          {
            visitorId: 'a',
            customerEmail: 'ada@example.com',
            customerName: 'ada@example.com',
            currentUrl: '/u/ada%40example.com',
            profileData: { userId: 'u-17', displayName: 'ada@example.com' },
          },
        ],
        recentPayments: [{ _id: 'p', email: 'ada@example.com', name: 'Ada <ada@example.com>' }],
      },
    });
    assert.ok(answer.ok);
    assert.doesNotMatch(JSON.stringify(answer.snapshot), /@|%40|u-17/);
  });
});

describe('the reason of a failure', () => {
  const failures: [name: string, body: unknown, init: ResponseInit, reason: string][] = [
    ['a page of HTML', '<!doctype html><title>Hello</title>', {}, 'not-json'],
    ['an empty body', '', {}, 'not-json'],
    ['cut JSON', '{"status":"success","data":{"cou', {}, 'not-json'],
    ['JSON of something else', { hello: 'world' }, {}, 'not-a-snapshot'],
    ['a list', [], {}, 'not-a-snapshot'],
    ['404 with a page of HTML', '<!doctype html>', { status: 404 }, 'http-404'],
    ['404 with JSON', { detail: 'Not Found' }, { status: 404 }, 'http-404'],
    ['a snapshot, but 500', RAW, { status: 500 }, 'http-500'],
    ['the upstream’s error', { status: 'error', error: { code: 401, message: '…' } }, { status: 401 }, 'http-401'],
    [
      'our proxy’s error',
      { status: 'error', error: { code: 503, reason: 'upstream-rate-limited', message: '…' } },
      { status: 503 },
      'upstream-rate-limited',
    ],
  ];
  for (const [name, body, init, reason] of failures) {
    test(`${name}: ${reason}`, async () => {
      assert.equal((await failureOf(body, init)).reason, reason);
    });
  }

  test('is "network" without a network', async () => {
    stub(new TypeError('Failed to fetch'));
    assert.deepEqual(await request(), { ok: false, reason: 'network', retryAfter: null });
  });

  test('has Retry-After in seconds or as a date, and ignores invalid values', async () => {
    const retryAfter = async (value: string): Promise<number | null> =>
      (await failureOf({}, { status: 503, headers: { 'retry-after': value } })).retryAfter;
    assert.equal(await retryAfter('120'), 120);
    assert.equal(await retryAfter('soon'), null);
    assert.equal(await retryAfter('-5'), null);
    assert.equal(await retryAfter(new Date(Date.now() - 60_000).toUTCString()), null);
    const dated = await retryAfter(new Date(Date.now() + 100_000).toUTCString());
    assert.ok(dated! > 95 && dated! <= 100, String(dated));
    assert.equal((await failureOf({}, { status: 503 })).retryAfter, null);
  });
});

describe('the server’s time', () => {
  test('is the upstream’s time plus the time in a cache', async () => {
    assert.equal(await serverTimeOf(PUBLISHED, {}), at(0));
    assert.equal(await serverTimeOf(PUBLISHED, { age: '45' }), at(45));
  });

  test('is the proxy’s Date plus the time in a cache, as Date includes the time in the proxy', async () => {
    const date = new Date(at(8)).toUTCString();
    assert.equal(await serverTimeOf(PUBLISHED, { date }), at(8));
    assert.equal(await serverTimeOf(PUBLISHED, { date, age: '30' }), at(38));
  });

  const caches: [cache: string, stored: number, kept: number, headers: (stored: number, kept: number) => object][] = [
    ['keeps the proxy’s Date', 3, 0, (stored, kept) => ({ date: at(stored), age: kept })],
    ['keeps the proxy’s Date', 3, 2, (stored, kept) => ({ date: at(stored), age: kept })],
    ['keeps the proxy’s Date', 6, 4, (stored, kept) => ({ date: at(stored), age: kept })],
    ['keeps the proxy’s Date', 0, 9, (stored, kept) => ({ date: at(stored), age: kept })],
    ['keeps the proxy’s Date', 9, 11, (stored, kept) => ({ date: at(stored), age: kept })],
    ['writes a Date of its own', 3, 5, (stored, kept) => ({ date: at(stored + kept) })],
    ['writes a Date of its own beside Age', 3, 0, (stored, kept) => ({ date: at(stored + kept), age: kept })],
    ['writes a Date of its own beside Age', 3, 2, (stored, kept) => ({ date: at(stored + kept), age: kept })],
    ['writes a Date of its own beside Age', 6, 4, (stored, kept) => ({ date: at(stored + kept), age: kept })],
    ['writes a Date of its own beside Age', 0, 9, (stored, kept) => ({ date: at(stored + kept), age: kept })],
    ['writes a Date of its own beside Age', 9, 11, (stored, kept) => ({ date: at(stored + kept), age: kept })],
  ];
  for (const [cache, stored, kept, headersOf] of caches) {
    test(`is right behind a cache that ${cache}: ${stored} s old when it was stored, ${kept} s ago`, async () => {
      const { date, age } = headersOf(stored, kept) as { date?: number; age?: number };
      const time = await serverTimeOf(PUBLISHED, {
        ...(date !== undefined && { date: new Date(date).toUTCString() }),
        ...(age !== undefined && { age: String(age) }),
        'cache-control': `public, s-maxage=${Math.max(1, 10 - stored)}`,
      });
      assert.equal(time, at(stored + kept));
    });
  }

  for (const [cache, stored, kept, headersOf] of caches) {
    test(`is right for a delayed snapshot behind a cache that ${cache}: stored at ${stored} s, ${kept} s ago`, async () => {
      const { date, age } = headersOf(stored + 120, kept) as { date?: number; age?: number };
      const time = await serverTimeOf(
        { ...PUBLISHED, meta: { ...PUBLISHED.meta, delaySeconds: 120 } },
        {
          ...(date !== undefined && { date: new Date(date).toUTCString() }),
          ...(age !== undefined && { age: String(age) }),
          'cache-control': `public, s-maxage=${Math.max(1, 10 - stored)}`,
        },
      );
      assert.equal(time, at(120 + stored + kept));
    });
  }

  test('is not before the time at which a delayed answer is due', async () => {
    const meta = { ...PUBLISHED.meta, delaySeconds: 120 };
    assert.equal(await serverTimeOf({ ...RAW, meta }, {}), at(120));
    assert.equal(await serverTimeOf({ ...RAW, meta }, { age: '5' }), at(125));
  });

  test('is not ahead because Date and Age are whole seconds', async () => {
    const meta = { ...PUBLISHED.meta, generatedAt: new Date(at(0) + 600).toISOString() };
    for (const seconds of [1, 2, 5, 9]) {
      const headers = {
        date: new Date(at(seconds)).toUTCString(),
        age: String(seconds),
        'cache-control': 's-maxage=10',
      };
      const time = (await serverTimeOf({ ...RAW, meta }, headers))!;
      assert.ok(time <= at(seconds) + 600 && time >= at(seconds), String(time - at(seconds)));
    }
  });

  test('ignores a Date that contradicts the answer', async () => {
    for (const seconds of [-86_400, 86_400]) {
      assert.equal(await serverTimeOf(PUBLISHED, { date: new Date(at(seconds)).toUTCString() }), at(0));
    }
  });

  test('ignores an invalid Age', async () => {
    for (const age of ['-5', 'old', '']) assert.equal(await serverTimeOf(PUBLISHED, { age }), at(0));
  });

  test('ignores a meta of the upstream’s own', async () => {
    const meta = { generatedAt: new Date(at(-300)).toISOString(), version: '2025-06' };
    assert.equal(await serverTimeOf({ ...RAW, meta }, {}), at(0));
  });

  test('of a raw answer is its newest timestamp', async () => {
    const events = [{ _id: 'e', timestamp: new Date(at(-20)).toISOString() }];
    assert.equal(await serverTimeOf({ data: { ...RAW.data, recentEvents: events } }, {}), at(0));
    assert.equal(await serverTimeOf({ data: { recentEvents: events } }, { age: '5' }), at(-15));
  });

  describe('of a raw answer', () => {
    const iso = (seconds: number): string => new Date(at(seconds)).toISOString();
    const here = ['a', 'b', 'c', 'd', 'e'];
    /** Five visitors, each active within the last minute. */
    const busy = (own: { events?: object[]; payments?: object[]; visitors?: object[] } = {}): object => ({
      data: {
        count: 5,
        visitors: [...here.map((visitorId) => ({ visitorId, sessionStartTime: iso(-300) })), ...(own.visitors ?? [])],
        recentEvents: [
          ...here.map((visitorId, index) => ({ _id: visitorId, visitorId, timestamp: iso(-10 * index) })),
          ...(own.events ?? []),
        ],
        recentPayments: [{ _id: 'p', timestamp: iso(-7200), amount: 5 }, ...(own.payments ?? [])],
      },
    });
    const date = (seconds: number): Record<string, string> => ({ date: new Date(at(seconds)).toUTCString() });

    test('is its Date plus the time in a cache', async () => {
      assert.equal(await serverTimeOf(busy(), date(4)), at(4));
      assert.equal(await serverTimeOf(busy(), { ...date(4), age: '7' }), at(11));
      assert.equal(await serverTimeOf({ data: { count: 3 } }, date(4)), at(4));
    });

    const ahead = {
      'an event': { events: [{ _id: 'x', visitorId: 'a', timestamp: iso(10_800) }] },
      'an event of a visitor who is not listed': { events: [{ _id: 'x', visitorId: 'gone', timestamp: iso(10_800) }] },
      'a payment': { payments: [{ _id: 'x', timestamp: iso(10_800), amount: 5 }] },
      'a session': { visitors: [{ visitorId: 'x', sessionStartTime: iso(10_800) }] },
    };
    for (const [name, own] of Object.entries(ahead)) {
      test(`ignores ${name} when hours ahead of the others, with and without Date`, async () => {
        assert.equal(await serverTimeOf(busy(own), date(4)), at(4));
        assert.equal(await serverTimeOf(busy(own), {}), at(0));
      });
    }

    test('is that of its visitors when Date contradicts all of them', async () => {
      for (const seconds of [-86_400, -3600, 3600, 86_400])
        assert.equal(await serverTimeOf(busy(), date(seconds)), at(0));
    });

    test('is that of the newest event on a quiet site, as older ones may be hours old', async () => {
      const quiet = {
        visitors: [{ visitorId: 'a' }],
        recentEvents: [{ _id: '1', visitorId: 'a', timestamp: iso(0) }],
        recentPayments: [-10_800, -10_801, -20_000].map((seconds) => ({ _id: seconds, timestamp: iso(seconds) })),
      };
      assert.equal(await serverTimeOf({ data: quiet }, {}), at(0));
    });
  });

  test('is unknown without a time', async () => {
    assert.equal(await serverTimeOf({ data: { count: 3 } }, {}), null);
    assert.equal(await serverTimeOf({ data: { count: 3 } }, { date: 'soon', age: '5' }), null);
  });
});
