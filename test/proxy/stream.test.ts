import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { applyChange } from '../../src/client/change.ts';
import type { PublishedVisitor } from '../../src/protocol/published.ts';
import { createLiveMapProxy, type LiveMapProxyOptions } from '../../src/proxy/index.ts';
import { randomFrom } from '../../src/simulator/random.ts';
import { createSimulator } from '../../src/simulator/index.ts';
import { KEY, NOON, recordingLogger, startProxy, type TestProxy } from './start.ts';
import { eventsOf, readStream, type StreamEvent, type StreamReader } from './stream-reader.ts';
import { answer, failure, type Respond, snapshot } from './upstream.ts';

interface TestStream extends TestProxy {
  read: (headers?: Record<string, string>, query?: string) => Promise<StreamReader>;
  /** Lets time go by, and a viewer look who does not read the stream. */
  passSeconds: (seconds: number) => Promise<void>;
}

async function startStream(
  t: TestContext,
  options: LiveMapProxyOptions & { respond?: Respond } = {},
): Promise<TestStream> {
  const proxy = await startProxy(t, options);
  return {
    ...proxy,
    read: async (headers, query = '') => {
      const reader = await readStream(`${proxy.url}/stream${query}`, headers);
      t.after(reader.leave);
      return reader;
    },
    passSeconds: async (seconds) => {
      proxy.clock.passSeconds(seconds);
      await proxy.get();
      await proxy.settled();
    },
  };
}

describe('GET /stream', () => {
  it('starts with the snapshot and the right content type', async (t) => {
    const { read, get } = await startStream(t);
    const reader = await read();
    const { statusCode, headers } = reader.response;
    assert.equal(statusCode, 200);
    assert.equal(headers['content-type'], 'text/event-stream; charset=utf-8');
    assert.equal(headers['cache-control'], 'no-store, no-transform');
    assert.equal(headers['access-control-allow-origin'], '*');
    const [event] = await reader.untilEvents(1);
    assert.deepEqual(event!.snapshot, (await get()).snapshot());
    assert.match(reader.blocks()[0]!, /^retry: \d+$/);
  });

  it('sends each new snapshot once to all readers, from one upstream call', async (t) => {
    const { read, upstream, passSeconds } = await startStream(t);
    const readers = [await read(), await read(), await read({ 'accept-encoding': 'br' })];
    upstream.respond = answer(snapshot({ count: 7 }));
    await passSeconds(10);
    for (const reader of readers) {
      const counts = (await reader.untilEvents(2)).map(({ snapshot }) => snapshot.data.count);
      assert.deepEqual(counts, [2, 7]);
    }
    assert.equal(upstream.requests.length, 2);
  });

  it('reports that the snapshot has become stale and that the upstream has recovered', async (t) => {
    const { read, upstream, passSeconds } = await startStream(t);
    const reader = await read();
    await reader.untilEvents(1);
    upstream.respond = failure(500);
    await passSeconds(10);
    await reader.untilEvents(2);
    upstream.respond = answer(snapshot({ count: 7 }));
    await passSeconds(15);
    const received = (await reader.untilEvents(3)).map(({ id, snapshot }) => [
      snapshot.meta.stale,
      id.endsWith('stale'),
    ]);
    assert.deepEqual(received, [
      [false, false],
      [true, true],
      [false, false],
    ]);
  });

  it('ends when no snapshot may be shown', async (t) => {
    const { read, upstream, passSeconds } = await startStream(t, { staleSeconds: 20 });
    const reader = await read();
    await reader.untilEvents(1);
    upstream.respond = failure(503);
    await passSeconds(10);
    await reader.untilEvents(2);
    await passSeconds(10);
    assert.equal(await reader.ended, true);
    assert.equal((await read()).response.statusCode, 503);
  });

  it('answers the snapshot’s error when there is none', async (t) => {
    const { get } = await startStream(t, { respond: failure(403) });
    const reply = await get('/stream');
    assert.equal(reply.status, 502);
    assert.equal(reply.error().reason, 'upstream-forbidden');
  });

  it('sends a reader that reconnects only what is new', async (t) => {
    const { read, upstream, passSeconds } = await startStream(t);
    const first = await read();
    const [{ id } = { id: '' }] = await first.untilEvents(1);
    const back = await read({ 'last-event-id': id });
    upstream.respond = answer(snapshot({ count: 7 }));
    await passSeconds(10);
    assert.equal((await back.untilEvents(1))[0]!.snapshot.data.count, 7);
  });

  it('is one gzip stream per reader, of parts that are compressed once', async (t) => {
    const { read, upstream, passSeconds } = await startStream(t);
    const gzip = { 'accept-encoding': 'gzip' };
    const plain = await read();
    const first = await read(gzip);
    assert.equal(first.response.headers['content-encoding'], 'gzip');
    await passSeconds(10);
    await plain.untilEvents(2);
    const second = await read(gzip);
    await passSeconds(10);
    await plain.untilEvents(3);
    upstream.respond = failure(500);
    await passSeconds(600);
    assert.deepEqual([await first.ended, await second.ended, await plain.ended], [true, true, true]);
    // Throws where the checksum or the length at the end is wrong.
    assert.equal(gunzipSync(first.bytes()).toString(), plain.bytes().toString());
    const [, ...later] = plain.blocks();
    assert.equal(gunzipSync(second.bytes()).toString(), [plain.blocks()[0], ...later.slice(1), ''].join('\n\n'));
  });

  it('accepts a bounded number of readers', async (t) => {
    const { read, get } = await startStream(t, { stream: { connections: 2 } });
    const one = await read();
    await read();
    const refused = await get('/stream');
    assert.equal(refused.status, 429);
    assert.equal(refused.headers['retry-after'], '30');
    assert.equal(refused.error().reason, 'rate-limited');
    assert.equal((await get()).status, 200);
    one.leave();
    await one.ended;
    // The server hears of it in its own time.
    let again = await read();
    while (again.response.statusCode === 429) again = await read();
    assert.equal(again.response.statusCode, 200);
  });

  it('answers HEAD without opening a stream', async (t) => {
    const { get, read } = await startStream(t, { stream: { connections: 1 } });
    for (let time = 0; time < 3; time++) {
      const head = await get('/stream', {}, 'HEAD');
      assert.equal(head.status, 200);
      assert.equal(head.headers['content-type'], 'text/event-stream; charset=utf-8');
    }
    assert.equal((await read()).response.statusCode, 200);
  });

  it('can be disabled', async (t) => {
    const { get } = await startStream(t, { stream: false });
    assert.equal((await get('/stream')).status, 404);
  });

  it('works as the body of a Response and ends when the proxy is closed', async () => {
    const proxy = createLiveMapProxy({ sampleData: true });
    const response = await proxy.fetch(new Request('http://localhost/stream'));
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('"status":"success"')) text += (await reader.read()).value ?? '';
    assert.match(text, /^retry: \d+\n\nid: /);
    await proxy.close();
    assert.equal((await reader.read()).done, true);
    assert.equal((await proxy.fetch(new Request('http://localhost/stream'))).status, 503);
  });
});

