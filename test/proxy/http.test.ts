import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import type { PublishedHistory } from '../../src/protocol/published.ts';
import { createLiveMapProxy } from '../../src/proxy/index.ts';
import { type Encoders, webEncoders } from '../../src/proxy/encoders.ts';
import { chosenCoding } from '../../src/proxy/negotiation.ts';
import { startProxy } from './start.ts';
import { answer, failure, snapshot } from './upstream.ts';

describe('GET /', () => {
  it('answers the documented shape with meta', async (t) => {
    const { get } = await startProxy(t);
    const reply = await get();
    assert.equal(reply.status, 200);
    assert.equal(reply.headers['content-type'], 'application/json; charset=utf-8');
    assert.equal(reply.headers['x-content-type-options'], 'nosniff');
    assert.equal(reply.headers.date, 'Mon, 23 Nov 2026 12:00:00 GMT');
    assert.equal(reply.headers.age, undefined);
    const body = reply.snapshot();
    assert.deepEqual(body.meta, {
      version: 1,
      generatedAt: '2026-11-23T12:00:00.000Z',
      windowSeconds: 600,
      refreshSeconds: 10,
      stale: false,
      idEpoch: '2026-11-23',
      history: { stepSeconds: 60, counts: [...new Array<null>(29).fill(null), 2] },
    });
    assert.ok(parseSnapshot(body).ok);
    assert.equal(body.data.count, 2);
  });

  it('has the count of each requested minute, also during an outage', async (t) => {
    const { get, upstream, clock, settled } = await startProxy(t, { staleSeconds: 60 });
    const look = async () => {
      await get();
      await settled();
      return get();
    };
    for (const count of [3, 4, 5]) {
      upstream.respond = answer(snapshot({ count }));
      await look();
      clock.passSeconds(60);
    }
    upstream.respond = failure(503);
    for (let minute = 0; minute < 3; minute++) {
      await look();
      clock.passSeconds(60);
    }
    upstream.respond = answer(snapshot({ count: 0 }));
    // The pauses after failures are over.
    clock.passSeconds(600);
    const { history } = (await look()).snapshot().meta;
    assert.deepEqual(history?.counts.slice(-17), [3, 4, 5, ...new Array<null>(13).fill(null), 0]);
    assert.equal(upstream.requests.length, 3 + 3 + 1, 'the history causes no call');
  });

  it('limits the history to the configured length, and omits it when off', async (t) => {
    for (const historyMinutes of [0, 1, 120]) {
      const { get } = await startProxy(t, { historyMinutes });
      const { meta } = (await get()).snapshot();
      assert.equal(meta.history?.counts.length ?? 0, historyMinutes);
      assert.equal('history' in meta, historyMinutes > 0);
    }
  });

  it('is cacheable by shared caches until the next answer is due, and never fresh for a browser', async (t) => {
    const { get, clock } = await startProxy(t);
    await get();
    clock.passSeconds(3.5);
    const { headers } = await get();
    assert.equal(headers['cache-control'], 'public, s-maxage=7');
    assert.equal(headers['cdn-cache-control'], 'max-age=7, stale-while-revalidate=10');
    // What a browser would guess a time from.
    for (const name of ['expires', 'last-modified', 'age', 'pragma']) assert.equal(headers[name], undefined);
    const again = await get('/', { 'if-none-match': headers.etag! });
    assert.equal(again.status, 304);
    assert.equal(again.headers['cache-control'], headers['cache-control']);
    assert.equal(again.headers['cdn-cache-control'], headers['cdn-cache-control']);
    clock.passSeconds(30);
    assert.equal((await get()).headers['cache-control'], 'public, s-maxage=1', 'while a new one is fetched');
  });

  it('reports in Server-Timing whether the viewer waited for DataFast', async (t) => {
    const { get, clock, settled, upstream } = await startProxy(t);
    const timing = async (headers = {}) => (await get('/', headers)).headers['server-timing'];
    assert.equal(await timing(), 'cache;desc=miss');
    assert.equal(await timing(), 'cache;desc=hit');
    const { etag = '' } = (await get()).headers;
    assert.equal(await timing({ 'if-none-match': etag }), 'cache;desc=hit', 'also at a 304');
    assert.equal((await get('/badge.svg')).headers['server-timing'], 'cache;desc=hit');
    clock.passSeconds(11);
    assert.equal(await timing(), 'cache;desc=stale', 'while the next one is fetched');
    await settled();
    assert.equal(await timing(), 'cache;desc=hit');
    upstream.respond = failure(500);
    clock.passSeconds(100);
    assert.equal(await timing(), 'cache;desc=stale', 'after an awaited failure');
    assert.equal((await get('/health')).headers['server-timing'], undefined);
  });

  it('is not cacheable when it is an error', async (t) => {
    const { get } = await startProxy(t, { respond: failure(500) });
    for (const path of ['/', '/badge.svg', '/badge.json', '/other', '/health']) {
      const { headers } = await get(path);
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['cdn-cache-control'], undefined);
    }
  });

  it('ignores the query', async (t) => {
    const { get, upstream } = await startProxy(t);
    await get('/?a=1');
    assert.equal((await get('/?b=2')).status, 200);
    assert.equal(upstream.requests.length, 1);
  });

  it('has count null when the upstream sends none', async (t) => {
    const { get } = await startProxy(t, { respond: answer({ status: 'success', data: [{ visitors: [] }] }) });
    assert.equal((await get()).snapshot().data.count, null);
  });
});

