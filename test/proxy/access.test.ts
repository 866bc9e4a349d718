import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientAddress } from '../../src/proxy/client-address.ts';
import { createRateLimiter } from '../../src/proxy/rate-limit.ts';
import { startProxy } from './start.ts';

describe('authorize', () => {
  const token = { authorization: 'Bearer team' };
  const authorize = (request: Request): boolean => request.headers.get('authorization') === 'Bearer team';
  const routes = ['/', '/stream', '/badge.svg', '/badge.json', '/map.svg'];

  it('rejects requests without permission, except for /health', async (t) => {
    const { get, upstream } = await startProxy(t, { authorize });
    for (const path of routes) {
      for (const method of ['GET', 'HEAD']) {
        const reply = await get(path, { 'if-none-match': '*' }, method);
        assert.equal(reply.status, 401, path);
        assert.equal(reply.headers['cache-control'], 'private, no-store');
        if (method === 'GET') assert.equal(reply.error().reason, 'unauthorized');
      }
    }
    assert.equal((await get('/health')).status, 200);
    assert.equal((await get('/', {}, 'OPTIONS')).status, 204);
    assert.equal(upstream.requests.length, 0);
  });

  it('makes every answer uncacheable, and answers 304 only with permission', async (t) => {
    const { get } = await startProxy(t, { authorize });
    const reply = await get('/', token);
    assert.equal(reply.status, 200);
    assert.equal(reply.headers['cache-control'], 'private, no-store');
    const again = await get('/', { ...token, 'if-none-match': reply.headers.etag! });
    assert.equal(again.status, 304);
    assert.equal(again.headers['cache-control'], 'private, no-store');
    for (const { headers } of [reply, again]) assert.equal(headers['cdn-cache-control'], undefined);
    assert.equal((await get('/', { 'if-none-match': reply.headers.etag! })).status, 401);
  });

  const answers: [what: string, authorize: () => unknown, status: number][] = [
    ['it returns true', () => true, 200],
    ['it resolves to a user', () => Promise.resolve({ name: 'ada' }), 200],
    ['it returns nothing', () => undefined, 401],
    ['it resolves to null', () => Promise.resolve(null), 401],
    [
      'it throws',
      () => {
        throw new Error('df_secret');
      },
      401,
    ],
    ['it rejects', () => Promise.reject(new Error('df_secret')), 401],
  ];
  for (const [what, given, status] of answers) {
    it(`answers ${status} when ${what}`, async (t) => {
      const { get, log } = await startProxy(t, { authorize: given });
      const reply = await get();
      assert.equal(reply.status, status);
      assert.ok(!`${reply.bytes.toString()}${log.join()}`.includes('secret'));
    });
  }

  it('receives the original request', async (t) => {
    const seen: string[] = [];
    const { get } = await startProxy(t, {
      basePath: '/live',
      authorize: ({ url, method, headers }) =>
        seen.push(`${method} ${new URL(url).pathname}${new URL(url).search} ${headers.get('cookie')}`),
    });
    await get('/live?team=1', { cookie: 'session=x' });
    assert.deepEqual(seen, ['GET /live?team=1 session=x']);
  });
});

describe('rateLimit', () => {
  it('answers 429 with the seconds to wait, and accepts the client afterwards', async (t) => {
    const { get, clock } = await startProxy(t, { rateLimit: { requests: 3, seconds: 60 } });
    for (let request = 0; request < 3; request++) assert.equal((await get()).status, 200);
    clock.passSeconds(20.5);
    const refused = await get('/badge.json');
    assert.equal(refused.status, 429);
    assert.equal(refused.headers['retry-after'], '40');
    assert.equal(refused.headers['cache-control'], 'no-store');
    assert.equal(refused.error().reason, 'rate-limited');
    assert.equal((await get('/health')).status, 200);
    clock.passSeconds(39.5);
    assert.equal((await get()).status, 200);
  });

  it('does not call authorize for rate-limited clients', async (t) => {
    let asked = 0;
    const { get } = await startProxy(t, {
      rateLimit: { requests: 2, seconds: 60 },
      authorize: () => ++asked && false,
    });
    for (let request = 0; request < 5; request++) await get();
    assert.equal(asked, 2);
  });

  it('distinguishes clients by X-Forwarded-For only if the proxy is trusted', async (t) => {
    const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });
    const rateLimit = { requests: 1, seconds: 60 };
    const behind = await startProxy(t, { rateLimit: { ...rateLimit, trustProxy: 1 } });
    assert.equal((await behind.get('/', from('192.0.2.1'))).status, 200);
    assert.equal((await behind.get('/', from('192.0.2.2'))).status, 200);
    assert.equal((await behind.get('/', from('203.0.113.9, 192.0.2.1'))).status, 429);
    const bare = await startProxy(t, { rateLimit });
    assert.equal((await bare.get('/', from('192.0.2.1'))).status, 200);
    assert.equal((await bare.get('/', from('192.0.2.2'))).status, 429);
  });

  it('tracks a bounded number of clients', () => {
    let now = 0;
    const waitFor = createRateLimiter({ requests: 1, seconds: 60, trustProxy: 0 }, () => now, 100);
    for (let client = 0; client < 1000; client++) assert.equal(waitFor(String(client)), 0);
    assert.equal(waitFor('999'), 60);
    assert.equal(waitFor('0'), 0);
    now += 60_000;
    assert.equal(waitFor('999'), 0);
    now -= 30_000;
    assert.equal(waitFor('999'), 0, 'a clock that is set back locks no client out');
  });

  const addresses: [peer: string | undefined, forwarded: string | null, trust: number, client: string][] = [
    ['192.0.2.1', '203.0.113.9', 0, '192.0.2.1'],
    ['192.0.2.1', null, 1, '192.0.2.1'],
    ['192.0.2.1', '203.0.113.9', 1, '203.0.113.9'],
    ['192.0.2.1', 'evil, 203.0.113.9', 1, '203.0.113.9'],
    ['192.0.2.1', 'evil, 203.0.113.9 , 198.51.100.2', 2, '203.0.113.9'],
    ['192.0.2.1', '203.0.113.9', 2, '203.0.113.9'],
    ['192.0.2.1', ' , ', 1, '192.0.2.1'],
    ['::ffff:192.0.2.1', null, 0, '192.0.2.1'],
    ['192.0.2.1', '203.0.113.9:4711', 1, '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', null, 0, '2001:db8:1:2'],
    ['2001:db8:1:2::1', null, 0, '2001:db8:1:2'],
    ['2001:DB8::1', null, 0, '2001:db8:0:0'],
    ['192.0.2.1', '[2001:db8:0001:2::1]:443', 1, '2001:db8:1:2'],
    [undefined, null, 0, ''],
  ];
  for (const [peer, forwarded, trust, client] of addresses) {
    it(`uses ${client} for peer ${peer} with ${forwarded} and ${trust} trusted hops`, () => {
      assert.equal(clientAddress(peer, forwarded, trust), client);
    });
  }
});
