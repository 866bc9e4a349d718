import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { after, before, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { LiveMapProxyOptions } from '../../src/proxy/index.ts';
import { renderLiveMap, type RenderOptions } from '../../src/server/index.ts';
import { get, KEY, type Reply } from '../proxy/start.ts';
import { answer, failure, raw, type Respond, snapshot, startUpstream, type TestUpstream } from '../proxy/upstream.ts';
import { publishedAnswer } from '../server/answers.ts';
import type { Program } from './program.ts';

const HERD = 100;
const PATIENCE_MS = 10_000;

/** Without the widest ages: the abbreviations of units differ by the version of Unicode's data. */
const withoutUnits = (html: string): string => html.replaceAll(/ data-widest="[^"]*"/g, '');

/** A proxy on the runtime, and the upstream that it alone has. */
interface Opened {
  url: string;
  /** How often it was called. */
  calls: () => number;
  respond: Respond;
  setClock: (aheadSeconds: number) => Promise<void>;
  get: (path?: string, headers?: Record<string, string>, method?: string) => Promise<Reply>;
}

/** What holds for the proxy on every runtime: one suite for all of them, over real HTTP. */
export function proxySuite(
  startRuntime: () => Promise<Program>,
  { streams, files = false }: { streams: boolean; files?: boolean },
): void {
  let runtime: Program;
  let upstream: TestUpstream;
  const opened = new Map<string, Opened>();

  before(async () => {
    upstream = await startUpstream();
    upstream.respond = (request, response) => {
      opened.get(new URL(request.url!, upstream.url).pathname.slice(1))!.respond(request, response);
    };
    runtime = await startRuntime();
  });

  after(async () => {
    upstream.close();
    await runtime.stop();
    assert.ok(!runtime.said().includes(KEY), 'the key is not printed');
  });

  async function open(options: LiveMapProxyOptions = {}): Promise<Opened> {
    const name = `proxy${opened.size}`;
    const url = `${runtime.url}/${name}`;
    const put = async (body: object): Promise<void> => {
      const { status } = await fetch(url, { method: 'PUT', body: JSON.stringify(body) });
      assert.equal(status, 204);
    };
    const proxy: Opened = {
      url,
      calls: () => upstream.requests.filter((request) => request.url === `/${name}`).length,
      respond: answer(snapshot()),
      setClock: (aheadSeconds) => put({ aheadSeconds }),
      get: (path = '', headers = {}, method = 'GET') => get(url + path, headers, method),
    };
    opened.set(name, proxy);
    await put({ options: { apiKey: KEY, upstream: new URL(`/${name}`, upstream.url).href, ...options } });
    return proxy;
  }

  const views: [what: string, snapshot: object | null, options: RenderOptions][] = [
    ['the map', publishedAnswer(100), { attributes: { 'proxy-url': '/live' } }],
    ['a country', publishedAnswer(14), { attributes: { fit: 'FR', borders: true }, lang: 'de' }],
    ['a globe', publishedAnswer(14), { attributes: { projection: 'globe' }, lang: 'fr' }],
    ['its loading state', null, {}],
  ];
  for (const [what, snapshot, options] of views) {
    it(`renders ${what} to the same HTML as every other runtime`, async () => {
      const body = JSON.stringify({ render: { snapshot, options } });
      // A visitor may become idle meanwhile.
      const before = withoutUnits(renderLiveMap(snapshot, options));
      const response = await fetch(`${runtime.url}/any`, { method: 'PUT', body });
      const html = withoutUnits(await response.text());
      if (html !== before) assert.equal(html, withoutUnits(renderLiveMap(snapshot, options)));
    });
  }

  it('publishes the snapshot', async () => {
    const proxy = await open();
    const { status, headers, snapshot } = await proxy.get();
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'application/json; charset=utf-8');
    assert.match(headers['cache-control']!, /s-maxage=\d+/);
    const { data, meta } = snapshot();
    assert.equal(data.count, 2);
    assert.equal(data.visitors[0]!.location.city, 'Denver');
    assert.doesNotMatch(JSON.stringify(data), /visitor-one|event-one|payment-one/);
    assert.equal(meta.stale, false);
    assert.equal(upstream.requests.at(-1)!.authorization, `Bearer ${KEY}`);
  });

  it('locates visitors known by place name only, with all place packs', async () => {
    const proxy = await open();
    const named = (visitorId: string, city: string, region: string | null, countryCode: string): object => ({
      visitorId,
      location: { city, region, countryCode },
    });
    const visitors = [
      named('visitor-one', 'Buffalo', 'US-NY', 'US'),
      named('visitor-two', 'Kyjov', null, 'CZ'),
      named('visitor-three', 'Nowhereville', 'BY', 'DE'),
    ];
    proxy.respond = answer(snapshot({ visitors }));
    const places = (await proxy.get()).snapshot().data.visitors.map(({ precision, longitude, latitude }) => {
      return `${precision} ${Math.round(longitude!)},${Math.round(latitude!)}`;
    });
    assert.deepEqual(places.sort(), ['city -79,43', 'city 17,49', 'region 12,48']);
  });

  it('answers 304 to If-None-Match, with one ETag for all encodings', async () => {
    const proxy = await open();
    const { etag = '' } = (await proxy.get()).headers;
    assert.match(etag, /^W\/"[\w-]+"$/);
    assert.equal((await proxy.get('', { 'accept-encoding': 'gzip' })).headers.etag, etag);
    const known = await proxy.get('', { 'if-none-match': etag });
    assert.deepEqual([known.status, known.bytes.length], [304, 0]);
    assert.equal((await proxy.get('', { 'if-none-match': '"other"' })).status, 200);
  });

  it('compresses only when Accept-Encoding allows it', async () => {
    const proxy = await open();
    const plain = await proxy.get();
    const zipped = await proxy.get('', { 'accept-encoding': 'gzip' });
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(zipped.headers['content-encoding'], 'gzip');
    assert.match(zipped.headers.vary!, /accept-encoding/i);
    assert.deepEqual(gunzipSync(zipped.bytes), plain.bytes);
  });

  it('answers HEAD and OPTIONS, and 405 to other methods', async () => {
    const proxy = await open();
    const head = await proxy.get('', {}, 'HEAD');
    assert.deepEqual([head.status, head.bytes.length], [200, 0]);
    assert.equal((await proxy.get('', {}, 'OPTIONS')).status, 204);
    const refused = await proxy.get('', {}, 'DELETE');
    assert.equal(refused.status, 405);
    assert.equal(refused.headers.allow, 'GET, HEAD, OPTIONS');
    assert.equal((await proxy.get('/elsewhere')).status, 404);
  });

  it('answers 412 when If-Match does not match', async () => {
    const proxy = await open();
    const { etag = '' } = (await proxy.get()).headers;
    for (const tag of [etag, '"other"']) assert.equal((await proxy.get('', { 'if-match': tag })).status, 412);
    assert.equal((await proxy.get('', { 'if-match': '*' })).status, 200);
  });

  it('sends Referrer-Policy: no-referrer and a sandboxed picture', async () => {
    const proxy = await open();
    const { headers } = await proxy.get('/map.svg');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.match(String(headers['content-security-policy']), /^default-src 'none'; .*sandbox$/);
  });

  const scriptUrl = 'https://cdn.example/dist/cdn/datafast-live-map.js';

  it('serves /embed with a policy that allows only its own script', async () => {
    const proxy = await open({ embed: { scriptUrl, ancestors: ['https://wiki.example'] } });
    const { status, headers, bytes } = await proxy.get('/embed?theme=dark&fit=nowhere&proxy-url=//evil.example');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /^default-src 'none'; script-src https:\/\/cdn\.example\/dist\/cdn\/; style-src 'sha256-/);
    assert.match(policy, /frame-ancestors 'self' https:\/\/wiki\.example; require-trusted-types-for 'script'/);
    assert.match(String(headers['permissions-policy']), /camera=\(\).*screen-wake-lock=\(self\)$/);
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    const html = bytes.toString();
    assert.match(html, /<datafast-live-map proxy-url=".\/" theme="dark" data-rendered/);
    assert.match(html, /<script type="module" src="https:\/\/cdn\.example\/dist\/cdn\/datafast-live-map\.js">/);
    assert.match(html, /"count":2/);
    const again = await proxy.get('/embed?theme=dark', { 'if-none-match': headers.etag! });
    assert.equal(again.status, 304, 'ignored parameters do not create another variant');
  });

  it('escapes query values in the /embed page', async () => {
    const proxy = await open({ embed: { scriptUrl } });
    const query = new URLSearchParams({ title: '</title><script>x</script>', label: '"><img src=x onerror=x>' });
    const html = (await proxy.get(`/embed?${query}`)).bytes.toString();
    assert.match(html, /<title>&lt;\/title&gt;&lt;script&gt;x&lt;\/script&gt;<\/title>/);
    assert.match(html, / label="&quot;&gt;&lt;img src=x onerror=x&gt;"/);
    assert.doesNotMatch(html, /<img|<script>/);
  });

  it(`${files ? 'serves' : 'does not serve'} the script of /embed itself`, async () => {
    const proxy = await open();
    const { status, bytes } = await proxy.get('/embed');
    assert.equal(status, files ? 200 : 404);
    if (!files) return;
    const [, script] = / src="(embed\/[^"]*)"/.exec(bytes.toString())!;
    const { headers } = await proxy.get(`/${script}`, { 'accept-encoding': 'gzip' });
    assert.equal(headers['content-type'], 'text/javascript; charset=utf-8');
    assert.equal(headers['content-encoding'], 'gzip');
    assert.match(headers['cache-control']!, /immutable/);
    assert.equal((await proxy.get(`/${script!.replace(/[^/]*$/, 'index.js')}`)).status, 404);
  });

  it('allows the headers requested in a preflight', async () => {
    const proxy = await open();
    const asked = { origin: 'https://shop.example', 'access-control-request-headers': 'authorization, x-a.b~!' };
    const { headers } = await proxy.get('', { ...asked, 'access-control-request-method': 'GET' }, 'OPTIONS');
    assert.equal(headers['access-control-allow-headers'], 'authorization,x-a.b~!');
  });

  it('sends the same Access-Control-Allow-Origin to every client when one origin is allowed', async () => {
    const proxy = await open({ allowedOrigins: ['https://shop.example'] });
    const requests: Record<string, string>[] = [
      {},
      { origin: 'https://shop.example' },
      { origin: 'https://evil.example' },
    ];
    for (const asked of requests) {
      assert.equal((await proxy.get('', asked)).headers['access-control-allow-origin'], 'https://shop.example');
    }
  });

  it('allows the listed origins and no others', async () => {
    const proxy = await open({ allowedOrigins: ['https://shop.example', 'https://*.team.example'] });
    const allowed = async (origin: string): Promise<string | undefined> =>
      (await proxy.get('', { origin })).headers['access-control-allow-origin'];
    assert.equal(await allowed('https://shop.example'), 'https://shop.example');
    assert.equal(await allowed('https://one.team.example'), 'https://one.team.example');
    for (const other of ['https://evil.example', 'https://team.example', 'https://a.one.team.example']) {
      assert.equal(await allowed(other), undefined);
    }
  });

  it('reports its status at /health', async () => {
    const proxy = await open();
    await proxy.get();
    const { status, json } = await proxy.get('/health');
    assert.equal(status, 200);
    assert.equal((json() as { status: string }).status, 'ok');
  });

  const faults: [what: string, respond: Respond, status: number, reason: string][] = [
    ['refuses the key', failure(401), 502, 'upstream-unauthorized'],
    ['asks for a pause', failure(429, { 'retry-after': '30' }), 503, 'upstream-rate-limited'],
    ['is broken', failure(500), 503, 'upstream-unavailable'],
    ['breaks off', raw(200, '{"status":"success","data":{'), 502, 'upstream-invalid'],
    ['says nothing', () => undefined, 504, 'upstream-unavailable'],
    ['resets the connection', (request) => request.socket.resetAndDestroy(), 503, 'upstream-unavailable'],
  ];
  for (const [what, respond, status, reason] of faults) {
    it(`answers ${status} ${reason} when the upstream ${what}`, async () => {
      const proxy = await open(status === 504 ? { timeoutMs: 500 } : {});
      proxy.respond = respond;
      const reply = await proxy.get();
      assert.equal(reply.status, status);
      assert.equal(reply.error().reason, reason);
      assert.equal(reply.headers['cache-control'], 'no-store');
      assert.ok(!reply.bytes.includes(KEY));
    });
  }

  it('rejects a redirect from the upstream', async () => {
    const [proxy, elsewhere] = [await open(), await open()];
    const location = new URL(`/${new URL(elsewhere.url).pathname.slice(1)}`, upstream.url).href;
    proxy.respond = raw(302, '', { location });
    const { status } = await proxy.get();
    assert.ok(status >= 500, String(status));
    assert.equal(elsewhere.calls(), 0);
  });

  it(`calls the upstream once for ${HERD} simultaneous viewers`, async () => {
    const proxy = await open();
    const held = hold(proxy);
    const viewers = Array.from({ length: HERD }, (_, index) =>
      proxy.get('', { 'accept-encoding': index % 2 ? 'gzip' : 'identity' }),
    );
    await held.called;
    held.release();
    const replies = await Promise.all(viewers);
    assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([200]));
    assert.equal(new Set(replies.map(({ headers }) => headers.etag)).size, 1);
    assert.equal(proxy.calls(), 1);
  });

  it('completes the upstream call when the viewer that triggered it disconnects', async () => {
    const proxy = await open();
    const held = hold(proxy);
    const leader = new AbortController();
    const left = fetch(proxy.url, { signal: leader.signal }).catch((error: unknown) => (error as Error).name);
    await held.called;
    const other = proxy.get();
    leader.abort();
    assert.equal(await left, 'AbortError');
    held.release();
    assert.equal((await other).status, 200);
    assert.equal((await proxy.get()).status, 200);
    assert.equal(proxy.calls(), 1);
  });

  it('serves the cached snapshot and refreshes it in the background', async () => {
    const proxy = await open();
    await proxy.get();
    const held = hold(proxy, answer(snapshot({ count: 7 })));
    await proxy.setClock(15);
    assert.equal((await proxy.get()).snapshot().data.count, 2, 'no viewer waits');
    await held.called;
    held.release();
    await until(async () => (await proxy.get()).snapshot().data.count === 7);
    assert.equal(proxy.calls(), 2);
  });

  it(streams ? 'streams each new snapshot' : 'answers 404 to /stream', async () => {
    const proxy = await open({ refreshSeconds: 2 });
    if (!streams) {
      assert.equal((await proxy.get('/stream')).status, 404);
      return;
    }
    const response = await fetch(`${proxy.url}/stream`);
    assert.match(response.headers.get('content-type')!, /^text\/event-stream/);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const received = async (count: number): Promise<void> => {
      while (!text.includes(`"count":${count},`)) text += (await reader.read()).value ?? assert.fail(`ended: ${text}`);
    };
    await received(2);
    proxy.respond = answer(snapshot({ count: 7 }));
    await received(7);
    await reader.cancel();
  });
}

/** The upstream answers when the test says so. */
function hold(proxy: Opened, respond: Respond = answer(snapshot())): { called: Promise<void>; release: () => void } {
  const waiting: [IncomingMessage, ServerResponse][] = [];
  let release = (): void => undefined;
  const called = new Promise<void>((resolve) => {
    proxy.respond = (...exchange) => {
      waiting.push(exchange);
      resolve();
    };
    release = () => {
      proxy.respond = respond;
      for (const exchange of waiting) respond(...exchange);
    };
  });
  return {
    called,
    release: () => {
      release();
    },
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await holds())) assert.ok(performance.now() < end, 'the condition was not met in time');
}