describe('conditional requests', () => {
  it('answer 304 for the same snapshot, with any list of tags and any encoding', async (t) => {
    const { get } = await startProxy(t);
    const etag = (await get('/', { 'accept-encoding': 'gzip' })).headers.etag!;
    assert.match(etag, /^W\/"[\w-]+"$/);
    assert.equal((await get()).headers.etag, etag);
    for (const value of [etag, etag.slice(2), `"other", ${etag}`, '*', `W/"x",${etag} `]) {
      const reply = await get('/', { 'if-none-match': value });
      assert.equal(reply.status, 304, value);
      assert.equal(reply.bytes.length, 0);
      assert.equal(reply.headers.etag, etag);
      assert.equal(reply.headers.vary, 'Accept-Encoding');
      assert.match(reply.headers['cache-control']!, /s-maxage/);
      assert.equal(reply.headers['access-control-allow-origin'], '*');
    }
    assert.equal((await get('/', { 'if-none-match': '"other"' })).status, 200);
  });

  it('answer 200 when the snapshot has changed or has become stale', async (t) => {
    const { get, upstream, clock, settled } = await startProxy(t);
    const first = (await get()).headers.etag!;
    clock.passSeconds(10);
    await get();
    await settled();
    const second = await get('/', { 'if-none-match': first });
    assert.equal(second.status, 200);
    upstream.respond = failure(500);
    clock.passSeconds(10);
    await get();
    await settled();
    const stale = await get('/', { 'if-none-match': second.headers.etag! });
    assert.equal(stale.status, 200);
    assert.equal(stale.snapshot().meta.stale, true);
  });
});

