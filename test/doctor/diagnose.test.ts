import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startProxy } from '../proxy/start.ts';
import { answer, failure, raw, snapshot, type Respond } from '../proxy/upstream.ts';
import type { Subject } from '../../src/doctor/subject.ts';
import { look, PAGE, startServer } from './support.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const OPEN = { ...JSON_TYPE, 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=0, s-maxage=5' };
const NOW = Date.parse('2026-11-23T12:00:00.000Z');

/** As this package's proxy publishes it. */
function published(meta: Record<string, unknown> = {}): string {
  const visitors = [{ visitorId: 'a1', location: { city: 'Paris', region: null, countryCode: 'FR' } }];
  const generatedAt = new Date(NOW - 4000).toISOString();
  return JSON.stringify({
    status: 'success',
    meta: { version: 1, generatedAt, windowSeconds: 600, refreshSeconds: 10, stale: false, ...meta },
    data: { count: 1, visitors, recentEvents: [], recentPayments: [] },
  });
}

const DATED = { ...OPEN, date: new Date(NOW).toUTCString() };

describe('a healthy proxy', () => {
  it('with sample data has no problem, and every check is reported', async (t) => {
    const { url } = await startProxy(t, { sampleData: true, apiKey: undefined, upstream: undefined });
    const looked = await look(`${url}/`, {});
    assert.deepEqual(looked.reported('problem'), []);
    assert.equal(looked.isHealthy, true);
    const checks = new Set(looked.findings.map(({ check }) => check));
    for (const check of 'address reachable CORS status content shape people refresh age privacy caching transfer'.split(
      ' ',
    )) {
      assert.ok(checks.has(check), `${check} is missing`);
    }
    assert.match(looked.reported('ok').join('\n'), /is compressed.*\n.*not sent again \(304\)/);
    assert.match(looked.reported('note').join('\n'), /sample data/);
    assert.match(looked.printed, /Everything works\./);
  });

  it('in front of DataFast’s answer exposes no private data', async (t) => {
    const { url } = await startProxy(t, { allowedOrigins: [PAGE] });
    const looked = await look(`${url}/`);
    assert.deepEqual(looked.reported('problem'), []);
    assert.match(looked.reported('ok').join('\n'), /Found nothing that should not be public/);
  });

  it('that was idle gets time to refresh', async (t) => {
    let asked = 0;
    const { url } = await startServer(t, (request, response) => {
      raw(200, published({ stale: asked++ === 0 }), DATED)(request, response);
    });
    const waits: number[] = [];
    const wait = (ms: number): Promise<void> => (waits.push(ms), Promise.resolve());
    const looked = await look(url, {}, { wait });
    assert.deepEqual(looked.reported('problem'), []);
    assert.equal(waits.length, 1);
  });

  it('may always name a single origin without Vary, and one of several with Vary', async (t) => {
    for (const allowedOrigins of [[PAGE], ['https://*.example.com'], [PAGE, 'https://example.com']]) {
      const { url } = await startProxy(t, { allowedOrigins });
      const looked = await look(`${url}/`);
      assert.deepEqual(looked.reported('problem'), []);
      assert.match(looked.reported('ok').join('\n'), /CORS: Pages of https:\/\/www\.example\.com may read the answer/);
    }
  });

  it('accepts the headers that it allows, and credentials', async (t) => {
    const { url } = await startProxy(t, { allowedOrigins: [PAGE] });
    const looked = await look(`${url}/`, { headers: { 'X-Team': 'secret' }, credentials: true });
    assert.deepEqual(looked.reported('problem'), []);
    assert.match(looked.reported('ok').join('\n'), /preflight: CORS allows the element’s headers/);
    assert.doesNotMatch(looked.printed, /secret/);
  });
});

describe('a proxy with authorization', () => {
  const guarded: Respond = (request, response) => {
    const isAllowed = request.headers.authorization === 'Bearer team';
    const headers = { ...DATED, 'access-control-allow-origin': PAGE, 'access-control-allow-headers': 'authorization' };
    if (request.method === 'OPTIONS') response.writeHead(204, { ...headers, vary: 'Origin' }).end();
    else if (isAllowed) response.writeHead(200, { ...headers, vary: 'Origin' }).end(published());
    else failure(401, headers)(request, response);
  };

  it('is reported as such, with the flag to send the header', async (t) => {
    const { url } = await startServer(t, guarded);
    const looked = await look(url);
    assert.match(looked.reported('problem').join('\n'), /status: It answers 401: .*authorization.*--header/);
  });

  it('must not be cacheable in shared caches', async (t) => {
    const { url } = await startServer(t, guarded);
    const looked = await look(url, { headers: { authorization: 'Bearer team' } });
    assert.deepEqual(looked.reported('problem').length, 1, looked.printed);
    assert.match(looked.reported('problem')[0]!, /^caching: .*private, no-store/);
    assert.doesNotMatch(looked.printed, /Bearer team/);
  });

  it('must answer OPTIONS without authorization', async (t) => {
    const { url } = await startServer(t, (request, response) => {
      (request.method === 'OPTIONS' ? failure(401, OPEN) : raw(200, published(), DATED))(request, response);
    });
    const looked = await look(url, { headers: { 'x-team': 'secret' } });
    assert.match(looked.reported('problem').join('\n'), /^preflight: .*answered with 401/);
  });
});

