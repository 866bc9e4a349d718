import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { resvgPng } from '../../src/adapters/png.ts';
import { createLiveMapProxy, type LiveMapProxyOptions, type RenderPng } from '../../src/proxy/index.ts';
import { PngPictures } from '../../src/proxy/routes/png.ts';
import { startProxy } from './start.ts';
import { answer, failure, snapshot } from './upstream.ts';

const EMPTY = PNG.sync.write(new PNG({ width: 1, height: 1 }));

/** Counts, and answers with a picture of one pixel. */
function counting(): { png: RenderPng; svgs: string[] } {
  const svgs: string[] = [];
  return { svgs, png: (svg) => (svgs.push(svg), Promise.resolve(EMPTY)) };
}

describe('GET /map.png', () => {
  it('answers 404 without a renderer, and logs once what it needs', async (t) => {
    const { get, log } = await startProxy(t);
    for (let time = 0; time < 2; time++) assert.equal((await get('/map.png')).status, 404);
    const lines = log.filter((line) => line.includes('/map.png'));
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /^warn: .*GET \/map\.png is 404: it needs a renderer\. Set the option png, .*--png\.$/);
  });

  const wasm = async (): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const renderers: [name: string, create: () => Promise<RenderPng>][] = [
    ['resvg-js', () => Promise.resolve(resvgPng())],
    ['resvg-wasm', async () => resvgPng({ wasm: await wasm() })],
  ];
  for (const [name, create] of renderers) {
    it(`is the map with its count, 1200 × 630, by ${name}`, async (t) => {
      const { get } = await startProxy(t, { png: await create() });
      const reply = await get('/map.png?lang=ja');
      assert.equal(reply.status, 200);
      assert.equal(reply.headers['content-type'], 'image/png');
      assert.equal(reply.headers['cache-control'], 'public, max-age=60');
      assert.equal(reply.headers['cross-origin-resource-policy'], 'cross-origin');
      const { width, height, data } = PNG.sync.read(reply.bytes);
      assert.deepEqual([width, height], [1200, 630]);
      const colourAt = (x: number, y: number): string =>
        data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3).toString('hex');
      assert.equal(colourAt(0, 0), 'ffffff');
      assert.equal(colourAt(645, 310), 'dfe3e8', 'Africa');
      // The number and the words, at the left below.
      let ink = 0;
      for (let y = 430; y < 600; y++) for (let x = 40; x < 400; x++) if (colourAt(x, y) < '888888') ink++;
      assert.ok(ink > 1500, `${ink} dark pixels`);
    });
  }

  it('contains no text that needs a font', async (t) => {
    const { png, svgs } = counting();
    const { get } = await startProxy(t, { png, respond: answer(snapshot({ count: 1234 })) });
    for (const query of ['', '?theme=dark&lang=de', '?lang=ar&daylight']) await get(`/map.png${query}`);
    assert.equal(svgs.length, 3);
    for (const svg of svgs) assert.doesNotMatch(svg, /<text|<style|NaN|undefined/);
  });

  it('is rendered once per snapshot, and at most once a minute', async (t) => {
    const { png, svgs } = counting();
    const { get, clock, settled } = await startProxy(t, { png });
    for (let second = 0; second < 59; second += 5) {
      await get('/map.png');
      await settled();
      clock.passSeconds(5);
    }
    assert.equal(svgs.length, 1);
    await get('/map.png');
    await settled();
    await get('/map.png?theme=dark');
    await get('/map.png?theme=dark&unknown=1');
    assert.equal(svgs.length, 3);
  });

  it('is an uncacheable map without a count when there is no snapshot', async (t) => {
    const { png } = counting();
    const { get } = await startProxy(t, { png, respond: failure(500) });
    const { status, headers } = await get('/map.png');
    assert.deepEqual([status, headers['cache-control']], [200, 'no-store']);
  });

  it('is the same when the last snapshot is older than what it counts', async (t) => {
    const { png, svgs } = counting();
    const { get, upstream, clock, settled } = await startProxy(t, { png, staleSeconds: 3600 });
    await get('/map.png');
    upstream.respond = failure(500);
    clock.passSeconds(1200);
    await get('/map.png');
    await settled();
    assert.equal((await get('/map.png')).headers['cache-control'], 'no-store');
    assert.equal(svgs.length, 2);
    assert.notEqual(svgs[1], svgs[0]);
  });

  it('requires permission', async (t) => {
    const { get } = await startProxy(t, { png: counting().png, authorize: () => false });
    assert.equal((await get('/map.png')).status, 401);
  });

  const broken: [what: string, png: () => unknown][] = [
    [
      'throws',
      () => {
        throw new Error('df_secret');
      },
    ],
    ['rejects', () => Promise.reject(new Error('df_secret'))],
    ['gives text', () => Promise.resolve('<svg/>')],
    ['gives other bytes', () => Promise.resolve(new Uint8Array(100))],
    ['gives too many', () => Promise.resolve(Buffer.concat([EMPTY, Buffer.alloc(5e6)]))],
  ];
  for (const [what, render] of broken) {
    it(`answers 503 when the renderer ${what}; other routes are unaffected`, async (t) => {
      let calls = 0;
      const png = ((): unknown => (calls++, render())) as RenderPng;
      const { get, log, clock } = await startProxy(t, { png });
      for (let request = 0; request < 2; request++) {
        const reply = await get('/map.png');
        assert.equal(reply.status, 503);
        assert.equal(reply.error().reason, 'picture-unavailable');
        assert.deepEqual([reply.headers['cache-control'], reply.headers['retry-after']], ['no-store', '60']);
      }
      assert.equal(calls, 1, 'it is not called again at once');
      for (const path of ['/', '/map.svg', '/badge.svg']) assert.equal((await get(path)).status, 200);
      assert.equal(log.length, 1);
      assert.match(log[0]!, /^error: datafast-live-map: GET \/map\.png failed: /);
      assert.doesNotMatch(log[0]!, /secret/);
      clock.passSeconds(61);
      await get('/map.png');
      assert.equal(calls, 2);
    });
  }

  it('rejects a renderer that is not a function', () => {
    const options = { sampleData: true, png: 'resvg' } as unknown as LiveMapProxyOptions;
    assert.throws(() => createLiveMapProxy(options), { message: /^png: expected a function, got "resvg"/ });
  });
});