describe('If-Match', () => {
  it('answers 412 for every entity tag, as weak tags never match strongly', async (t) => {
    const { get, upstream } = await startProxy(t);
    const { etag = '' } = (await get()).headers;
    for (const path of ['/', '/badge.svg', '/health', '/stream']) {
      for (const value of ['"other"', etag, etag.slice(2), '"a", "b"', '']) {
        const reply = await get(path, { 'if-match': value, 'if-none-match': etag });
        assert.equal(reply.status, 412, `${path} ${value}`);
        assert.equal(reply.error().reason, 'precondition-failed');
        assert.equal(reply.headers['cache-control'], 'no-store');
      }
    }
    const head = await get('/', { 'if-match': '"other"' }, 'HEAD');
    assert.deepEqual([head.status, head.bytes.length], [412, 0]);
    assert.equal(upstream.requests.length, 1);
  });

  it('accepts *, and is ignored when the answer is not 2xx', async (t) => {
    const { get } = await startProxy(t);
    const { etag = '' } = (await get('/', { 'if-match': '*' })).headers;
    assert.equal((await get('/', { 'if-match': '*', 'if-none-match': etag })).status, 304);
    assert.equal((await get('/other', { 'if-match': '"x"' })).status, 404);
    assert.equal((await get('/', { 'if-match': '"x"' }, 'OPTIONS')).status, 204);
    assert.equal((await get('/', { 'if-match': '"x"' }, 'POST')).status, 405);
    const guarded = await startProxy(t, { authorize: () => false });
    assert.equal((await guarded.get('/', { 'if-match': '"x"' })).status, 401);
  });
});

describe('every answer', () => {
  it('has WWW-Authenticate with 401, and always Referrer-Policy: no-referrer', async (t) => {
    const { get } = await startProxy(t, { authorize: (request) => request.headers.has('authorization') });
    for (const path of ['/', '/stream', '/badge.svg', '/badge.json', '/map.svg']) {
      const reply = await get(path);
      assert.equal(reply.status, 401);
      assert.match(reply.headers['www-authenticate'] ?? '', /^Bearer realm="[^"]+"$/, path);
    }
    const member = { authorization: 'Bearer x' };
    const replies = [
      await get(),
      await get('/', member),
      await get('/health'),
      await get('/other'),
      await get('/', {}, 'PUT'),
    ];
    assert.deepEqual(
      replies.map(({ status, headers }) => [status, headers['referrer-policy']]),
      [401, 200, 200, 404, 405].map((status) => [status, 'no-referrer']),
    );
    assert.equal(replies[1]!.headers['www-authenticate'], undefined);
  });

  it('requires one valid Host', async () => {
    const proxy = createLiveMapProxy({ sampleData: true });
    const status = async (host: string): Promise<number> =>
      (await proxy.fetch(new Request('http://localhost/', { headers: { host } }))).status;
    for (const host of [
      'example.com',
      'example.com:8787',
      '127.0.0.1',
      '[::1]:80',
      'a_b.example',
      'xn--bcher-kva.example',
      '',
    ]) {
      assert.equal(await status(host), 200, host);
    }
    for (const host of [
      'a.example, b.example',
      'a.example,b.example',
      'a b',
      'a.example/',
      'user@a.example',
      'a:b',
      '[::1',
      'ü.example',
    ]) {
      assert.equal(await status(host), 400, host);
    }
  });
});

describe('compression', () => {
  const both: Encoders = { br: (body) => Promise.resolve(body), gzip: (body) => Promise.resolve(body) };

  it('follows Accept-Encoding', async (t) => {
    const { get } = await startProxy(t);
    const plain = await get();
    const packed = await get('/', { 'accept-encoding': 'gzip' });
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(packed.headers['content-encoding'], 'gzip');
    assert.equal(plain.headers.vary, 'Accept-Encoding');
    assert.equal(packed.headers.vary, 'Accept-Encoding');
    assert.equal(Number(packed.headers['content-length']), packed.bytes.length);
    assert.deepEqual(gunzipSync(packed.bytes), plain.bytes);
  });

  const cases: [header: string | null, brought: Encoders, coding: string | null][] = [
    [null, both, null],
    ['', both, null],
    ['identity', both, null],
    ['gzip', both, 'gzip'],
    ['GZIP', both, 'gzip'],
    ['x-gzip', both, 'gzip'],
    ['gzip, deflate, br', both, 'br'],
    ['gzip, deflate, br', webEncoders, 'gzip'],
    ['br;q=0.5, gzip', both, 'gzip'],
    ['br;q=1, gzip;q=0.5', webEncoders, 'gzip'],
    ['br', webEncoders, null],
    ['gzip;q=0.5, identity', both, null],
    ['gzip;q=0', both, null],
    ['gzip; q=0.000', both, null],
    ['gzip;q=-1', both, null],
    ['gzip;q=much', both, null],
    ['br;q=0, gzip;q=0, *', both, null],
    ['*', both, 'br'],
    ['*;q=0', both, null],
    ['gzip;q=0, *', both, 'br'],
    ['*;q=0, gzip', both, 'gzip'],
    ['notgzip', both, null],
  ];
  for (const [header, brought, coding] of cases) {
    it(`is ${coding} for ${JSON.stringify(header)} with ${Object.keys(brought).join(', ')}`, () => {
      assert.equal(chosenCoding(header, brought), coding);
    });
  }
});

