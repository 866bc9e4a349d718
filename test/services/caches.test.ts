import assert from 'node:assert/strict';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, createGunzip, gunzipSync } from 'node:zlib';
import { serve } from '../../src/adapters/node.ts';
import { requestSnapshot } from '../../src/client/request.ts';
import type { PublishedSnapshot } from '../../src/protocol/published.ts';
import { createLiveMapProxy } from '../../src/proxy/index.ts';
import { get, recordingLogger, type Reply } from '../proxy/start.ts';
import { answer, failure, snapshot, startUpstream, type TestUpstream } from '../proxy/upstream.ts';
import type { Program } from '../runtimes/program.ts';
import { CACHES, type CacheProgram, skipOf, startCache } from './caches.ts';

/** A map of a browser, at its polls; and at the first one of a page. */
const POLL = { 'accept-encoding': 'gzip, deflate, br' };
const FIRST = { ...POLL, 'cache-control': 'max-age=0' };

const PATIENCE_MS = 30_000;
/** From when the proxy has answered to when the cache has stored it. */
const LATENCY_MS = 500;

/** A proxy behind a cache. */
interface Setting {
  cache: Program;
  url: string;
  /** Past the cache. */
  proxyUrl: string;
  /** How many requests got to the proxy since this was last read. */
  asked: () => number;
  upstream: TestUpstream;
  /** What the proxy's clock is ahead of the machine's, which the cache goes by. */
  clock: { aheadMs: number };
  /** The proxy answers only when this is resolved. */
  gate: { open: Promise<void> };
  stop: () => Promise<void>;
}

async function start(program: CacheProgram, refreshSeconds: number): Promise<Setting> {
  const upstream = await startUpstream();
  const clock = { aheadMs: 0 };
  const gate = { open: Promise.resolve() };
  let asked = 0;
  const proxy = createLiveMapProxy({
    apiKey: 'df_test',
    upstream: upstream.url,
    refreshSeconds,
    now: () => Date.now() + clock.aheadMs,
    logger: recordingLogger().logger,
  });
  const server = await serve(
    {
      handle: async (request, context) => {
        // Squid asks by itself for a digest of what is stored here.
        if (!request.path.startsWith('/squid-internal')) asked++;
        await gate.open;
        return proxy.handle(request, context);
      },
    },
    { port: 0 },
  );
  const cache = await startCache(program, Number(new URL(server.url).port));
  return {
    cache,
    url: `${cache.url}/`,
    proxyUrl: server.url,
    asked: () => {
      const before = asked;
      asked = 0;
      return before;
    },
    upstream,
    clock,
    gate,
    stop: async () => {
      await cache.stop();
      await proxy.close();
      await server.close();
      upstream.close();
    },
  };
}

