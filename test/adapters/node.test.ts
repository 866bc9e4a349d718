import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { serve, toNodeListener } from '../../src/adapters/node.ts';
import { createLiveMapProxy, type RequestContext } from '../../src/proxy/index.ts';

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

describe('toNodeListener', () => {
  it('serves an http.Server', async (t) => {
    const { url } = await listen(t, toNodeListener(createLiveMapProxy(sample)));
    const response = await fetch(url);
    assert.equal(response.status, 200);
    assert.equal(((await response.json()) as { status: string }).status, 'success');
    assert.equal((await fetch(`${url}/other`)).status, 404);
    assert.equal((await fetch(url, { method: 'POST', body: 'x' })).status, 405);
  });

  it('serves below the path that a framework mounts it under', async (t) => {
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

  it('tells the address of the peer', async (t) => {
    const contexts: (RequestContext | undefined)[] = [];
    const fetchProxy = (_request: Request, context?: RequestContext): Promise<Response> => {
      contexts.push(context);
      return Promise.resolve(new Response('ok'));
    };
    const { url } = await listen(t, toNodeListener({ fetch: fetchProxy }));
    await fetch(url);
    assert.equal(contexts[0]?.clientAddress, '127.0.0.1');
  });

  it('answers health checks of HTTP/1.0, which send no Host', async (t) => {
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

  it('leaves the globals of the application alone', async (t) => {
    const { Request: before } = globalThis;
    await listen(t, toNodeListener(createLiveMapProxy(sample)));
    assert.equal(globalThis.Request, before);
  });
});

describe('serve', () => {
  it('listens, tells where, and closes', async () => {
    const proxy = createLiveMapProxy(sample);
    const server = await serve(proxy, { port: 0 });
    assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal((await fetch(server.url)).status, 200);
    await server.close();
    await assert.rejects(fetch(server.url));
  });

  it('rejects where the port is taken', async () => {
    const proxy = createLiveMapProxy(sample);
    const first = await serve(proxy, { port: 0 });
    await assert.rejects(serve(proxy, { port: Number(new URL(first.url).port) }), { code: 'EADDRINUSE' });
    await first.close();
  });
});