describe('routes', () => {
  it('answer HEAD as GET without a body', async (t) => {
    const { get } = await startProxy(t);
    const whole = await get();
    const head = await get('/', {}, 'HEAD');
    assert.equal(head.status, 200);
    assert.equal(head.bytes.length, 0);
    for (const name of ['etag', 'content-length', 'content-type', 'cache-control', 'vary']) {
      assert.equal(head.headers[name], whole.headers[name], name);
    }
    assert.equal((await get('/health', {}, 'HEAD')).status, 200);
  });

  it('answer OPTIONS with the allowed methods', async (t) => {
    const { get, upstream } = await startProxy(t);
    // The last one is `OPTIONS *` in a `Request`, as Deno makes it.
    for (const path of ['/', '/stream', '/health', '/*']) {
      const reply = await get(path, {}, 'OPTIONS');
      assert.equal(reply.status, 204, path);
      assert.equal(reply.headers.allow, 'GET, HEAD, OPTIONS');
    }
    assert.equal(upstream.requests.length, 0);
  });

  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE']) {
    it(`answer 405 to ${method}`, async (t) => {
      const { get, upstream } = await startProxy(t);
      const reply = await get('/', {}, method);
      assert.equal(reply.status, 405);
      assert.equal(reply.headers.allow, 'GET, HEAD, OPTIONS');
      assert.equal(reply.error().reason, 'method-not-allowed');
      assert.equal(upstream.requests.length, 0);
    });
  }

  it('answer 404 elsewhere', async (t) => {
    const { get, upstream } = await startProxy(t);
    for (const path of ['/other', '//', '/health/', '/Health', '/..%2f', '/index.html']) {
      const reply = await get(path);
      assert.equal(reply.status, 404, path);
      assert.equal(reply.error().reason, 'not-found');
      assert.equal(reply.headers['cache-control'], 'no-store');
    }
    assert.equal((await get('/other', {}, 'OPTIONS')).status, 404);
    assert.equal((await get('/other', {}, 'POST')).status, 404);
    assert.equal(upstream.requests.length, 0);
  });

  for (const basePath of ['/live', '/live/', '/a b/ü']) {
    it(`are below the base path ${basePath}`, async (t) => {
      const { get } = await startProxy(t, { basePath: basePath.replace(' ', '%20') });
      const base = encodeURI(basePath.replace(/\/$/, ''));
      assert.equal((await get(base)).status, 200);
      assert.equal((await get(`${base}/`)).status, 200);
      assert.equal((await get(`${base}/health`)).status, 200);
      for (const path of ['/', '/health', `${base}x`, `${base}/other`, `/x${base}`]) {
        assert.equal((await get(path)).status, 404, path);
      }
    });
  }
});

