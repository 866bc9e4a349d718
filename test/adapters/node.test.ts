import assert from 'node:assert/strict';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serve, toNodeListener } from '../../src/adapters/node.ts';
import { get } from '../proxy/start.ts';
import { readStream } from '../proxy/stream-reader.ts';
import {
  createLiveMapProxy,
  type LiveMapProxyOptions,
  type ResponseInfo,
  type RequestInfo,
  type RequestContext,
} from '../../src/proxy/index.ts';

const sample = { sampleData: true } as const;

async function listen(t: TestContext, listener: RequestListener): Promise<{ url: string; port: number }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port };
}

/** Mounts a handler as Connect and Express do: the mount path is cut off `url`, and kept in `originalUrl`. */
function mounted(path: string, handler: (request: IncomingMessage, response: ServerResponse) => void): RequestListener {
  return (request, response) => {
    const { url = '/' } = request;
    if (url !== path && !url.startsWith(`${path}/`) && !url.startsWith(`${path}?`)) {
      response.writeHead(418).end();
      return;
    }
    const rest = url.slice(path.length);
    Object.assign(request, { originalUrl: url, url: rest.startsWith('/') ? rest : `/${rest}` });
    handler(request, response);
  };
}

/** Sends a head, then a body for as long as the server takes it, and gives what came back. */
function pour(port: number, head: string): Promise<{ reply: string; sent: number }> {
  return new Promise((resolve) => {
    let reply = '';
    const body = head.startsWith('POST') ? Buffer.alloc(1024 * 1024) : null;
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(head);
      const more = (): void => {
        while (body && socket.writable && socket.write(body));
      };
      socket.on('drain', more);
      more();
    });
    socket.on('data', (chunk) => (reply += chunk.toString()));
    // Closed while it still sends, a client may see a reset.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve({ reply, sent: socket.bytesWritten });
    });
  });
}

