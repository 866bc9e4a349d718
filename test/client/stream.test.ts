import assert from 'node:assert/strict';
import { afterEach, describe, mock, test } from 'node:test';
import { Poller } from '../../src/client/poller.ts';

import { readSnapshot, type RequestResult } from '../../src/client/request.ts';
import { Stream } from '../../src/client/stream.ts';
import { FakePlatform, settled } from './platform.ts';

const NOON = '2026-03-14T12:00:00.000Z';
const EVENT_STREAM = { 'content-type': 'text/event-stream; charset=utf-8' };
const snapshot = (count: number): object => ({
  status: 'success',
  data: { count },
  meta: { version: 1, generatedAt: NOON, refreshSeconds: 10 },
});
const event = (count: number): string => `data: ${JSON.stringify(snapshot(count))}\n\n`;

afterEach(() => {
  mock.restoreAll();
});

/** An answer to the request for a stream whose bytes the test sends. */
function connection(headers: Record<string, string> = {}) {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
  const response = new Response(body, { headers: { ...EVENT_STREAM, ...headers } });
  const encoder = new TextEncoder();
  return {
    response,
    bytes: async (bytes: Uint8Array) => {
      controller.enqueue(bytes);
      await settled();
      await settled();
    },
    async send(text: string) {
      await this.bytes(encoder.encode(text));
    },
    async end() {
      controller.close();
      await settled();
      await settled();
    },
    abort: (signal: AbortSignal) => {
      signal.addEventListener('abort', () => {
        controller.error(signal.reason);
      });
    },
  };
}

type Reply = ReturnType<typeof connection> | Response | 'silence';

/** What an element does: it polls, unless a stream has the next snapshot. */
function start(...replies: Reply[]) {
  const platform = new FakePlatform();
  const stream = new Stream(platform, readSnapshot);
  const answers: RequestResult[] = [];
  const streams: { url: string; init: RequestInit; at: number }[] = [];
  const polls: number[] = [];
  mock.method(globalThis, 'fetch', (url: string, init: RequestInit) => {
    const signal = init.signal!;
    streams.push({ url, init, at: platform.time / 1000 });
    const reply = replies.length > 1 ? replies.shift()! : replies[0]!;
    if (reply instanceof Response) return Promise.resolve(reply);
    if (reply !== 'silence') {
      reply.abort(signal);
      return Promise.resolve(reply.response);
    }
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
  });
  const poller = new Poller({
    request: async (signal, watch) => {
      const options = { credentials: 'include', headers: { authorization: 'Bearer x' }, signal } as const;
      const streamed = await stream.next('https://example.com/live?of=shop', options, watch);
      if (streamed) return streamed;
      polls.push(platform.time / 1000);
      return { ok: false, reason: 'polled', retryAfter: null };
    },
    onAnswer: (answer) => answers.push(answer),
    interval: () => (stream.isOpen ? 0 : 10),
    platform,
  });
  poller.start();
  const counts = (): unknown[] => answers.map((answer) => (answer.ok ? answer.snapshot.data.count : answer.reason));
  return { platform, stream, poller, streams, polls, answers, counts };
}