interface Row {
  respond: Respond;
  problem: RegExp;
  /** Whether that alone leaves the map blank. */
  blank: boolean;
  origin?: string;
}

const rows: Record<string, Row> = {
  'no CORS header': {
    respond: raw(200, published(), { ...DATED, 'access-control-allow-origin': [] as never }),
    problem: /^CORS: There is no Access-Control-Allow-Origin.*--allowed-origin https:\/\/www\.example\.com/,
    blank: true,
  },
  'another origin allowed': {
    respond: raw(200, published(), { ...DATED, 'access-control-allow-origin': 'https://example.com' }),
    problem: /^CORS: It allows https:\/\/example\.com, not https:\/\/www\.example\.com/,
    blank: true,
  },
  'another subdomain allowed': {
    respond: raw(200, published(), { ...DATED, 'access-control-allow-origin': 'https://app.example.com' }),
    problem: /^CORS: It allows https:\/\/app\.example\.com, not .* https:\/\/\*\.example\.com allows both/,
    blank: true,
  },
  'a page': {
    respond: raw(200, '<!doctype html><title>Shop</title>', { 'content-type': 'text/html' }),
    problem: /^content: This is a page, not the proxy/m,
    blank: true,
  },
  'other JSON': { respond: raw(200, '{"ok":true}', OPEN), problem: /^shape: .*no snapshot/, blank: true },
  'cut off JSON': {
    respond: raw(200, published().slice(0, 60), OPEN),
    problem: /^content: .*not JSON, or cut off/,
    blank: true,
  },
  nothing: { respond: raw(200, '', OPEN), problem: /^content: The answer is empty/, blank: true },
  '404': {
    respond: raw(404, 'Not Found', { 'access-control-allow-origin': '*' }),
    problem: /^status: It answers 404: .*mounted/,
    blank: true,
  },
  '500': {
    respond: raw(500, 'Oops', { 'access-control-allow-origin': '*' }),
    problem: /^status: It answers 500/,
    blank: true,
  },
  'the error of a refused key': {
    respond: raw(502, JSON.stringify({ status: 'error', error: { code: 502, reason: 'upstream-unauthorized' } }), OPEN),
    problem: /^status: It answers 502: DataFast refuses the proxy’s API key/,
    blank: true,
  },
  'the error of a key without permission': {
    respond: raw(502, JSON.stringify({ status: 'error', error: { code: 502, reason: 'upstream-forbidden' } }), OPEN),
    problem: /^status: It answers 502: .*analytics:read, tracking is suspended, or the plan has no API access/,
    blank: true,
  },
  'an old answer': {
    respond: raw(200, published({ generatedAt: new Date(NOW - 600_000).toISOString() }), DATED),
    problem: /^age: The answer is 600 s old but not marked as stale/,
    blank: false,
  },
  'an answer that a cache has kept': {
    respond: raw(200, published(), { ...DATED, age: '500' }),
    problem: /^age: The answer is 504 s old/,
    blank: false,
  },
  'an answer that stays stale': {
    respond: raw(200, published({ stale: true }), DATED),
    problem: /^age: The proxy marks its answer as stale/,
    blank: false,
  },
  'caches that may keep it for long': {
    respond: raw(200, published(), { ...DATED, 'cache-control': 'public, max-age=3600' }),
    problem: /^caching: .*3600 s/,
    blank: false,
  },
  'browsers that may keep it for long, behind a CDN that adds a time of its own': {
    respond: raw(200, published(), { ...DATED, 'cache-control': 'public, s-maxage=5, max-age=14400' }),
    problem: /^caching: .*14400 s/,
    blank: false,
  },
  'a CDN that may keep it for long': {
    respond: raw(200, published(), { ...DATED, 'cdn-cache-control': 'max-age=3600' }),
    problem: /^caching: .*3600 s/,
    blank: false,
  },
  'an allowed origin without Vary': {
    respond: (request, response) => {
      const headers: Record<string, string> =
        request.headers.origin === PAGE ? { 'access-control-allow-origin': PAGE } : {};
      raw(200, published(), { ...JSON_TYPE, date: DATED.date, ...headers })(request, response);
    },
    problem: /^CORS: .*without Vary: Origin/,
    blank: false,
  },
  'a redirect to another origin': {
    respond: raw(302, '', { location: 'https://login.example.com/?next=secret' }),
    problem: /^redirect: It answers 302 and redirects to https:\/\/login\.example\.com\/\./,
    blank: true,
  },
  'visitors without a place': {
    respond: raw(200, published().replace('"FR"', 'null'), DATED),
    problem: /^people: No visitor has coordinates or a country/,
    blank: true,
  },
};