describe('toNodeListener', () => {
  it('serves an http.Server', async (t) => {
    const { url } = await listen(t, toNodeListener(createLiveMapProxy(sample)));
    const response = await fetch(url);
    assert.equal(response.status, 200);
    assert.equal(((await response.json()) as { status: string }).status, 'success');
    assert.equal((await fetch(`${url}/other`)).status, 404);
    assert.equal((await fetch(url, { method: 'POST', body: 'x' })).status, 405);
  });

  it('serves under the path at which a framework mounts it', async (t) => {
    const { url } = await listen(
      t,
      mounted('/live', toNodeListener(createLiveMapProxy({ ...sample, basePath: '/live' }))),
    );
    for (const path of ['/live', '/live/', '/live?x', '/live/health']) {
      assert.equal((await fetch(url + path)).status, 200, path);
    }
    assert.equal((await fetch(`${url}/live/other`)).status, 404);
    assert.equal((await fetch(`${url}/live/live`)).status, 404);
  });

  it('passes the peer’s address to the proxy', async (t) => {
    const contexts: RequestContext[] = [];
    const handle = (_request: RequestInfo, context: RequestContext): ResponseInfo => {
      contexts.push(context);
      return { status: 204, headers: {}, body: null };
    };
    const { url } = await listen(t, toNodeListener({ handle }));
    await fetch(url);
    assert.equal(contexts[0]?.clientAddress, '127.0.0.1');
  });

  it('compresses with br once per snapshot', async (t) => {
    const { url } = await listen(t, toNodeListener(createLiveMapProxy(sample)));
    const plain = await get(url);
    const packed = await get(url, { 'accept-encoding': 'gzip, br' });
    assert.equal(packed.headers['content-encoding'], 'br');
    assert.deepEqual(brotliDecompressSync(packed.bytes), plain.bytes);
    assert.equal(packed.headers.etag, plain.headers.etag);
  });

  it('reads no request body and closes the connection of a client that sends one', async (t) => {
    const { port } = await listen(t, toNodeListener(createLiveMapProxy(sample)));
    const { reply, sent } = await pour(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1073741824\r\n\r\n');
    assert.match(reply, /^HTTP\/1\.1 405 /);
    assert.ok(sent < 64 * 1024 * 1024, `${sent} bytes`);
  });

  it('parses paths as the URL standard does, also in absolute form', async (t) => {
    const { port } = await listen(t, toNodeListener(createLiveMapProxy({ ...sample, basePath: '/live' })));
    const status = async (target: string): Promise<string | undefined> =>
      (await pour(port, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).reply.split(' ')[1];
    for (const target of ['/live', '/live/', '/x/../live', '/%2e/live/./health', 'http://any.example/live?x']) {
      assert.equal(await status(target), '200', target);
    }
    for (const target of [
      '/',
      '//live',
      '/live//',
      '/LIVE',
      '/live%2f',
      '/live/..%2flive',
      '/live%00',
      '*',
      '/\\live',
    ]) {
      assert.equal(await status(target), '404', target);
    }
  });

  it('answers HTTP/1.0 health checks without a Host header', async (t) => {
    const { port } = await listen(t, toNodeListener(createLiveMapProxy(sample)));
    const reply = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('GET /health HTTP/1.0\r\n\r\n'));
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('end', () => {
        resolve(text);
      });
      socket.on('error', reject);
    });
    assert.match(reply, /^HTTP\/1\.\d 200 /);
  });

  it('answers OPTIONS * with the allowed methods', async (t) => {
    const { port } = await listen(t, toNodeListener(createLiveMapProxy({ ...sample, basePath: '/live' })));
    const { reply } = await pour(port, 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    assert.match(reply, /^HTTP\/1\.1 204 /);
    assert.match(reply, /^Allow: GET, HEAD, OPTIONS\r$/m);
  });

  for (const lines of [
    'Host: a.example\r\nHost: b.example',
    'Host: a.example\r\nhOST: a.example',
    'Host: a/b',
    'Host: a b',
  ]) {
    it(`answers 400 to ${JSON.stringify(lines)} and closes the connection`, async (t) => {
      const { port } = await listen(t, toNodeListener(createLiveMapProxy(sample)));
      const { reply } = await pour(port, `GET / HTTP/1.1\r\n${lines}\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n`);
      assert.match(reply, /^HTTP\/1\.1 400 [^]*"reason":"bad-request"/);
      assert.equal(reply.split('HTTP/1.1 ').length, 2, 'the rest may belong to the rejected request');
    });
  }

  it('does not replace the application’s globals', async (t) => {
    const { Request: before } = globalThis;
    await listen(t, toNodeListener(createLiveMapProxy(sample)));
    assert.equal(globalThis.Request, before);
  });
});

