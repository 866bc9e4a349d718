import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { build } from 'vite';
import { createLiveMapProxy, type LiveMapProxy } from 'datafast-live-map/proxy';
import { toNodeListener } from 'datafast-live-map/proxy/node';
import { waitForMarks } from '../drawn-marks.ts';
import { createSimulator } from '../../src/simulator/index.ts';
import { startUpstream, type Upstream } from '../../demo/upstream/server.ts';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { documentedExample } from './example.ts';

const DIST = join(import.meta.dirname, '../../dist');
const CDN_FOLDER = join(DIST, 'cdn');
const KEY = 'df_strict_test';
const STRICT = ['/', '/bundled'];
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  `require-trusted-types-for 'script'; trusted-types 'none'; report-uri /reports`;
const MAP = '<datafast-live-map proxy-url="/live">A map of who is here.</datafast-live-map>';
const BADGE = '<datafast-live-badge proxy-url="/live" href="/">Live</datafast-live-badge>';
/** What the README says, in a file, since the page has no styles of its own. */
const LAYOUT = await readFile(join(import.meta.dirname, '../../demo/layout.css'));

const kinds = {
  module: (name: string) => `<script type="module" src="/cdn/datafast-live-${name}.js"></script>`,
  classic: (name: string, rest = '') => `<script ${rest} src="/cdn/datafast-live-${name}.iife.js"></script>`,
};

const TYPES: Record<string, string> = { '.json': 'application/json', '.css': 'text/css' };

/** What a proxy may answer, by the path below `/answers/`; without any, it is an error. */
const ANSWERS: Record<string, () => object> = {
  empty: () => changed({ count: 0, visitors: [], recentEvents: [] }),
  stale: () => ({ ...changed({}), meta: { version: 1, generatedAt: new Date(Date.now() - 120_000), stale: true } }),
  // Without coordinates, as from a proxy that only forwards: the map finds the places by their names.
  named: () => {
    const cities = [
      { city: 'Tokyo', region: null, countryCode: 'JP' },
      { city: 'Lagos', region: 'PT-08', countryCode: 'PT' },
    ];
    const visitors = cities.map((location) => ({ visitorId: location.city, location }));
    return changed({ visitors });
  },
  surge: () => createSimulator({ visitors: 600, steady: true }).answerAt(Date.now()),
};

function changed(data: object): object {
  const example = documentedExample(Date.now()) as { data: object };
  return { ...example, data: { ...example.data, ...data } };
}

/** A map in every state, and with everything that is fetched when it is wanted. */
const STATES = `
  <datafast-live-map></datafast-live-map>
  ${['empty', 'error', 'stale', 'named', 'surge'].map((name) => `<datafast-live-map proxy-url="/answers/${name}"></datafast-live-map>`).join('')}
  <datafast-live-map proxy-url="/live" fit="PT" borders graticule daylight sound history breakdown="pages countries"></datafast-live-map>
  <datafast-live-map proxy-url="/live" transport="stream" theme="dark"></datafast-live-map>
  <datafast-live-map proxy-url="/live" lang="ar"></datafast-live-map>
  <datafast-live-map proxy-url="/live" lang="zh-Hans" projection="globe"></datafast-live-map>
  <datafast-live-badge proxy-url="/live" lang="de"></datafast-live-badge>
  <datafast-live-badge proxy-url="/answers/error"></datafast-live-badge>
  <datafast-live-badge proxy-url="/answers/stale"></datafast-live-badge>`;
/** Paths that a page with a map and a badge may ask for; a bundler puts what several files share into one of its own. */
const ALLOWED =
  /^\/(|lenient|bundled|live|both\.js|layout\.css|cdn\/[\w./-]+\.(js|json)|assets\/(playback|map-interaction|country-points|dom|hash|host|map-position)-[\w-]+\.js)$/;