describe('a proxy that answers with', () => {
  for (const [name, { respond, problem, blank, origin = PAGE }] of Object.entries(rows)) {
    it(name, async (t) => {
      const { url } = await startServer(t, respond);
      const looked = await look(url, { origin });
      assert.match(looked.reported('problem').join('\n'), problem, looked.printed);
      assert.equal(looked.isHealthy, false);
      assert.match(
        looked.printed,
        blank ? /^The map stays blank because /m : /^The map works, but 1 problem needs fixing/m,
      );
      assert.doesNotMatch(looked.printed, /secret|: undefined|\[object/);
    });
  }
});

describe('a server that', () => {
  it('does not run', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const looked = await look(`http://127.0.0.1:${port}/`);
    assert.match(looked.reported('problem').join('\n'), /^reachable: Nothing listens at 127\.0\.0\.1:\d+/);
    assert.match(looked.printed, /^The map stays blank because nothing listens at the proxy’s address\.$/m);
  });

  it('closes the connection', async (t) => {
    const { url } = await startServer(t, (request) => request.socket.destroy());
    assert.match((await look(url)).reported('problem').join('\n'), /^reachable: .*closes the connection/);
  });

  it('never answers', async (t) => {
    const { url } = await startServer(t, () => undefined);
    const looked = await look(url, {}, { timeoutMs: 20 });
    assert.match(looked.reported('problem').join('\n'), /^reachable: .*timed out/);
  });

  it('sends a stream, whose end is not awaited', async (t) => {
    const { url } = await startServer(t, (_request, response) => {
      response.writeHead(200, { ...OPEN, 'content-type': 'Text/Event-Stream; charset=utf-8' }).write(':\n\n');
    });
    const looked = await look(`${url}stream`, {}, { timeoutMs: 20_000 });
    assert.match(looked.reported('problem').join('\n'), /^address: This is the proxy’s \/stream\./);
  });

  it('does not speak HTTP', async (t) => {
    const server = createServer((socket) => socket.on('error', () => undefined).end('220 mail.example ESMTP\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    assert.match((await look(`http://127.0.0.1:${port}/`)).reported('problem').join('\n'), /does not speak HTTP/);
  });

  it('declares gzip and sends none', async (t) => {
    const { url } = await startServer(t, raw(200, published(), { ...DATED, 'content-encoding': 'gzip' }));
    assert.match((await look(url)).reported('problem').join('\n'), /not compressed as its Content-Encoding says/);
  });

  it('redirects within its origin is followed once', async (t) => {
    const { url } = await startServer(t, (request, response) => {
      if (request.url === '/live/') raw(200, published(), DATED)(request, response);
      else raw(301, '', { ...OPEN, location: '/live/' })(request, response);
    });
    const looked = await look(`${url}live`);
    assert.deepEqual(looked.reported('problem'), []);
    assert.match(
      looked.reported('note').join('\n'),
      /redirect: It answers 301 and redirects to \S+\/live\/\. Use that as proxy-url/,
    );

    const { url: loop } = await startServer(t, raw(301, '', { ...OPEN, location: '/' }));
    assert.match((await look(loop)).reported('problem').join('\n'), /^redirect: /);
  });

  it('has its proxy at another path', async (t) => {
    const { url } = await startProxy(t, { sampleData: true, basePath: '/live' });
    const looked = await look(`${url}/`);
    assert.match(
      looked.reported('problem').join('\n'),
      /There is a live map proxy at \S+\/live: use that as proxy-url/,
    );
  });

  it('is requested at another route of the proxy', async (t) => {
    const { url } = await startProxy(t, { sampleData: true });
    const looked = await look(`${url}/stream`);
    assert.match(looked.reported('problem').join('\n'), /^address: This is the proxy’s \/stream/);
    assert.match((await look(`${url}/health`)).reported('problem').join('\n'), /remove \/health from proxy-url/);
  });

  it('neither compresses nor supports ETag gets a note', async (t) => {
    const long = JSON.stringify({ ...(JSON.parse(published()) as object), more: 'x'.repeat(2000) });
    const { url } = await startServer(t, raw(200, long, DATED));
    const plain = (await look(url)).reported('note').join('\n');
    assert.match(plain, /transfer: The answer is not compressed/);
    assert.match(plain, /transfer: There is no ETag/);

    const server = await startServer(t, (_request, response) => {
      response.writeHead(200, { ...DATED, etag: '"one"', 'content-encoding': 'gzip' }).end(gzipSync(long));
    });
    const packed = await look(server.url);
    assert.match(packed.reported('ok').join('\n'), /transfer: The answer is compressed/);
    assert.match(packed.reported('note').join('\n'), /If-None-Match is ignored/);
  });
});

describe('a page in place of the proxy', () => {
  const SITE = 'https://www.shop.example';

  /** A site whose page at /shop has this markup, and a proxy at every other address of any host. */
  async function lookAtPage(html: string, subject: Partial<Subject> = {}) {
    const requested: [url: string, origin: string | null][] = [];
    const fetch = (input: string, init: RequestInit): Promise<Response> => {
      requested.push([input, new Headers(init.headers).get('origin')]);
      if (!input.startsWith(`${SITE}/shop`)) return Promise.resolve(new Response(published(), { headers: DATED }));
      return Promise.resolve(new Response(`<!doctype html>${html}`, { headers: { 'content-type': 'text/html' } }));
    };
    const looked = await look(`${SITE}/shop`, { origin: null, ...subject }, { fetch, now: () => NOW });
    return { ...looked, requested };
  }

  const proxies: [html: string, proxy: string, origin: string | null][] = [
    ['<datafast-live-map proxy-url="/live">', `${SITE}/live`, null],
    ["<datafast-live-map fit='world'\n proxy-url=https://live.example/>", 'https://live.example/', SITE],
    [
      '<script async src="x.js" data-proxy-url="https://live.example/a&amp;b"></script>',
      'https://live.example/a&b',
      SITE,
    ],
  ];
  for (const [html, proxy, origin] of proxies) {
    it(`leads to the proxy of ${html.replace(/\s+/g, ' ')}`, async () => {
      const { reported, printed, isHealthy, requested } = await lookAtPage(html);
      assert.deepEqual(
        requested.find(([url]) => !url.includes('/shop')),
        [proxy, origin],
      );
      assert.deepEqual(reported('problem'), []);
      assert.ok(isHealthy);
      assert.match(
        printed,
        /^Checking https:\/\/\S+\nok +page: The map of https:\/\/www\.shop\.example\/shop has this proxy\.$/m,
      );
      assert.match(printed, /people: Visitors that can be drawn: 1/);
      assert.match(printed, new RegExp(`connect-src ${new URL(proxy).origin}\\.$`));
    });
  }

  it('reports what is wrong with the proxy', async () => {
    const html = '<datafast-live-map proxy-url="http://live.example/">';
    const { printed, isHealthy } = await lookAtPage(html);
    assert.equal(isHealthy, false);
    assert.match(printed, /^The map stays blank because an https page may not ask an http address\.$/m);
  });

  it('does not lead headers to another origin', async () => {
    const html = '<datafast-live-map proxy-url="https://live.example/?token=secret">';
    const { printed, requested } = await lookAtPage(html, { headers: { Authorization: 'secret' } });
    assert.deepEqual(new Set(requested.map(([url]) => new URL(url).origin)), new Set([SITE]));
    assert.match(printed, /datafast-live-map doctor https:\/\/live\.example\/ --origin https:\/\/www\.shop\.example/);
    assert.doesNotMatch(printed, /secret/);
  });

  const others: [html: string, expected: RegExp][] = [
    ['<datafast-live-map proxy-url="/shop"></datafast-live-map>', /the page itself/],
    ['<datafast-live-map proxy-url="javascript:alert(1)">', /^content: This is a page, not the proxy/m],
    ['<datafast-live-map>', /^content: This is a page, not the proxy/m],
  ];
  for (const [html, expected] of others) {
    it(`is a problem with ${html}`, async () => {
      const { reported, printed } = await lookAtPage(html);
      assert.match(reported('problem').join('\n'), expected);
      assert.doesNotMatch(printed, /javascript/);
    });
  }
});

describe('DataFast itself', () => {
  it('is recognised by its host and not requested', async (t) => {
    const server = await startServer(t, answer(snapshot()));
    const { hostname } = new URL(server.url);
    const looked = await look(server.url, {}, { upstreamHost: hostname });
    assert.match(looked.reported('problem').join('\n'), /^address: This is DataFast itself/);
    assert.match(looked.printed, /^The map stays blank because a browser cannot ask DataFast itself\.$/m);
    assert.equal(server.requests.length, 0);
  });

  it('is datafa.st and its subdomains by default', async () => {
    const fetch = (): Promise<Response> => assert.fail('asked');
    for (const host of ['datafa.st', 'api.datafa.st']) {
      assert.match((await look(`https://${host}/api/v1`, {}, { fetch })).printed, /DataFast itself/);
    }
    const offline = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'));
    assert.doesNotMatch((await look('https://notdatafa.st/', {}, { fetch: offline })).printed, /DataFast itself/);
  });
});