describe('GET /stream?changes', () => {
  const row = (visitorId: string, own: object = {}): object => ({ visitorId, location: { countryCode: 'DE' }, ...own });

  /** The snapshots that events lead to. */
  const applied = (events: readonly StreamEvent[]): unknown[] => {
    const answers: unknown[] = [];
    for (const { type, snapshot } of events) {
      answers.push(type === 'change' ? applyChange(answers.at(-1), snapshot) : snapshot);
    }
    return answers;
  };

  it('sends the snapshot once and then only new rows', async (t) => {
    const { read, upstream, passSeconds } = await startStream(t, {
      respond: answer(snapshot({ visitors: [row('a'), row('b'), row('c')] })),
    });
    const reader = await read({}, '?changes');
    await reader.untilEvents(1);
    upstream.respond = answer(snapshot({ visitors: [row('d'), row('a'), row('c')] }));
    await passSeconds(10);
    const [first, change] = await reader.untilEvents(2);
    assert.deepEqual([first!.type, change!.type], ['message', 'change']);
    const [arrived, ...kept] = change!.snapshot.data.visitors as unknown[];
    assert.equal((arrived as PublishedVisitor).location.countryCode, 'DE');
    assert.deepEqual(kept, [
      [0, 1],
      [2, 3],
    ]);
    assert.deepEqual(change!.snapshot.data.recentEvents, [[0, 1]]);
  });

  it('reconstructs the same snapshots as the full stream, in every coding', async (t) => {
    const { read, upstream, passSeconds } = await startStream(t, { historyMinutes: 5 });
    const whole = await read();
    const changes = await read({}, '?changes');
    const late: StreamReader[] = [];
    const random = randomFrom(1);
    for (let turn = 2; turn < 40; turn++) {
      const visitors = Array.from({ length: 12 * random() }, () => `v${Math.floor(12 * random())}`).map((id) =>
        row(id, random() < 0.3 ? { currentUrl: `/${turn}` } : {}),
      );
      upstream.respond = random() < 0.1 ? failure(500) : answer(snapshot({ count: turn, visitors }));
      await passSeconds(20);
      await whole.until(() => whole.events().length === changes.events().length);
      if (turn % 10 === 0) late.push(await read({ 'accept-encoding': 'gzip' }, '?changes'));
    }
    const expected = whole.events();
    assert.ok(expected.length > 30 && changes.events().some(({ type }) => type === 'change'));
    const ids = (events: readonly StreamEvent[]): string[] => events.map(({ id }) => id);
    assert.deepEqual(ids(changes.events()), ids(expected));
    assert.deepEqual(applied(changes.events()), applied(expected));
    upstream.respond = failure(500);
    await passSeconds(700);
    assert.equal(await whole.ended, true);
    for (const reader of late) {
      assert.equal(await reader.ended, true);
      const answers = applied(eventsOf(gunzipSync(reader.bytes()).toString()));
      assert.deepEqual(answers, applied(whole.events()).slice(-answers.length));
    }
  });

  it('sends the whole snapshot when nearly all of it is new', async (t) => {
    const { read, upstream, passSeconds } = await startStream(t, {
      respond: answer(snapshot({ visitors: [row('a')], recentEvents: [], recentPayments: [] })),
    });
    const reader = await read({}, '?changes');
    upstream.respond = answer(snapshot({ visitors: [], recentEvents: [], recentPayments: [] }));
    await passSeconds(10);
    assert.deepEqual(
      (await reader.untilEvents(2)).map(({ type }) => type),
      ['message', 'message'],
    );
  });

  for (const visitors of [50, 5_000]) {
    it(`sends at most a fifth of the bytes for ${visitors} visitors, compressed`, async (t) => {
      const site = createSimulator({ visitors, steady: true });
      const { read, upstream, passSeconds } = await startStream(t, {
        respond: answer(site.answerAt(NOON)),
        maxBytes: 50e6,
      });
      const reader = await read({}, '?changes');
      await reader.untilEvents(1);
      upstream.respond = answer(site.answerAt(NOON + 10_000));
      await passSeconds(10);
      const [first, change] = (await reader.untilEvents(2)).map(({ snapshot }) => gzipSync(JSON.stringify(snapshot)));
      assert.ok(change!.length < first!.length / 5, `${change!.length} of ${first!.length} bytes`);
    });
  }
});

