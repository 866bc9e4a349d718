import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { startProxy } from './start.ts';
import { answer, failure, snapshot } from './upstream.ts';

const PICTURES = ['/badge.svg', '/map.svg'];
const ALL = [...PICTURES, '/badge.json'];

const origin = 'https://example.com';

describe('SVG pictures of the snapshot', () => {
  it('show the count', async (t) => {
    const { get, upstream } = await startProxy(t);
    for (const path of PICTURES) {
      const reply = await get(path);
      assert.equal(reply.status, 200, path);
      assert.equal(reply.headers['content-type'], 'image/svg+xml; charset=utf-8');
      assert.equal(reply.headers['x-content-type-options'], 'nosniff');
      const policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
      assert.equal(reply.headers['content-security-policy'], policy);
      const again = await get(path, { 'if-none-match': reply.headers.etag! });
      assert.deepEqual([again.status, again.headers['content-security-policy']], [304, policy]);
      assert.match(reply.bytes.toString(), /<title>2 people here<\/title>/);
    }
    const badge = await get('/badge.json');
    assert.equal(badge.headers['content-type'], 'application/json; charset=utf-8');
    assert.deepEqual(badge.json(), {
      schemaVersion: 1,
      label: 'live visitors',
      message: '2',
      color: '#1d5fd1',
      cacheSeconds: 10,
    });
    assert.equal(upstream.requests.length, 1, 'one call for all');
  });

  for (const path of ALL) {
    it(`${path} is cached, compressed and revalidated as the snapshot is`, async (t) => {
      const { get, clock } = await startProxy(t);
      const plain = await get(path);
      clock.passSeconds(3.5);
      const packed = await get(path, { 'accept-encoding': 'gzip' });
      assert.equal(packed.headers['content-encoding'], 'gzip');
      assert.deepEqual(gunzipSync(packed.bytes), plain.bytes);
      assert.equal(packed.headers.etag, plain.headers.etag);
      assert.match(packed.headers['cache-control']!, /^public, s-maxage=7$/);
      assert.equal(packed.headers.vary, 'Accept-Encoding');
      const again = await get(path, { 'if-none-match': plain.headers.etag! });
      assert.equal(again.status, 304);
      assert.equal(again.bytes.length, 0);
      const head = await get(path, {}, 'HEAD');
      assert.equal(head.headers['content-length'], plain.headers['content-length']);
      assert.equal(head.bytes.length, 0);
      assert.equal((await get(path, {}, 'POST')).status, 405);
      assert.equal((await get(`${path}/`)).status, 404);
    });

    it(`${path} is an uncacheable picture when there is no snapshot`, async (t) => {
      const { get, upstream, clock } = await startProxy(t, { respond: failure(500) });
      const reply = await get(path);
      assert.equal(reply.status, 200);
      assert.equal(reply.headers['cache-control'], 'no-store');
      assert.match(reply.bytes.toString(), /n\/a|—/);
      assert.doesNotMatch(reply.bytes.toString(), /upstream|DataFast/);
      upstream.respond = answer(snapshot());
      clock.passSeconds(60);
      const healed = await get(path);
      assert.match(healed.bytes.toString(), /"2"|2 people here/);
      assert.match(healed.headers['cache-control']!, /^public/);
    });
  }

  it('are available below the base path', async (t) => {
    const { get } = await startProxy(t, { basePath: '/live' });
    for (const path of ALL) {
      assert.equal((await get(`/live${path}`)).status, 200, path);
      assert.equal((await get(path)).status, 404, path);
    }
  });

  it('accept a theme and ignore other parameters', async (t) => {
    const { get } = await startProxy(t);
    for (const path of PICTURES) {
      const etag = async (query: string): Promise<string> => (await get(path + query)).headers.etag!;
      const auto = await etag('');
      const light = await etag('?theme=light');
      const dark = await etag('?theme=dark');
      assert.equal(new Set([auto, light, dark]).size, 3);
      for (const query of ['?theme=auto', '?theme=blue', '?lang=en', '?lang=tlh', '?v=2', '?theme', '?%']) {
        assert.equal(await etag(query), auto, query);
      }
      assert.equal(await etag('?utm_source=x&theme=dark'), dark);
    }
    assert.equal((await get('/badge.json?theme=dark')).headers.etag, (await get('/badge.json')).headers.etag);
  });

  it('show n/a when the upstream sends no count', async (t) => {
    const { get } = await startProxy(t, { respond: answer(snapshot({ count: null })) });
    assert.match((await get('/badge.svg')).bytes.toString(), />n\/a<\/text>/);
    assert.match((await get('/map.svg')).bytes.toString(), />—<\/text>/);
    assert.equal(((await get('/badge.json')).json() as { isError: boolean }).isError, true);
  });

  it('show n/a once the snapshot is older than its window, although it is still served', async (t) => {
    const { get, upstream, clock, settled } = await startProxy(t, { staleSeconds: 3600 });
    await get();
    upstream.respond = failure(500);
    const numberAfter = async (seconds: number): Promise<string> => {
      clock.passSeconds(seconds);
      await get();
      await settled();
      return ((await get('/badge.json')).json() as { message: string }).message;
    };
    assert.equal(await numberAfter(599), '2');
    assert.equal(await numberAfter(2), 'n/a');
    assert.equal((await get()).status, 200);
  });

  it('contain no name, page, address or id of a visitor', async (t) => {
    const { get } = await startProxy(t);
    for (const path of ALL) {
      assert.doesNotMatch(
        (await get(path)).bytes.toString(),
        /visitor-|event-|payment-one|pricing|Denver|signup|29\.99/,
      );
    }
  });

  // An `<img>` names no origin.
  for (const [what, options, policy] of [
    ['may be embedded by any site', {}, 'cross-origin'],
    [
      'may be embedded by any site when allowedOrigins limits the snapshot',
      { allowedOrigins: [origin] },
      'cross-origin',
    ],
    ['may be embedded only by the own site without allowed origins', { allowedOrigins: [] }, 'same-origin'],
    [
      'may be embedded only by the own site with authorize',
      { allowedOrigins: [origin], authorize: () => true },
      'same-origin',
    ],
  ] as const) {
    it(what, async (t) => {
      const { get } = await startProxy(t, options);
      for (const path of ['/badge.svg', '/map.svg']) {
        assert.equal((await get(path)).headers['cross-origin-resource-policy'], policy);
      }
    });
  }
});
