import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import type { LiveMapProxyOptions } from '../../src/proxy/index.ts';
import { repeatResponses } from '../../src/proxy/repeated-responses.ts';
import type { RequestContext } from '../../src/proxy/context.ts';
import type { ResponseInfo } from '../../src/proxy/response-info.ts';
import { pick, randomFrom } from '../../src/simulator/random.ts';
import { startProxy, type Reply, type TestProxy } from './start.ts';
import { crowd, failure, type Respond } from './upstream.ts';

interface Asked {
  method?: string;
  path?: string;
  query?: string;
  headers?: Record<string, string>;
  context?: RequestContext;
}

/** A handler that reads two headers and counts its calls, behind a clock and a version. */
function start(caching = 'public, s-maxage=10') {
  const state = { now: 1_000_200, version: 1, sameForMs: 5000, handled: 0 };
  const handler = repeatResponses(
    (request) => {
      state.handled++;
      const text = `${request.header('accept-encoding')} ${request.header('if-none-match')}`;
      return { status: 200, headers: { 'Cache-Control': caching, 'X-Read': text }, body: null };
    },
    () => state.now,
    state,
  );
  const ask = ({ method = 'GET', path = '/', query = '', headers = {}, context = {} }: Asked = {}): ResponseInfo => {
    const header = (name: string): string | null => headers[name] ?? null;
    const toRequest = (): Request => new Request(`http://x${path}`);
    return handler({ method, path, query, header, toRequest }, context) as ResponseInfo;
  };
  /** How often requests were handled, one after the other. */
  const handledOf = (...requests: Asked[]): number => {
    const before = state.handled;
    for (const request of requests) ask(request);
    return state.handled - before;
  };
  return { state, ask, handledOf };
}

const gzip = { 'accept-encoding': 'gzip' };

describe('a repeated request', () => {
  it('gets the response of the first, whatever was not read of it', () => {
    const { ask, handledOf } = start();
    const first = ask({ headers: gzip });
    assert.equal(ask({ headers: { ...gzip, 'user-agent': 'another' } }), first);
    assert.equal(handledOf({ headers: gzip }), 0);
  });

  const others: Record<string, Asked> = {
    'another value of a header that was read': { headers: { 'accept-encoding': 'br' } },
    'a header that was absent': { headers: { ...gzip, 'if-none-match': '"a"' } },
    'another path': { headers: gzip, path: '/map.svg' },
    'another query': { headers: gzip, query: 'theme=dark' },
    'another method': { headers: gzip, method: 'HEAD' },
    'other encoders': { headers: gzip, context: { encoders: {} } },
    'other files': { headers: gzip, context: { files: { names: new Set(), read: () => Promise.reject(new Error()) } } },
  };
  for (const [what, other] of Object.entries(others)) {
    it(`is no request with ${what}`, () => {
      const { handledOf } = start();
      assert.equal(handledOf({ headers: gzip }, other), 2);
    });
  }

  it('is handled again in the next second, after a change, and when the clock is set back', () => {
    const { state, handledOf } = start();
    assert.equal(handledOf({}, {}), 1);
    state.now = 1_000_999;
    assert.equal(handledOf({}), 0);
    state.now = 1_001_000;
    assert.equal(handledOf({}), 1, 'the next second');
    state.version++;
    assert.equal(handledOf({}), 1, 'a change');
    state.now -= 500;
    assert.equal(handledOf({}), 1, 'set back');
    state.now += 0.5;
    assert.equal(handledOf({}), 0);
  });

  it('is handled again as soon as time alone may change the response', () => {
    const { state, handledOf } = start();
    state.sameForMs = 300;
    assert.equal(handledOf({}), 1);
    state.now += 299;
    assert.equal(handledOf({}), 0);
    state.now += 1;
    assert.equal(handledOf({}), 1);
    state.sameForMs = 0;
    state.now += 300;
    assert.equal(handledOf({}, {}), 2, 'an old snapshot');
  });

  for (const caching of ['no-store', 'private, no-store']) {
    it(`is handled again where its response is ${caching}`, () => {
      assert.equal(start(caching).handledOf({}, {}), 2);
    });
  }

  it('is repeated for a bounded number of others', () => {
    const { handledOf } = start();
    const hostile = Array.from({ length: 1000 }, (_, index) => ({ query: String(index) }));
    handledOf({}, ...hostile);
    assert.equal(handledOf({}), 1, 'the oldest is gone');
    assert.equal(handledOf({ query: '999' }), 0);
  });
});

describe('a proxy that repeats responses', () => {
  const METHODS = ['GET', 'GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'POST'];
  const PATHS = ['/', '/', '/', '/badge.json', '/badge.svg?theme=dark', '/map.svg?lang=de', '/health', '/none'];
  const ORIGINS = ['https://a.example', 'https://b.example', 'https://foreign.example', null];
  const CODINGS = ['gzip', 'br, gzip', 'identity', null];
  /** In ms; the last ones bring the next answer. */
  const STEPS = [0, 0, 0, 1, 250, 999, 1000, 4000, 10_000, 100_000, -500];

  const options: LiveMapProxyOptions = { allowedOrigins: ['https://a.example', 'https://b.example'] };
  // Each request counts, so that none is repeated.
  const handled = { ...options, rateLimit: { requests: 1_000_000, seconds: 60, trustProxy: 0 } };

  for (const seed of [1, 2, 3]) {
    for (const more of [{}, { delaySeconds: 20 }]) {
      it(`answers as one that handles each, ${JSON.stringify(more)}, series ${seed}`, async (t) => {
        const random = randomFrom(seed);
        // Pauses after failures are as long for both.
        t.mock.method(Math, 'random', () => 0.5);
        const proxies = [
          await startProxy(t, { ...options, ...more, respond: unreliable() }),
          await startProxy(t, { ...handled, ...more, respond: unreliable() }),
        ];
        let etag = '"none"';
        for (let request = 0; request < 150; request++) {
          const step = pick(random, STEPS);
          for (const { clock } of proxies) clock.passSeconds(step / 1000);
          const [method, path] = [pick(random, METHODS), pick(random, PATHS)];
          const [origin, coding] = [pick(random, ORIGINS), pick(random, CODINGS)];
          const headers = {
            ...(origin && { origin }),
            ...(coding && { 'accept-encoding': coding }),
            ...(random() < 0.3 && { 'if-none-match': etag }),
            ...(random() < 0.1 && { 'if-match': etag }),
          };
          const repeats = 1 + Math.floor(random() * 3);
          for (let repeat = 0; repeat < repeats; repeat++) {
            const [repeated, expected] = await Promise.all(proxies.map((proxy) => view(proxy, path, headers, method)));
            assert.deepEqual(repeated, expected, `${method} ${path} ${JSON.stringify(headers)} after ${step} ms`);
            etag = repeated?.headers.etag ?? etag;
          }
        }
      });
    }
  }
});

/** Every fifth call fails; each answer has another count. */
function unreliable(): Respond {
  let calls = 0;
  const fails = failure(503);
  return (request, response) => {
    if (++calls % 5 === 0) fails(request, response);
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(crowd(calls)));
  };
}

async function view(
  proxy: TestProxy,
  ...[path, headers, method]: Parameters<TestProxy['get']>
): Promise<Pick<Reply, 'status' | 'headers'> & { bytes: string }> {
  const { status, headers: given, bytes } = await proxy.get(path, headers, method);
  await proxy.settled();
  return { status, headers: given, bytes: createHash('sha256').update(bytes).digest('hex') };
}