describe('slow rendering', () => {
  function start(render: () => Promise<Uint8Array>): { pictures: PngPictures; clock: { now: number } } {
    const clock = { now: 0 };
    return { clock, pictures: new PngPictures({ now: () => clock.now, headers: {}, log: () => undefined, render }) };
  }

  /** Lets so much time pass. */
  async function pass(timers: { tick: (ms: number) => void }, ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 20) {
      timers.tick(20);
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    }
  }

  it('times out after five seconds and blocks no other for longer than a minute', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let calls = 0;
    const { pictures, clock } = start(() => (calls++, new Promise<never>(() => undefined)));
    const settled: (number | string)[] = [];
    const ask = (variant: string): void => {
      void pictures.get(null, variant).then((picture) => settled.push(picture ? 'picture' : variant));
    };
    for (const variant of ['one', 'two', 'three', 'one']) ask(variant);
    await pass(t.mock.timers, 4900);
    assert.deepEqual(settled.sort(), ['one', 'one', 'three', 'two']);
    assert.equal(calls, 2, 'two at a time');
    clock.now = 61_000;
    ask('four');
    assert.equal(calls, 3);
  });

  it('is shared by all simultaneous requests', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const finish: ((bytes: Uint8Array) => void)[] = [];
    const { pictures } = start(() => new Promise((resolve) => finish.push(resolve)));
    const all = Promise.all([1, 2, 3].map(() => pictures.get(null, 'one')));
    assert.equal(finish.length, 1);
    finish[0]!(EMPTY);
    const progress = { isDone: false };
    void all.then(() => (progress.isDone = true));
    while (!progress.isDone) {
      t.mock.timers.tick(20);
      // What the picture's entity tag needs as well: the clock does not run ahead of it on a busy machine.
      await crypto.subtle.digest('SHA-256', new Uint8Array(EMPTY));
    }
    const [first, ...others] = await all;
    assert.ok(first);
    for (const other of others) assert.equal(other, first);
  });
});