function snapshotIn({ headers, bytes }: Reply): PublishedSnapshot {
  const coding = headers['content-encoding'];
  const plain = coding === 'br' ? brotliDecompressSync(bytes) : coding === 'gzip' ? gunzipSync(bytes) : bytes;
  return JSON.parse(plain.toString()) as PublishedSnapshot;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    assert.ok(performance.now() < end, 'the condition was not met in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Requests until the cache has the answer: while it stores one, it may ask for a second viewer too. */
async function stored({ asked }: Setting, url: string, headers: Record<string, string>): Promise<Reply> {
  const replies: Reply[] = [];
  await until(async () => {
    asked();
    replies.push(await get(url, headers));
    return asked() === 0;
  });
  return replies.at(-1)!;
}

for (const program of CACHES) {
  describe(`behind ${program.name}, with the settings of docs/recipes.md`, { skip: skipOf(program) }, () => {
    describe('answers fresh for a minute', () => {
      let setting: Setting;

      before(async () => {
        setting = await start(program, 60);
      });
      after(() => setting.stop());

      it('are served to the second viewer, for a poll and for a first request', async () => {
        const { url, cache, asked, upstream } = setting;
        const first = await get(url, POLL);
        assert.equal(first.status, 200, cache.said());
        const second = await stored(setting, url, POLL);
        assert.deepEqual(second.bytes, first.bytes);
        assert.equal(second.headers['cache-control'], first.headers['cache-control']);
        assert.equal((await get(url, FIRST)).status, 200);
        assert.equal(asked(), program.servesFirst ? 0 : 1);
        assert.equal(upstream.requests.length, 1);
      });

      it('are answered with 304 to a viewer that has them', async () => {
        const { url, asked } = setting;
        const { etag = '' } = (await stored(setting, url, POLL)).headers;
        const reply = await get(url, { ...POLL, 'if-none-match': etag });
        assert.deepEqual([reply.status, reply.bytes.length], [304, 0]);
        // RFC 9110 §15.4.5 asks for it; Squid leaves it out.
        assert.ok([etag, undefined].includes(reply.headers.etag));
        assert.equal(asked(), 0, 'the cache itself answers 304');
        assert.equal((await get(url, { ...POLL, 'if-none-match': 'W/"other"' })).status, 200);
      });

      it('are stored per encoding with one ETag', async () => {
        const { url, asked } = setting;
        const codings: Record<string, string>[] = [{}, { 'accept-encoding': 'gzip' }];
        const plain = await get(url, codings[0]);
        const packed = await stored(setting, url, codings[1]!);
        assert.equal(plain.headers['content-encoding'], undefined);
        assert.equal(packed.headers['content-encoding'], 'gzip');
        assert.deepEqual(gunzipSync(packed.bytes), plain.bytes);
        assert.equal(packed.headers.etag, plain.headers.etag);
        assert.match(plain.headers.vary!, /accept-encoding/i);
        for (const headers of codings) await get(url, headers);
        if (program.keepsEncodings) assert.equal(asked(), 0);
      });

      it('include pictures, stored per theme', async () => {
        const { url } = setting;
        const paths = ['badge.svg?theme=light', 'badge.svg?theme=dark', 'map.svg', 'badge.json'];
        const replies: Reply[] = [];
        for (const path of paths) replies.push(await stored(setting, url + path, POLL));
        const [light, dark] = replies as [Reply, Reply];
        assert.notDeepEqual(dark.bytes, light.bytes);
        assert.match(String(dark.headers['content-security-policy']), /sandbox/);
      });

      it('do not include health and errors', async () => {
        const { url, asked } = setting;
        for (const path of ['nothing', 'health']) {
          asked();
          for (let viewer = 0; viewer < 3; viewer++) await get(url + path, POLL);
          assert.equal(asked(), 3, path);
        }
      });
    });

    describe('answers fresh for two seconds', () => {
      let setting: Setting;

      before(async () => {
        setting = await start(program, 2);
      });
      after(() => setting.stop());

      it('are replaced by the next one', async () => {
        const { url, upstream } = setting;
        assert.equal(snapshotIn(await get(url, POLL)).data.count, 2);
        upstream.respond = answer(snapshot({ count: 70 }));
        await until(async () => snapshotIn(await get(url, POLL)).data.count === 70);
      });

      const meanwhile = program.servesStale
        ? 'are served stale until the proxy has answered'
        : 'are refreshed before they are served';
      it(`${meanwhile} when they have expired`, async () => {
        const { url, gate, asked } = setting;
        await stored(setting, url, POLL);
        let release = (): void => undefined;
        gate.open = new Promise((resolve) => (release = resolve));
        asked();
        const viewers: Promise<Reply>[] = [];
        await until(() => {
          viewers.push(get(url, POLL));
          return Promise.resolve(asked() > 0);
        });
        if (program.servesStale) assert.equal((await get(url, POLL)).status, 200);
        release();
        for (const { status } of await Promise.all(viewers)) assert.equal(status, 200);
      });

      for (const coding of ['gzip', undefined]) {
        it(`pass through a stream ${coding ? 'with gzip' : 'without encoding'} without delay`, async () => {
          const { url, upstream, proxyUrl } = setting;
          upstream.respond = answer(snapshot({ count: 80 }));
          await until(async () => snapshotIn(await get(proxyUrl)).data.count === 80);
          const stream = await openStream(`${url}stream`, coding ? { 'accept-encoding': coding } : {});
          assert.equal(stream.response.headers['content-encoding'], coding);
          await until(() => Promise.resolve(stream.text().includes('"count":80')));
          upstream.respond = answer(snapshot({ count: 90 }));
          await until(() => Promise.resolve(stream.text().includes('"count":90')));
          stream.close();
        });
      }
    });

    it('marks answers as stale when DataFast fails', async (t) => {
      const { url, upstream, stop } = await start(program, 2);
      t.after(stop);
      assert.equal(snapshotIn(await get(url, POLL)).meta.stale, false);
      upstream.respond = failure(500);
      await until(async () => snapshotIn(await get(url, POLL)).meta.stale);
    });

    it('keeps the element’s clock right, whatever the age of an answer when it was stored', async (t) => {
      await Promise.all(
        [0, 4, 7].map(async (age) => {
          const { cache, url, proxyUrl, clock, stop } = await start(program, 10);
          t.after(stop);
          // Loaded in the past, by the proxy's clock, and stored now.
          clock.aheadMs = -age * 1000;
          await get(proxyUrl);
          clock.aheadMs = 0;
          const { signal } = new AbortController();
          let isLate = false;
          const first = performance.now();
          await until(async () => {
            const before = Date.now();
            const given = await requestSnapshot(url, { credentials: 'omit', signal });
            assert.ok(given.ok, cache.said());
            const ahead = given.serverTime! - Date.now();
            // `Date` and `Age` are of whole seconds each.
            assert.ok(ahead < 1000, `${program.name}, ${age} s: ${ahead} ms ahead`);
            assert.ok(
              given.serverTime! > before - 2000 - LATENCY_MS,
              `${program.name}, ${age} s: ${before - given.serverTime!} ms behind`,
            );
            isLate = performance.now() - first > 2500;
            return isLate;
          });
        }),
      );
    });
  });
}

/** Reads a body that has no end. */
async function openStream(url: string, headers: Record<string, string>) {
  const request = httpRequest(url, { headers, agent: false }).end();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.on('response', resolve).on('error', reject);
  });
  let text = '';
  const body = response.headers['content-encoding'] === 'gzip' ? response.pipe(createGunzip()) : response;
  body.on('data', (chunk: Buffer) => (text += chunk.toString())).on('error', () => undefined);
  response.on('error', () => undefined);
  return { response, text: () => text, close: () => request.destroy() };
}