describe('an event stream', () => {
  test('requests /stream below proxy-url with the configured credentials and headers, bypassing caches', async () => {
    const { streams } = start(connection());
    await settled();
    assert.equal(streams[0]!.url, 'https://example.com/live/stream?of=shop&changes');
    assert.equal(streams[0]!.init.credentials, 'include');
    assert.deepEqual(streams[0]!.init.headers, { authorization: 'Bearer x' });
    assert.equal(streams[0]!.init.cache, 'no-store');
  });

  test('reports each snapshot as it arrives, from one request', async () => {
    const server = connection();
    const { platform, streams, counts } = start(server);
    await server.send(event(1));
    await platform.advance(10);
    await server.send(event(2).slice(0, 30));
    assert.deepEqual(counts(), [1]);
    await server.send(event(2).slice(30));
    await server.send(event(3) + event(4));
    assert.deepEqual(counts(), [1, 2, 4], 'the newer of two simultaneous ones');
    assert.equal(streams.length, 1);
  });

  test('accepts chunks that split a character, and a byte order mark', async () => {
    const server = connection();
    const { answers } = start(server);
    const named = { ...snapshot(1), data: { visitors: [{ visitorId: 'a', location: { city: 'Zürich' } }] } };
    const bytes = new TextEncoder().encode(`\ufeffdata: ${JSON.stringify(named)}\n\n`);
    for (const byte of bytes) await server.bytes(Uint8Array.of(byte));
    const [answer] = answers;
    assert.ok(answer?.ok);
    assert.equal(answer.snapshot.data.visitors[0]!.location.city, 'Zürich');
  });

  test('ignores empty events and events of other types', async () => {
    const server = connection();
    const { platform, streams, polls, counts } = start(server);
    await server.send(event(1));
    await server.send('event: ping\ndata: 2026\n\n');
    await server.send('data:\n\n');
    await server.send(`event: changes\ndata: {"count":2}\n\n${event(3)}data\n\nevent: ping\ndata: x\n\n`);
    await platform.advance(40);
    assert.deepEqual(counts(), [1, 3]);
    assert.equal(streams.length, 1);
    assert.deepEqual(polls, []);
  });

  test('applies each change to the previous snapshot, also when several arrive at once', async () => {
    const server = connection();
    const { answers } = start(server);
    const row = (visitorId: string): object => ({ visitorId });
    const whole = (visitors: unknown[]): object => ({
      ...snapshot(visitors.length),
      data: { count: visitors.length, visitors, recentEvents: [], recentPayments: [] },
    });
    const change = (visitors: unknown[]): string => `event: change\ndata: ${JSON.stringify(whole(visitors))}\n\n`;
    await server.send(`data: ${JSON.stringify(whole(['a', 'b', 'c'].map(row)))}\n\n`);
    await server.send(change([row('d'), [0, 1], [2, 3]]));
    await server.send(change([[1, 3]]) + change([row('e'), [0, 2]]));
    const seen = answers.map((answer) =>
      answer.ok ? answer.snapshot.data.visitors.map(({ visitorId }) => visitorId).join('') : answer.reason,
    );
    assert.deepEqual(seen, ['abc', 'dac', 'eac']);
  });

  for (const misfit of ['{"data":{}}', 'null', '{"data":{"visitors":[[0,2]],"recentEvents":[],"recentPayments":[]}}']) {
    test(`falls back to a poll when a change does not apply: ${misfit}`, async () => {
      const server = connection();
      const { counts, polls } = start(server);
      await server.send(event(1));
      await server.send(`event: change\ndata: ${misfit}\n\n`);
      assert.deepEqual(counts(), [1, 'polled']);
      assert.equal(polls.length, 1);
    });
  }

  for (const type of [
    'text/event-stream',
    'Text/Event-Stream; charset=utf-8',
    'text/event-stream;',
    'TEXT/EVENT-STREAM ;x',
  ]) {
    test(`accepts the type ${type}`, async () => {
      const server = connection({ 'content-type': type });
      const { counts } = start(server);
      await server.send(event(1));
      assert.deepEqual(counts(), [1]);
    });
  }

  test('computes the server’s time of each snapshot from the time of opening', async () => {
    const server = connection({ date: new Date(NOON).toUTCString() });
    const { platform, answers } = start(server);
    await server.send(event(1));
    await platform.advance(30);
    await server.send(event(2));
    const times = answers.map((answer) => answer.ok && answer.serverTime! - Date.parse(NOON));
    assert.deepEqual(times, [0, 30_000]);
  });

  test('uses the snapshot’s age when the server sends no time', async () => {
    const server = connection();
    const { answers } = start(server);
    await server.send(event(1));
    assert.equal(answers[0]!.ok && answers[0]!.serverTime, Date.parse(NOON));
  });

  test('stays open while heartbeats arrive', async () => {
    const server = connection();
    const { platform, streams, polls } = start(server);
    await server.send(event(1));
    for (let beat = 0; beat < 20; beat++) {
      await platform.advance(44);
      await server.send(':\n\n');
    }
    assert.equal(streams.length, 1);
    assert.deepEqual(polls, []);
  });

  test('is closed when the poller stops and opened again when it starts', async () => {
    const server = connection();
    const { platform, poller, stream, streams, polls, answers } = start(server, connection());
    await server.send(event(1));
    poller.stop();
    await settled();
    assert.equal(streams[0]!.init.signal!.aborted, true);
    assert.equal(stream.isOpen, false);
    assert.equal(platform.timers.size, 0);
    assert.equal(answers.length, 1, 'no failure is reported');
    poller.start();
    await settled();
    assert.equal(streams.length, 2);
    assert.deepEqual(polls, []);
  });

  test('falls back to polling when it closes, and reconnects', async () => {
    const [first, second] = [connection(), connection()];
    const { platform, poller, stream, streams, polls } = start(first, second);
    await first.send(event(1));
    stream.close();
    await poller.refresh();
    assert.deepEqual(polls, [0]);
    await platform.advance(10);
    assert.equal(streams.length, 2);
  });
});

