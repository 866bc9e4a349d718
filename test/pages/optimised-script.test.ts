import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { waitForMarks } from '../drawn-marks.ts';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { documentedExample } from './example.ts';
import { listen } from './serve.ts';

const CDN_FOLDER = join(import.meta.dirname, '../../dist/cdn');
const FOLDER = '/npm/datafast-live-map@0.1.0/dist/cdn';
const MAP = '<datafast-live-map proxy-url="/live" lang="de"></datafast-live-map>';

/** As Rocket Loader does: runs the scripts whose type it has changed, once the page is there. */
const LOADERS = {
  'by new elements': `for (const old of document.querySelectorAll('script[type$="-text/javascript"]')) {
    const script = document.createElement('script');
    for (const { name, value } of old.attributes) if (name !== 'type') script.setAttribute(name, value);
    old.replaceWith(script);
  }`,
  'as text': `for (const old of document.querySelectorAll('script[type$="-text/javascript"]'))
    fetch(old.src || old.dataset.rocketsrc).then((answer) => answer.text()).then((code) => (0, eval)(code));`,
  'as text, at once': `for (const old of document.querySelectorAll('script[type$="-text/javascript"]')) {
    const request = new XMLHttpRequest();
    request.open('GET', old.src || old.dataset.rocketsrc, false);
    request.send();
    (0, eval)(request.responseText);
  }`,
};