describe('response headers set by the application', () => {
  const PAGE = 'https://www.example.com';
  /** What comes of headers that stand on the response before the proxy answers. */
  async function headersAfter(
    t: TestContext,
    own: Record<string, string | string[]>,
    options: LiveMapProxyOptions = {},
    path = '/',
  ): Promise<IncomingHttpHeaders> {
    const listener = toNodeListener(createLiveMapProxy({ ...sample, ...options }));
    const { url } = await listen(t, (request, response) => {
      for (const [name, value] of Object.entries(own)) response.setHeader(name, value);
      listener(request, response);
    });
    return (await get(url + path, { origin: PAGE })).headers;
  }

  it('are kept, with all Vary values merged', async (t) => {
    const own = { vary: 'Cookie, accept-encoding', 'x-request-id': '7', 'referrer-policy': 'origin' };
    const headers = await headersAfter(t, own, { allowedOrigins: [PAGE, 'https://example.com'] });
    assert.equal(headers['x-request-id'], '7');
    assert.deepEqual(headers.vary?.toLowerCase().split(', ').sort(), ['accept-encoding', 'cookie', 'origin']);
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.match((await headersAfter(t, { vary: ['Cookie', 'Accept'] }, {}, '/other')).vary!, /^Cookie, Accept$/);
    assert.equal((await headersAfter(t, { vary: '*' })).vary, '*');
  });

  it('are merged into Access-Control-Expose-Headers', async (t) => {
    const headers = await headersAfter(t, { 'access-control-expose-headers': 'X-Request-Id, ETag' });
    assert.equal(headers['access-control-expose-headers'], 'X-Request-Id, ETag, Date, Age, Retry-After');
  });

  it('may restrict the origin of a proxy that allows all', async (t) => {
    const cors = { 'access-control-allow-origin': PAGE, 'access-control-allow-credentials': 'true', vary: 'Origin' };
    const headers = await headersAfter(t, cors);
    assert.equal(headers['access-control-allow-origin'], PAGE);
    assert.equal(headers['access-control-allow-credentials'], 'true');
    assert.equal(headers.vary, 'Origin, Accept-Encoding');
  });

  it('are replaced when they contradict the proxy’s allowedOrigins', async (t) => {
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' };
    const open = await headersAfter(t, cors);
    assert.equal(open['access-control-allow-origin'], '*');
    assert.equal(open['access-control-allow-credentials'], undefined);
    for (const allowedOrigins of [[], ['https://example.com', 'https://example.org']]) {
      const shut = await headersAfter(t, cors, { allowedOrigins });
      assert.equal(shut['access-control-allow-origin'], undefined);
      assert.equal(shut['access-control-allow-credentials'], undefined);
    }
    const named = await headersAfter(t, cors, { allowedOrigins: [PAGE] });
    assert.equal(named['access-control-allow-origin'], PAGE);
    assert.equal(named['access-control-allow-credentials'], 'true');
  });

  it('may be set by a hook on writeHead that takes headers by name, as compression() up to 1.8.0 has', async (t) => {
    for (const isExpress of [false, true]) {
      const listener = toNodeListener(createLiveMapProxy(sample));
      const { url } = await listen(t, (request, response) => {
        if (isExpress) response.setHeader('X-Powered-By', 'Express');
        const writeHead = response.writeHead.bind(response);
        response.writeHead = (status: number, headers?: unknown) => {
          assert.ok(!Array.isArray(headers), 'a list would be read as pairs');
          for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, String(value));
          response.appendHeader('Vary', 'Cookie');
          return writeHead(status);
        };
        listener(request, response);
      });
      const { status, headers, snapshot } = await get(url);
      assert.deepEqual([status, snapshot().status, headers.vary], [200, 'success', 'Accept-Encoding, Cookie']);
    }
  });
});

describe('an application that answers before the proxy', () => {
  it('does not break the proxy’s later answers', async (t) => {
    let wake = (): void => undefined;
    const slow = new Promise<void>((resolve) => (wake = resolve));
    const proxy = createLiveMapProxy(sample);
    const late = {
      handle: async (request: RequestInfo, context: RequestContext): Promise<ResponseInfo> => {
        await slow;
        return proxy.handle(request, context);
      },
    };
    const listener = toNodeListener(late);
    const { url } = await listen(t, (request, response) => {
      listener(request, response);
      if (request.url === '/late') response.writeHead(503).end('too slow');
    });
    assert.equal((await fetch(`${url}/late`)).status, 503);
    const other = fetch(url);
    wake();
    assert.equal((await other).status, 200);
  });
});

describe('serve', () => {
  it('listens, reports its URL, and closes', async () => {
    const proxy = createLiveMapProxy(sample);
    const server = await serve(proxy, { port: 0 });
    assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal((await fetch(server.url)).status, 200);
    await server.close();
    await assert.rejects(fetch(server.url));
  });

  it('ends open streams when it closes', async (t) => {
    const proxy = createLiveMapProxy(sample);
    t.after(() => proxy.close());
    const server = await serve(proxy, { port: 0 });
    const reader = await readStream(`${server.url}/stream`, { 'accept-encoding': 'gzip' });
    await reader.until(() => reader.bytes().length > 100);
    await server.close();
    assert.equal(await reader.ended, true);
    assert.match(gunzipSync(reader.bytes()).toString(), /^retry: /);
  });

  it('rejects when the port is in use', async () => {
    const proxy = createLiveMapProxy(sample);
    const first = await serve(proxy, { port: 0 });
    await assert.rejects(serve(proxy, { port: Number(new URL(first.url).port) }), { code: 'EADDRINUSE' });
    await first.close();
  });
});