describe('CORS', () => {
  const origin = 'https://example.com';
  const preflight = {
    origin,
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'authorization,x-team',
  };

  it('allows any origin by default, for errors too', async (t) => {
    const { get } = await startProxy(t);
    for (const reply of [await get('/', { origin }), await get('/'), await get('/other', { origin })]) {
      assert.equal(reply.headers['access-control-allow-origin'], '*');
      assert.equal(reply.headers['access-control-expose-headers'], 'Date, Age, ETag, Retry-After');
      assert.equal(reply.headers['cross-origin-resource-policy'], 'cross-origin');
      assert.ok(!reply.headers.vary?.includes('Origin'));
    }
  });

  it('answers a preflight', async (t) => {
    const { get } = await startProxy(t);
    const { status, headers } = await get('/', preflight, 'OPTIONS');
    assert.equal(status, 204);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['access-control-allow-methods'], 'GET, HEAD');
    assert.equal(headers['access-control-allow-headers'], 'authorization,x-team');
  });

  const names: [asked: string, allowed: string | undefined][] = [
    ['x-a.b', 'x-a.b'],
    ["authorization, x!#$%&'*+-.^_`|~9", "authorization,x!#$%&'*+-.^_`|~9"],
    [',x-a,,x-b,', 'x-a,x-b'],
    ['x-a, x b, x-c:d, (x), x-e', 'x-a,x-e'],
    ['', undefined],
    ['x y', undefined],
    [
      Array.from({ length: 100 }, (_, index) => `x-${index}`).join(),
      Array.from({ length: 40 }, (_, index) => `x-${index}`).join(),
    ],
  ];
  for (const [asked, allowed] of names) {
    it(`allows the valid names among the requested headers ${JSON.stringify(asked.slice(0, 40))}`, async () => {
      const proxy = createLiveMapProxy({ sampleData: true });
      const headers = { ...preflight, 'access-control-request-headers': asked };
      const response = await proxy.fetch(new Request('http://localhost/', { method: 'OPTIONS', headers }));
      assert.equal(response.headers.get('access-control-allow-headers') ?? undefined, allowed);
    });
  }

  it('sends a single allowed origin always, so that no cache stores an answer without it', async (t) => {
    const { get } = await startProxy(t, { allowedOrigins: [origin] });
    const asked: Record<string, string>[] = [{ origin }, {}, { origin: 'https://other.test' }, { origin: 'null' }];
    for (const path of ['/', '/badge.svg', '/other']) {
      for (const headers of asked) {
        const reply = await get(path, headers);
        assert.equal(reply.headers['access-control-allow-origin'], origin);
        assert.equal(reply.headers['access-control-allow-credentials'], 'true');
        assert.doesNotMatch(reply.headers.vary ?? '', /origin/i);
      }
    }
    const refused = await get('/', { ...preflight, origin: 'https://other.test' }, 'OPTIONS');
    assert.equal(refused.headers['access-control-allow-origin'], origin, 'another origin is allowed');
  });

  it('allows any one subdomain with a wildcard as the first label', async (t) => {
    const patterns = ['https://*.example.com', 'http://*.localhost:3000', 'https://one.test'];
    const { get } = await startProxy(t, { allowedOrigins: patterns });
    for (const allowed of [
      'https://www.example.com',
      'https://x-1_y.example.com',
      'http://a.localhost:3000',
      'https://one.test',
    ]) {
      const reply = await get('/', { origin: allowed });
      assert.equal(reply.headers['access-control-allow-origin'], allowed);
      assert.equal(reply.headers['access-control-allow-credentials'], 'true');
      assert.equal(reply.headers.vary, 'Accept-Encoding, Origin');
      const asked = await get('/', { ...preflight, origin: allowed }, 'OPTIONS');
      assert.equal(asked.headers['access-control-allow-headers'], 'authorization,x-team');
    }
    for (const other of [
      ...['https://example.com', 'https://a.b.example.com', 'https://.example.com', 'https://*.example.com'],
      ...['http://www.example.com', 'https://www.example.com:8443', 'https://www.example.com.evil.test'],
      ...['https://wwwexample.com', 'https://evil.test/.example.com', 'https://a.example.com@b'],
      ...['https://WWW.example.com', 'http://a.localhost', 'https://a.localhost:3000', 'null', 'https://two.one.test'],
    ]) {
      const reply = await get('/', { origin: other });
      assert.equal(reply.headers['access-control-allow-origin'], undefined, other);
      assert.equal(reply.headers.vary, 'Accept-Encoding, Origin');
    }
  });

  it('caches a bounded number of subdomains', async (t) => {
    const { get } = await startProxy(t, { allowedOrigins: ['https://*.example.com'] });
    for (let page = 0; page < 250; page++) {
      const { headers } = await get('/health', { origin: `https://p${page}.example.com` });
      assert.equal(headers['access-control-allow-origin'], `https://p${page}.example.com`);
    }
  });

  it('allows exactly the listed origins', async (t) => {
    const { get } = await startProxy(t, { allowedOrigins: [origin, 'http://localhost:3000'] });
    const allowed = await get('/', { origin });
    assert.equal(allowed.headers['access-control-allow-origin'], origin);
    assert.equal(allowed.headers.vary, 'Accept-Encoding, Origin');
    for (const other of ['https://example.com.evil.test', 'https://EXAMPLE.com', 'http://example.com', 'null', '*']) {
      const refused = await get('/', { origin: other });
      assert.equal(refused.status, 200);
      assert.equal(refused.headers['access-control-allow-origin'], undefined, other);
      assert.equal(refused.headers.vary, 'Accept-Encoding, Origin');
    }
    const refused = await get('/', { ...preflight, origin: 'https://other.test' }, 'OPTIONS');
    assert.equal(refused.headers['access-control-allow-origin'], undefined);
    assert.equal(refused.headers['access-control-allow-headers'], undefined);
  });

  it('allows none with an empty list', async (t) => {
    const { get } = await startProxy(t, { allowedOrigins: [] });
    const { headers } = await get('/', { origin });
    assert.deepEqual(
      Object.keys(headers).filter((name) => name.startsWith('access-control')),
      [],
    );
    assert.equal(headers.vary, 'Accept-Encoding');
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
  });
});