describe('without a usable stream', () => {
  const absent: [string, () => Response][] = [
    ['nothing is there', () => new Response('{}', { status: 404 })],
    ['a page is there', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })],
    ['a snapshot is there', () => Response.json(snapshot(1))],
    [
      'a type is there that only starts so',
      () => new Response(event(1), { headers: { 'content-type': 'text/event-streamx' } }),
    ],
    [
      'a type is there that says no more',
      () => new Response(event(1), { headers: { 'content-type': 'x text/event-stream' } }),
    ],
  ];
  for (const [what, reply] of absent) {
    test(`polls permanently: ${what}`, async () => {
      const { platform, streams, polls } = start(reply());
      await settled();
      assert.deepEqual(polls, [0], 'at once');
      await platform.advance(3600);
      assert.equal(streams.length, 1);
      assert.ok(polls.length > 10);
    });
  }

  const failing: [string, () => Reply][] = [
    ['the server is down', () => new Response('', { status: 503 })],
    ['it asks for permission', () => new Response('', { status: 401 })],
    [
      'the connection fails',
      () =>
        new Response(
          new ReadableStream({
            start: (it) => {
              it.error(new Error('cut'));
            },
          }),
          { headers: EVENT_STREAM },
        ),
    ],
    ['it sends nonsense', () => new Response('data: {"a":\n\n', { headers: EVENT_STREAM })],
    ['it sends something other than a snapshot', () => new Response('data: {"a":1}\n\n', { headers: EVENT_STREAM })],
    ['it ends at once', () => new Response('', { headers: EVENT_STREAM })],
  ];
  for (const [what, reply] of failing) {
    test(`polls and retries the stream a minute later: ${what}`, async () => {
      const { platform, streams, polls } = start(reply(), connection());
      await settled();
      await settled();
      assert.deepEqual(polls, [0], 'at once');
      await platform.advance(59);
      assert.equal(streams.length, 1);
      assert.ok(polls.length > 2);
      await platform.advance(60);
      assert.equal(streams.length, 2);
    });
  }

  test('polls after 12 s without a first snapshot', async () => {
    const { platform, streams, polls } = start('silence');
    await platform.advance(11.9);
    assert.deepEqual(polls, []);
    await platform.advance(0.1);
    assert.deepEqual(polls, [12]);
    assert.equal(streams[0]!.init.signal!.aborted, true);
  });

  test('polls after 45 s without a byte', async () => {
    const server = connection();
    const { platform, streams, polls } = start(server);
    await server.send(event(1));
    await platform.advance(44.9);
    assert.deepEqual(polls, []);
    await platform.advance(0.1);
    assert.deepEqual(polls, [45]);
    assert.equal(streams[0]!.init.signal!.aborted, true);
  });

  test('reconnects with the next poll if the stream had lasted', async () => {
    const [first, second] = [connection(), connection()];
    const { platform, streams, polls } = start(first, second);
    await first.send(event(1));
    for (let beat = 0; beat < 4; beat++) {
      await platform.advance(20);
      await first.send(':\n\n');
    }
    await first.end();
    assert.deepEqual(polls, [80], 'a missed snapshot is requested at once');
    await platform.advance(10);
    assert.equal(streams.length, 2);
  });
});