describe('a script changed by an optimiser', () => {
  let browser: Browser;
  let cdn: Awaited<ReturnType<typeof listen>>;
  let site: Awaited<ReturnType<typeof listen>>;
  let markup = '';
  let loader = '';
  let requests: string[] = [];
  /** Requests that nothing is found for. */
  let lost: string[] = [];
  let warnings: string[] = [];
  let tab: Page;
  /** The camera's file is missing, once this settles. */
  let missing: Promise<void> | null = null;
  let classic = '';
  let module = '';

  before(async () => {
    browser = await launchChromium();
    classic = await readFile(join(CDN_FOLDER, 'datafast-live-map.iife.js'), 'utf8');
    module = await readFile(join(CDN_FOLDER, 'datafast-live-map.js'), 'utf8');
    const file = async (name: string): Promise<string | null> => {
      if (name === 'interactive-camera.js' && missing) {
        await missing;
        return null;
      }
      return readFile(join(CDN_FOLDER, name), 'utf8').catch(() => null);
    };
    cdn = await listen((request, response) => {
      void (async () => {
        const { pathname } = new URL(request.url!, 'http://cdn');
        requests.push(pathname);
        const isImage = pathname === '/datafast-live-elsewhere.js';
        const body = isImage
          ? ''
          : pathname.startsWith(`${FOLDER}/`)
            ? await file(pathname.slice(FOLDER.length + 1))
            : null;
        if (body === null) lost.push(pathname);
        response.setHeader('access-control-allow-origin', '*');
        response.setHeader('content-type', 'text/javascript');
        response.writeHead(body === null ? 404 : 200).end(body);
      })();
    });
    site = await listen((request, response) => {
      void (async () => {
        const { pathname } = new URL(request.url!, 'http://site');
        const scripts: Record<string, string> = {
          '/wp-content/cache/min/1/ab12.js': `var first = 1;\n${classic}\nvar last = 1;`,
          '/combine/npm/a.js,npm/datafast-live-map.iife.js': `var first = 1;\n${classic}`,
          '/wp-content/cache/min/1/datafast-live-map.iife.js': classic,
          '/rocket-loader.js': loader,
          '/app/bundle.js': module,
        };
        const body =
          scripts[pathname] ??
          (pathname === '/shop/product'
            ? `<!doctype html><html lang="en"><title>A shop</title><link rel="icon" href="data:,">${markup}</html>`
            : pathname === '/live'
              ? JSON.stringify(documentedExample(Date.now()))
              : pathname.startsWith('/assets/live-map/')
                ? await file(pathname.slice('/assets/live-map/'.length))
                : null);
        if (body === null) lost.push(pathname);
        const type = { '/live': 'application/json', '/shop/product': 'text/html; charset=utf-8' }[pathname];
        response.setHeader('content-type', type ?? 'text/javascript; charset=utf-8');
        response.writeHead(body === null ? 404 : 200).end(body);
      })();
    });
  });

  after(async () => {
    await browser.close();
    site.server.close();
    cdn.server.close();
  });

  afterEach(async () => {
    await tab.close();
    missing = null;
  });

  async function open(page: string): Promise<void> {
    markup = page;
    [requests, lost, warnings] = [[], [], []];
    tab = await browser.newPage();
    tab.on('console', (entry) => warnings.push(entry.text()));
    tab.on('pageerror', (error) => warnings.push(error.stack ?? error.message));
    await tab.goto(`${site.origin}/shop/product`);
    await tab.locator('datafast-live-map .number:text-is("7")').waitFor();
    await waitForMarks(tab.locator('datafast-live-map'), ({ length }) => length > 3);
    await tab.locator('datafast-live-map li .sentence').nth(2).waitFor();
  }

  const zoomIn = (): ReturnType<Page['locator']> => tab.locator('datafast-live-map .zoomIn');
  const description = async (): Promise<string> => (await tab.locator('#summary').textContent())!;

  /** All that is on demand is there, from the CDN or from where the page says. */
  async function isWhole(folder: string = FOLDER): Promise<void> {
    await tab.getByText('Menschen hier').first().waitFor();
    await tab.locator('.map').focus();
    await tab.keyboard.press('+');
    await tab.locator('.zoomReset').waitFor();
    assert.match(await description(), /vergrößern/);
    assert.deepEqual(lost, []);
    assert.deepEqual(warnings, []);
    if (folder === FOLDER) assert.ok(requests.includes(`${FOLDER}/interactive-camera.js`), requests.join());
    else assert.ok(!requests.some((path) => path.endsWith('/interactive-camera.js')), requests.join());
  }

  /** The map has all that is in its script, and promises nothing else. */
  async function doesWithout(): Promise<void> {
    await tab.getByText('people here').first().waitFor();
    assert.equal(await zoomIn().count(), 0);
    await tab.locator('.map').hover();
    await tab.locator('.map[role=img]:not([tabindex])').waitFor();
    assert.equal(await tab.locator('[part=list]:visible').count(), 0);
    assert.equal(await description(), '');
    assert.deepEqual(lost, []);
    assert.equal(warnings.length, 1, warnings.join('\n'));
    assert.match(warnings[0]!, /data-live-map-files/);
  }

  /** By name: the tag, with what an attribute says. */
  const WITHOUT_ADDRESS: Record<string, (attribute: string) => string> = {
    'is inlined': (attribute) => `<script ${attribute}>${classic}</script>`,
    'is inlined, as a module': (attribute) => `<script type="module" ${attribute}>${module}</script>`,
    'became a part of another file': (attribute) =>
      `<script src="/wp-content/cache/min/1/ab12.js" ${attribute}></script>`,
    'is a copy in a cache': (attribute) =>
      `<script src="/wp-content/cache/min/1/datafast-live-map.iife.js?ver=1" ${attribute}></script>`,
    'became a part of another file, deferred': (attribute) =>
      `<script src="/wp-content/cache/min/1/ab12.js" defer ${attribute}></script>`,
    'is one of several that a CDN combines': (attribute) =>
      `<script src="/combine/npm/a.js,npm/datafast-live-map.iife.js" ${attribute}></script>`,
    'became a part of another module': (attribute) =>
      `<script type="module" src="/app/bundle.js" ${attribute}></script>`,
    'is run as text, and its tag has another attribute for its address': (attribute) => {
      loader = LOADERS['as text'];
      return `<script type="a1-text/javascript" data-rocketsrc="${cdn.origin}${FOLDER}/datafast-live-map.iife.js" ${attribute}></script>
        <script src="/rocket-loader.js" defer></script>`;
    },
  };
  for (const [name, tag] of Object.entries(WITHOUT_ADDRESS)) {
    test(`${name}: works without the files on demand and warns once`, async () => {
      await open(tag('') + MAP);
      await doesWithout();
    });

    test(`${name}, with data-live-map-files: loads every file on demand`, async () => {
      await open(tag(`data-live-map-files="${cdn.origin}${FOLDER}"`) + MAP);
      await isWhole();
    });
  }

  test('resolves data-live-map-files relative to the page, with or without a trailing slash', async () => {
    for (const folder of ['../assets/live-map', '/assets/live-map/']) {
      await open(`<script data-live-map-files="${folder}">${classic}</script>${MAP}`);
      await isWhole(folder);
      if (folder.endsWith('p')) await tab.close();
    }
  });

  for (const [way, code] of Object.entries(LOADERS)) {
    test(`is run later, ${way}: loads every file on demand`, async () => {
      loader = code;
      await open(
        `<script type="a1-text/javascript" src="${cdn.origin}${FOLDER}/datafast-live-map.iife.js"></script>${MAP}
        <script src="/rocket-loader.js" defer></script>`,
      );
      await isWhole();
    });

    test(`of one tag, is run later, ${way}: inserts the map and loads every file on demand`, async () => {
      loader = code;
      await open(
        `<p>before</p><script type="a1-text/javascript" src="${cdn.origin}${FOLDER}/datafast-live-map.iife.js"
        data-proxy-url="/live" data-lang="de"></script><p>after</p><script src="/rocket-loader.js" defer></script>`,
      );
      assert.equal(await tab.locator('p + script + datafast-live-map:has(+ p)').count(), 1);
      await isWhole();
    });
  }

  test('reads data-live-map-files from script elements only', async () => {
    const elsewhere = `${cdn.origin}/datafast-live-elsewhere.js`;
    await open(
      `<div data-live-map-files="${cdn.origin}/elsewhere"></div><img name="currentScript" alt=""
      data-live-map-files="${cdn.origin}/elsewhere" src="${elsewhere}"><script>${classic}</script>${MAP}`,
    );
    await doesWithout();
    // The image itself.
    assert.deepEqual(requests, ['/datafast-live-elsewhere.js']);
  });

  test('moves focus from a zoom button to the map when its file fails to load', async () => {
    let answer: () => void = () => undefined;
    missing = new Promise((resolve) => (answer = resolve));
    await open(`<script src="${cdn.origin}${FOLDER}/datafast-live-map.iife.js"></script>${MAP}`);
    await tab.getByText('Menschen hier').first().waitFor();
    await tab.locator('.map').focus();
    await zoomIn().focus();
    answer();
    await zoomIn().waitFor({ state: 'detached' });
    await tab.locator('.map:focus').waitFor();
    assert.deepEqual(lost, [`${FOLDER}/interactive-camera.js`]);
    assert.equal(warnings.filter((text) => text.includes('data-live-map-files')).length, 1, warnings.join('\n'));
  });
});