/** Readers of a proxy whose time goes by as the test says. */
function startReaders(t: TestContext, options: LiveMapProxyOptions = {}) {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: NOON });
  let calls = 0;
  const proxy = createLiveMapProxy({
    apiKey: KEY,
    fetch: () => Promise.resolve(Response.json(snapshot({ count: ++calls }))),
    ...options,
  });
  t.after(() => proxy.close());
  const request = {
    method: 'GET',
    path: '/stream',
    query: '',
    header: () => null,
    toRequest: () => assert.fail('made'),
  };
  /** The proxy's own promises settle, none of which waits for time. */
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    calls: () => calls,
    passSeconds: async (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        t.mock.timers.tick(1000);
        await settled();
      }
    },
    read: async () => {
      const { body } = await proxy.handle(request, {});
      assert.ok(typeof body === 'function');
      const reader = {
        backedUp: false,
        received: [] as string[],
        state: 'open',
        write: (chunk: Uint8Array) => reader.received.push(new TextDecoder().decode(chunk)),
        end: () => (reader.state = 'ended'),
        drop: () => (reader.state = 'dropped'),
      };
      return {
        reader,
        leave: body(reader).leave,
        events: () => reader.received.filter((text) => text.startsWith('id:')),
      };
    },
  };
}

describe('readers of the stream', () => {
  it('count as viewers: one call per interval, and none after the last has left', async (t) => {
    const { read, calls, passSeconds } = startReaders(t);
    const [one, other] = [await read(), await read()];
    await passSeconds(40);
    assert.equal(calls(), 5);
    assert.deepEqual([one.events().length, other.events().length], [5, 5]);
    one.leave();
    await passSeconds(10);
    assert.equal(calls(), 6);
    other.leave();
    await passSeconds(3600);
    assert.equal(calls(), 6);
  });

  it('receive a heartbeat every 15 s', async (t) => {
    const { read, passSeconds } = startReaders(t, { refreshSeconds: 3600 });
    const { reader } = await read();
    await passSeconds(61);
    assert.equal(reader.received.filter((text) => text === ':\n\n').length, 4);
  });

  it('are disconnected when they are too slow, and nothing is buffered for them', async (t) => {
    const { read, calls, passSeconds } = startReaders(t);
    const [good, stuck] = [await read(), await read()];
    stuck.reader.backedUp = true;
    const { length } = stuck.reader.received;
    await passSeconds(30);
    assert.equal(calls(), 4);
    assert.deepEqual([good.reader.state, stuck.reader.state], ['open', 'dropped']);
    assert.equal(stuck.reader.received.length, length);
    assert.equal(good.events().length, 4);
  });

  it('do not increase the calls to a failing upstream', async (t) => {
    let failing = 0;
    const { read, passSeconds } = startReaders(t, {
      logger: recordingLogger().logger,
      refreshSeconds: 2,
      fetch: () => Promise.resolve(failing++ ? new Response('', { status: 500 }) : Response.json(snapshot())),
    });
    const { reader } = await read();
    await passSeconds(60);
    assert.ok(failing >= 3 && failing <= 7, `${failing} calls`);
    assert.equal(reader.state, 'open');
  });
});
