import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { serve } from '../../src/adapters/node.ts';
import { createLiveMapProxy } from '../../src/proxy/index.ts';
import { get, KEY, startProxy } from '../proxy/start.ts';
import { answer, crowd, snapshot, startUpstream } from '../proxy/upstream.ts';

/** A connection that sends what no HTTP client would, and what came back over it. */
function dial(t: TestContext, url: string, text: string): { socket: Socket; closed: Promise<string> } {
  let reply = '';
  const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
  t.after(() => socket.destroy());
  socket.on('data', (chunk) => (reply += chunk.toString()));
  // Closed while it still sends, a client may see a reset.
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(() => reply);
  return { socket, closed };
}

/** Resolves when the words have come. */
function heard(socket: Socket, words: string): Promise<void> {
  let last = '';
  return new Promise((resolve) => {
    socket.on('data', (chunk) => {
      last = last.slice(-words.length) + chunk.toString('latin1');
      if (last.includes(words)) resolve();
    });
  });
}

describe('a client', () => {
  for (const [what, headers] of [
    ['one header of 64 KB', `X-Long: ${'x'.repeat(65_536)}\r\n`],
    ['64 KB of headers', 'X-Many: 12345678\r\n'.repeat(3641)],
  ] as const) {
    it(`that sends ${what} gets 431, and others are unaffected`, async (t) => {
      const { url, get, upstream } = await startProxy(t);
      const { closed } = dial(t, url, `GET / HTTP/1.1\r\nHost: x\r\n${headers}\r\n`);
      assert.match(await closed, /^HTTP\/1\.1 431 /);
      assert.equal(upstream.requests.length, 0);
      assert.equal((await get()).status, 200);
    });
  }

  const origin = 'https://example.com';
  for (const [what, headers] of [
    ['a port', ['https://example.com:8443']],
    ['the default port', ['https://example.com:443']],
    ['a path', ['https://example.com/']],
    ['another one beside it', [origin, 'https://evil.test']],
    ['itself twice', [origin, origin]],
    ['another one in a list', [`${origin} https://evil.test`]],
  ] as const) {
    it(`whose Origin has ${what} does not match the allowed one`, async (t) => {
      const { url } = await startProxy(t, { allowedOrigins: [origin] });
      const lines = headers.map((value) => `Origin: ${value}\r\n`).join('');
      const { closed } = dial(t, url, `GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${lines}\r\n`);
      const reply = await closed;
      assert.match(reply, /^HTTP\/1\.1 200 /);
      // A single allowed origin is in every answer, whatever the request's is.
      assert.deepEqual(reply.match(/^access-control-allow-origin: .*$/gim), [`Access-Control-Allow-Origin: ${origin}`]);
      assert.doesNotMatch(reply, /^vary: .*origin/im);
    });
  }

  it('that reads a stream too slowly is disconnected, and others get the new snapshot', async (t) => {
    const { url, upstream, clock, get, settled } = await startProxy(t, {
      respond: answer(crowd(25_000)),
      maxBytes: 50_000_000,
      timeoutMs: 60_000,
    });
    await get();
    const ask = 'GET /stream HTTP/1.1\r\nHost: x\r\n\r\n';
    const { socket, closed } = dial(t, url, ask);
    // The head is read, and no more: what follows is longer than all that the systems in between take in.
    await once(socket, 'data');
    socket.pause();
    const good = dial(t, url, ask).socket;
    await heard(good, '}}\n\n');
    const update = heard(good, '"count":7,');
    upstream.respond = answer(snapshot({ count: 7 }));
    clock.passSeconds(10);
    await get();
    await settled();
    await update;
    socket.resume();
    assert.doesNotMatch(await closed, /"count":7,/);
  });

  it('causes one upstream call together with 1,999 others at a cold proxy', async (t) => {
    const HERD = 2000;
    let arrived = 0;
    let release = (): void => undefined;
    const all = new Promise<void>((resolve) => (release = resolve));
    const upstream = await startUpstream((request, response) => {
      void all.then(() => {
        answer(snapshot())(request, response);
      });
    });
    const proxy = createLiveMapProxy({ apiKey: KEY, upstream: upstream.url, timeoutMs: 60_000 });
    const server = await serve(
      {
        handle: (request, context) => {
          if (++arrived === HERD) release();
          return proxy.handle(request, context);
        },
      },
      { port: 0 },
    );
    t.after(async () => {
      await proxy.close();
      await server.close();
      upstream.close();
    });
    const replies = await Promise.all(Array.from({ length: HERD }, () => get(server.url)));
    assert.deepEqual(new Set(replies.map((reply) => reply.status)), new Set([200]));
    assert.equal(new Set(replies.map((reply) => reply.headers.etag)).size, 1);
    assert.equal(upstream.requests.length, 1);
  });
});