const FETCHED = [
  'PT',
  'ar',
  'de',
  'zh-Hans',
  'failure-reasons',
  'playback',
  'map-interaction',
  'country-points',
  'interactive-camera',
  'night-layer',
  'optional-parts',
  'breakdown',
  'filter',
  'look-back',
  'history-player',
  'sound',
  'lazy-geocoder',
  'hot',
  'stream',
  'fine-land',
  'fine-borders',
  'boxes',
];

interface Visit {
  tab: Page;
  /** Violations seen by the page, errors, and console messages. */
  troubles: string[];
  /** Paths that were asked for. */
  asked: string[];
}

describe('a page with the strictest policies', () => {
  let browser: Browser;
  let upstream: Upstream;
  let proxy: LiveMapProxy;
  let site: Server;
  let origin: string;
  let markup = '';
  let reports: string[] = [];
  /** What a bundler makes of both elements. */
  let bundle: string;

  before(async () => {
    browser = await launchChromium();
    bundle = await mkdtemp(join(tmpdir(), 'live-map-strict-'));
    await writeFile(
      join(bundle, 'app.js'),
      ['index', 'badge'].map((name) => `import '${DIST}/${name}.js';`).join('\n'),
    );
    await build({
      root: bundle,
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: bundle,
        emptyOutDir: false,
        rolldownOptions: { input: join(bundle, 'app.js'), output: { entryFileNames: 'both.js' } },
      },
    });
    upstream = await startUpstream({ apiKey: KEY, answer: documentedExample(Date.now()) });
    proxy = createLiveMapProxy({ apiKey: KEY, upstream: upstream.url, basePath: '/live' });
    const live = toNodeListener(proxy);
    site = createServer((request, response) => {
      const { pathname } = new URL(request.url!, 'http://site');
      if (pathname.startsWith('/live')) {
        live(request, response);
        return;
      }
      void (async () => {
        if (pathname === '/reports') {
          reports.push('a report');
          response.writeHead(204).end();
          return;
        }
        const answer = ANSWERS[pathname.replace('/answers/', '')]?.();
        const isStrict = STRICT.includes(pathname);
        const isPage = isStrict || pathname === '/lenient';
        const folder = pathname.startsWith('/cdn/') ? CDN_FOLDER : bundle;
        const body = isPage
          ? `<!doctype html><html lang="en">${markup}</html>`
          : pathname === '/layout.css'
            ? LAYOUT
            : answer
              ? JSON.stringify(answer)
              : await readFile(join(folder, pathname.replace('/cdn/', ''))).catch(() => null);
        if (isStrict) response.setHeader('content-security-policy', POLICY);
        const type = answer ? 'application/json' : (TYPES[extname(pathname)] ?? 'text/javascript');
        response.setHeader('content-type', isPage ? 'text/html; charset=utf-8' : type);
        response.writeHead(body === null ? 404 : 200).end(body);
      })();
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });

  after(async () => {
    await browser.close();
    site.close();
    await proxy.close();
    await upstream.close();
    await rm(bundle, { recursive: true, force: true });
  });

  async function open(head: string, body: string, path = '/'): Promise<Visit> {
    markup = `<head><title>A shop</title><link rel="icon" href="/layout.css">
      <link rel="stylesheet" href="/layout.css">${head}</head><body><main>${body}</main></body>`;
    reports = [];
    // Everything on the screen: what cannot be seen asks for nothing.
    const tab = await browser.newPage({ viewport: { width: 1280, height: 2600 } });
    const visit: Visit = { tab, troubles: [], asked: [] };
    tab.on('console', (entry) => visit.troubles.push(entry.text()));
    tab.on('pageerror', (error) => visit.troubles.push(error.message));
    tab.on('request', (request) => visit.asked.push(request.url().replace(origin, '')));
    await tab.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
        console.error(`violation of ${violatedDirective}: ${blockedURI} ${sample}`);
      });
    });
    await tab.goto(origin + path);
    return visit;
  }

  /** Waits until each map and each badge shows its number, and closes the page: nothing happened that must not. */
  async function shown({ tab, troubles, asked }: Visit, { maps = 0, badges = 0 }): Promise<void> {
    const number = 'datafast-live-map .number:text-is("7"), datafast-live-badge b:text-is("7")';
    const waited = tab.locator(number).nth(maps + badges - 1);
    if (maps + badges > 0) await waited.waitFor();
    assert.equal(await tab.locator('datafast-live-map .number').count(), maps);
    assert.equal(await tab.locator('datafast-live-badge b').count(), badges);
    assert.deepEqual(troubles, []);
    assert.deepEqual(reports, []);
    assert.deepEqual(await tab.context().cookies(), []);
    assert.deepEqual(await tab.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [
      0,
      0,
      '',
    ]);
    for (const path of asked) assert.match(path, ALLOWED);
    await tab.close();
  }

  for (const [kind, script] of Object.entries(kinds)) {
    test(`${kind}: loads map and badge twice each without a message`, async () => {
      const both = script('map') + script('badge');
      await shown(await open(both + both, MAP + BADGE), { maps: 1, badges: 1 });
    });

    test(`${kind}: upgrades elements that precede the script`, async () => {
      await shown(await open('', MAP + BADGE + script('map') + script('badge')), { maps: 1, badges: 1 });
    });

    const late = (tab: Page, name: string): Promise<unknown> =>
      tab.addScriptTag(
        kind === 'module'
          ? { url: `/cdn/datafast-live-${name}.js`, type: 'module' }
          : { url: `/cdn/datafast-live-${name}.iife.js` },
      );

    test(`${kind}: can be injected late, into the space reserved by the fallback`, async () => {
      const visit = await open('', MAP + BADGE, '/lenient');
      const { tab } = visit;
      assert.match(await tab.locator('main').innerText(), /A map of who is here\.\s*Live/);
      const { width, height } = (await tab.locator('datafast-live-badge').boundingBox())!;
      assert.deepEqual([width, height], [144, 28]);
      await late(tab, 'map');
      await late(tab, 'badge');
      await shown(visit, { maps: 1, badges: 1 });
    });

    test(`${kind}: warns once when another version is already defined`, async () => {
      const { tab, troubles } = await open('', MAP, '/lenient');
      await tab.evaluate(() => {
        customElements.define(
          'datafast-live-map',
          class extends HTMLElement {
            static version = '0.0.1';
          },
        );
      });
      await late(tab, 'map');
      assert.equal(troubles.length, 1, troubles.join('\n'));
      assert.match(troubles[0]!, /0\.0\.1/);
      await tab.close();
    });

    test(`${kind}: supports pointer, zoom, borders, globe and table without a violation`, async () => {
      const globe = '<datafast-live-map proxy-url="/live" projection="globe" borders graticule></datafast-live-map>';
      const visit = await open(script('map'), MAP + globe);
      const { tab } = visit;
      await tab.locator('datafast-live-map .mark').first().waitFor({ state: 'attached' });
      const map = tab.locator('datafast-live-map [part="map"]').first();
      await map.hover();
      await map.press('Home');
      await map.press('+');
      await tab.locator('datafast-live-map [part="pause"]').first().click();
      await tab.locator('datafast-live-map [part="pause"]').first().click();
      await tab.locator('datafast-live-map [part="list"]').first().click();
      await tab.locator('datafast-live-map table').first().waitFor();
      await tab.locator('datafast-live-map [part="list"]').first().click();
      await shown(visit, { maps: 2 });
      assert.ok(visit.asked.some((path) => path.endsWith('interactive-camera.js')));
      assert.ok(visit.asked.some((path) => path.endsWith('borders.js')));
    });
  }

  const bundled = '<script type="module" src="/both.js"></script>';

  test('bundle: shows map and badge without a message', async () => {
    await shown(await open(bundled, MAP + BADGE, '/bundled'), { maps: 1, badges: 1 });
  });

  const pages = { module: '/', bundle: '/bundled' };
  for (const [kind, path] of Object.entries(pages)) {
    test(`${kind}: has no violation in any state, language or file loaded on demand`, async () => {
      const head = kind === 'bundle' ? bundled : kinds.module('map') + kinds.module('badge');
      const { tab, troubles, asked } = await open(head, STATES, path);
      await tab.setViewportSize({ width: 700, height: 8000 });
      const count = (name: string): Locator => tab.locator(`datafast-live-map[proxy-url$="${name}"] .count`);
      await count('empty').getByText('Nobody here right now').waitFor();
      await count('error').getByText('—').waitFor();
      await tab
        .locator('datafast-live-map[proxy-url$="stale"]')
        .getByText(/Updated/)
        .first()
        .waitFor();
      await tab.locator('datafast-live-map[proxy-url$="surge"] .dense').first().waitFor({ state: 'attached' });
      await tab.locator('datafast-live-badge[lang="de"] b:text-is("7")').waitFor();
      const parts = tab.locator('datafast-live-map[breakdown]');
      await parts.locator('[part=breakdown-row]').first().click();
      await parts.locator('[part=filter]').waitFor();
      await parts.locator('[part=sound][aria-pressed=false]').click();
      await parts.locator('[part=sound][aria-pressed=true]').waitFor();
      await parts.locator('[part~=sparkline]').click();
      await parts.locator('[part=history] input').waitFor({ state: 'attached' });
      for (const name of FETCHED) {
        const isIt = (url: string): boolean => new RegExp(`/${name}([.-][^/]*)?\\.js$`).test(url);
        if (!asked.some(isIt)) await tab.waitForRequest((request) => isIt(request.url()));
      }
      await waitForMarks(tab.locator('datafast-live-map[proxy-url$="named"]'), ({ length }) => length > 1);
      assert.deepEqual(reports, []);
      // The console has warnings of its own, and says what could not be loaded.
      assert.deepEqual(
        troubles.filter((text) => !/^<datafast-live-|^Failed to load resource/.test(text)),
        [],
      );
      await tab.close();
    });
  }

  const tag = (name: string, rest: string): string => kinds.classic(name, `data-proxy-url="/live" ${rest}`);

  test('one tag: inserts the element after the script, with the script’s options', async () => {
    const visit = await open(
      '',
      `<p>before</p>${tag('map', 'data-ticker="none" data-theme="dark" data-style="max-width: 400px"')}<p>after</p>`,
    );
    const map = visit.tab.locator('p + script + datafast-live-map:has(+ p)');
    assert.equal(await map.getAttribute('ticker'), 'none');
    assert.equal(await map.getAttribute('theme'), 'dark');
    assert.equal(await map.evaluate((element) => element.getBoundingClientRect().width), 400);
    await shown(visit, { maps: 1 });
  });

  for (const rest of ['', 'async', 'defer']) {
    test(`one tag in the head${rest && `, ${rest}`}: inserts the element first in the body`, async () => {
      const visit = await open(tag('map', rest), '<p>the page</p>');
      await visit.tab.locator('body > datafast-live-map:first-child').waitFor();
      await shown(visit, { maps: 1 });
    });
  }

  test('one tag for each map and badge: inserts one element per tag', async () => {
    const body = tag('map', '') + tag('badge', 'data-href="/"') + tag('map', 'defer') + tag('badge', 'async');
    await shown(await open('', body), { maps: 2, badges: 2 });
  });

  test('one tag without data-proxy-url: inserts nothing', async () => {
    const visit = await open(kinds.classic('map', 'data-cfasync="false"'), '');
    assert.equal(await visit.tab.locator('datafast-live-map').count(), 0);
    await shown(visit, {});
  });
});