describe('GET /health', () => {
  it('makes no upstream call, and is ok until something fails', async (t) => {
    const { get, upstream, clock, settled } = await startProxy(t);
    const before = await get('/health');
    assert.equal(before.status, 200);
    assert.deepEqual(before.json(), { status: 'ok', ageSeconds: null, reason: null });
    assert.equal(before.headers['cache-control'], 'no-store');
    assert.equal(upstream.requests.length, 0);
    await get();
    clock.passSeconds(12.5);
    assert.deepEqual((await get('/health')).json(), { status: 'ok', ageSeconds: 12, reason: null });
    upstream.respond = failure(403);
    await get();
    await settled();
    assert.deepEqual((await get('/health')).json(), { status: 'ok', ageSeconds: 12, reason: 'upstream-forbidden' });
    clock.passSeconds(600);
    const ill = await get('/health');
    assert.equal(ill.status, 503);
    assert.deepEqual(ill.json(), { status: 'error', ageSeconds: null, reason: 'upstream-forbidden' });
    assert.equal(upstream.requests.length, 2);
    upstream.respond = answer(snapshot());
    await get();
    assert.deepEqual((await get('/health')).json(), { status: 'ok', ageSeconds: 0, reason: null });
  });
});

describe('sample data', () => {
  it('needs neither key nor upstream, and is labelled', async () => {
    const proxy = createLiveMapProxy({ sampleData: true, fetch: () => assert.fail('called') });
    const response = await proxy.fetch(new Request('http://localhost/'));
    assert.equal(response.status, 200);
    const body = (await response.json()) as { meta: { sample: boolean; history: PublishedHistory } };
    assert.equal(body.meta.sample, true);
    assert.equal(body.meta.history.counts.filter((count) => count! > 0).length, 30, 'it has a history from the start');
    const result = parseSnapshot(body);
    assert.ok(result.ok && result.snapshot.data.visitors.length > 0);
  });
});
