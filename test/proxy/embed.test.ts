import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { JSDOM } from 'jsdom';
import { readPackageFiles } from '../../src/adapters/node/package-files.ts';
import { VERSION } from '../../src/base/version.ts';
import { createLiveMapProxy, type LiveMapProxyOptions, type PackageFiles } from '../../src/proxy/index.ts';
import { startProxy } from './start.ts';
import { failure, snapshot, answer } from './upstream.ts';

const SCRIPT = 'export {};\n'.repeat(100);
const MAP = `/embed/${VERSION}/datafast-live-map.js`;

describe('GET /embed', () => {
  let folder: string;
  let files: PackageFiles;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embed-'));
    await mkdir(join(folder, 'cdn/languages'), { recursive: true });
    for (const name of [
      'secret.js',
      'cdn/datafast-live-map.js',
      'cdn/datafast-live-map.js.map',
      'cdn/datafast-live-map.iife.js',
      'cdn/datafast-live-badge.js',
      'cdn/languages/de.js',
      'cdn/NOTICE',
    ]) {
      await writeFile(join(folder, name), SCRIPT);
    }
    files = readPackageFiles(join(folder, 'cdn'));
  });

  after(() => rm(folder, { recursive: true }));

  const policyOf = async (options: LiveMapProxyOptions): Promise<Record<string, string>> => {
    const proxy = createLiveMapProxy({ sampleData: true, ...options });
    const response = await proxy.fetch(new Request('https://live.example/embed'), { files });
    const policy = response.headers.get('content-security-policy')!;
    return Object.fromEntries(policy.split('; ').map((part) => part.split(/ (.*)/s).slice(0, 2) as [string, string]));
  };

  it('is a page with the rendered map and its script', async (t) => {
    const { get, upstream } = await startProxy(t, { files });
    const { status, headers, bytes } = await get('/embed?lang=de&projection=globe&title=Leser');
    assert.equal(status, 200);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.match(headers['cache-control']!, /^public, s-maxage=/);
    const { document } = new JSDOM(bytes.toString(), { url: 'https://live.example/embed' }).window;
    assert.equal(document.title, 'Leser');
    assert.equal(document.documentElement.lang, 'de');
    const element = document.querySelector('datafast-live-map')!;
    assert.equal(element.getAttribute('projection'), 'globe');
    assert.equal(element.getAttribute('lang'), 'de');
    assert.equal(new URL(element.getAttribute('proxy-url')!, document.baseURI).href, 'https://live.example/');
    assert.match(element.querySelector('template')!.content.querySelector('.count')!.textContent, /2 .*Menschen hier/);
    assert.equal(document.querySelector('script')!.src, `https://live.example${MAP}`);
    assert.equal(upstream.requests.length, 1);
  });

  it('has a policy that allows only its own script and the wake lock', async (t) => {
    const { get } = await startProxy(t, { files });
    const { headers } = await get('/embed');
    assert.match(String(headers['permissions-policy']), /^([a-z-]+=\(\), )+screen-wake-lock=\(self\)$/);
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    const { 'style-src': styles, ...policy } = await policyOf({});
    assert.match(styles!, /^('sha256-[\w+/]{43}='( |$))+$/);
    assert.deepEqual(policy, {
      'default-src': "'none'",
      'script-src': "'self'",
      'connect-src': "'self'",
      'img-src': 'data:',
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': '*',
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
    });
  });

  const framing: [options: LiveMapProxyOptions, ancestors: string][] = [
    [{}, '*'],
    [{ allowedOrigins: [] }, "'self'"],
    [
      { allowedOrigins: ['https://shop.example', 'https://*.team.example'] },
      "'self' https://shop.example https://*.team.example",
    ],
    [{ embed: { ancestors: ['https://wiki.example'] } }, "'self' https://wiki.example"],
    [{ embed: { ancestors: [] } }, "'self'"],
    [{ embed: { ancestors: '*' }, allowedOrigins: ['https://shop.example'] }, '*'],
  ];
  for (const [options, ancestors] of framing) {
    it(`may be framed by ${ancestors} with ${JSON.stringify(options)}`, async () => {
      assert.equal((await policyOf(options))['frame-ancestors'], ancestors);
    });
  }

  it('has only the script at the configured scriptUrl', async () => {
    const scriptUrl = 'https://cdn.example/a;b,c/cdn/datafast-live-map.js';
    const proxy = createLiveMapProxy({ sampleData: true, embed: { scriptUrl } });
    const response = await proxy.fetch(new Request('https://live.example/embed'));
    assert.match(
      await response.text(),
      /<script type="module" src="https:\/\/cdn\.example\/a;b,c\/cdn\/datafast-live-map\.js">/,
    );
    assert.equal((await policyOf({ embed: { scriptUrl } }))['script-src'], 'https://cdn.example/a%3Bb%2Cc/cdn/');
    assert.equal((await policyOf({ embed: { scriptUrl: '/cdn/datafast-live-map.js' } }))['script-src'], "'self'");
  });

  it('is below basePath, with its files', async (t) => {
    const { get } = await startProxy(t, { files, basePath: '/live' });
    assert.equal((await get('/live/embed')).status, 200);
    assert.equal((await get(`/live${MAP}`)).status, 200);
    for (const path of ['/embed', MAP, '/live/embed/']) assert.equal((await get(path)).status, 404, path);
  });

  it('answers 404 when off or without a script, which is logged once', async (t) => {
    const { get } = await startProxy(t, { files, embed: false });
    for (const path of ['/embed', MAP]) assert.equal((await get(path)).status, 404);
    const without = await startProxy(t);
    for (const path of ['/embed', '/embed', MAP]) assert.equal((await without.get(path)).status, 404);
    assert.deepEqual(without.log, [
      'warn: datafast-live-map: GET /embed is 404: this runtime reads no files. Set embed.scriptUrl.',
    ]);
  });

  it('requires permission and is uncacheable with it', async (t) => {
    const authorize = (request: Request): boolean => request.headers.get('cookie') === 'team';
    const { get } = await startProxy(t, { files, authorize });
    for (const path of ['/embed', MAP]) {
      assert.equal((await get(path)).status, 401);
      const { status, headers } = await get(path, { cookie: 'team' });
      assert.deepEqual([status, headers['cache-control']], [200, 'private, no-store']);
    }
  });

  it('is an uncacheable loading state when there is no snapshot', async (t) => {
    const { get, upstream, clock } = await startProxy(t, { files, respond: failure(500) });
    const { status, headers, bytes } = await get('/embed');
    assert.deepEqual([status, headers['cache-control']], [200, 'no-store']);
    assert.match(bytes.toString(), /<datafast-live-map/);
    assert.ok(headers['content-security-policy']);
    upstream.respond = answer(snapshot());
    clock.passSeconds(600);
    assert.match((await get('/embed')).bytes.toString(), /"count":2/);
  });

  it('escapes text of any origin', async (t) => {
    const hostile = `"'><img src=x onerror=alert(1)></title></script><!--`;
    const { get } = await startProxy(t, { files });
    const query = new URLSearchParams({ title: hostile, label: hostile, lang: hostile, theme: hostile, fit: hostile });
    const { document } = new JSDOM((await get(`/embed?${query}`)).bytes.toString(), {}).window;
    assert.equal(document.title, hostile);
    assert.equal(document.querySelector('datafast-live-map')!.getAttribute('label'), hostile);
    assert.deepEqual([document.querySelectorAll('img').length, document.querySelectorAll('script').length], [0, 1]);
    const attributes = [...document.querySelectorAll('*')].flatMap((node) => node.getAttributeNames());
    assert.deepEqual(
      attributes.filter((name) => /^on|^style$/.test(name)),
      [],
    );
  });

  it('caches a bounded number of variants', async (t) => {
    const { get } = await startProxy(t, { files });
    const etags = new Set<string>();
    for (let index = 0; index < 70; index++) etags.add((await get(`/embed?title=${index}`)).headers.etag!);
    assert.equal(etags.size, 70);
    assert.equal((await get('/embed?title=0')).headers.etag, [...etags][0]);
  });

  describe('files of /embed', () => {
    it('are immutable, compressed, and revalidated', async (t) => {
      const { get } = await startProxy(t, { files });
      const { status, headers, bytes } = await get(MAP, { 'accept-encoding': 'br' });
      assert.equal(status, 200);
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
      assert.equal(headers['content-type'], 'text/javascript; charset=utf-8');
      assert.equal(brotliDecompressSync(bytes).toString(), SCRIPT);
      assert.equal((await get(MAP, { 'if-none-match': headers.etag! })).status, 304);
      assert.equal((await get(MAP, {}, 'POST')).status, 405);
      assert.equal((await get(`/embed/${VERSION}/languages/de.js`)).status, 200);
      assert.match((await get(`/embed/${VERSION}/NOTICE`)).headers['content-type']!, /^text\/plain/);
    });

    for (const name of [
      '',
      'absent.js',
      'languages',
      'datafast-live-map.js.map',
      'datafast-live-map.iife.js',
      'datafast-live-badge.js',
      '../secret.js',
      '..%2fsecret.js',
      'languages/../../secret.js',
      '%2e%2e/secret.js',
      'datafast-live-map.js%00',
      '__proto__',
    ]) {
      it(`do not include ${name}`, async (t) => {
        const { get } = await startProxy(t, { files });
        assert.equal((await get(`/embed/${VERSION}/${name}`)).status, 404);
      });
    }

    it('do not include those of another version', async (t) => {
      const { get } = await startProxy(t, { files });
      for (const path of ['/embed/0.0.1/datafast-live-map.js', '/embed/datafast-live-map.js'])
        assert.equal((await get(path)).status, 404);
    });
  });

  const bad: [embed: unknown, message: RegExp][] = [
    ['yes', /^embed: expected true, false or an object, got "yes"/],
    [{ url: 'x' }, /^embed: expected only ancestors and scriptUrl/],
    [{ ancestors: 'https://a.example' }, /^embed\.ancestors: expected "\*" or a list/],
    [{ ancestors: ['https://a.example; script-src *'] }, /^embed\.ancestors: expected/],
    [{ ancestors: ["'none'"] }, /^embed\.ancestors: expected origins/],
    ...[
      1,
      '',
      'datafast-live-map.js',
      '//evil.example/datafast-live-map.js',
      'javascript:/datafast-live-map.js',
      'https://a.example/map.js',
      'https://u:p@a.example/datafast-live-map.js',
    ].map((scriptUrl): [unknown, RegExp] => [{ scriptUrl }, /^embed\.scriptUrl: expected the address/]),
  ];
  for (const [embed, message] of bad) {
    it(`rejects ${JSON.stringify(embed)}`, () => {
      const options = { sampleData: true, embed } as LiveMapProxyOptions;
      assert.throws(() => createLiveMapProxy(options), { message });
    });
  }
});
