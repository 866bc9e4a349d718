import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { listen } from './serve.ts';

const CDN_FOLDER = join(import.meta.dirname, '../../dist/cdn');
const PACKAGE = '/npm/datafast-live-map@0.1.0';
const FOLDER = `${PACKAGE}/dist/cdn`;
const scripts = {
  module: { file: 'datafast-live-map.js', type: 'module' },
  classic: { file: 'datafast-live-map.iife.js', type: 'text/javascript' },
};
type Kind = keyof typeof scripts;

describe('files on demand for a script of another origin', () => {
  let browser: Browser;
  let cdn: Awaited<ReturnType<typeof listen>>;
  let site: Awaited<ReturnType<typeof listen>>;
  let asked: string[] = [];
  /** A file that the CDN has lost. */
  let missing: string | null = null;
  /** None of these files is answered before all have been requested. */
  let together = new Set<string>();
  let allRequested: () => void = () => undefined;
  let released = Promise.resolve();

  before(async () => {
    browser = await launchChromium();
    cdn = await listen((request, response) => {
      void (async () => {
        const { pathname, searchParams } = new URL(request.url!, 'http://cdn');
        asked.push(pathname);
        // The package's name alone is answered with its script, without a redirection, as jsDelivr does it.
        const isName = pathname.replace(/\/$/, '') === PACKAGE;
        const file = isName ? scripts[searchParams.get('kind') as Kind].file : pathname.slice(`${FOLDER}/`.length);
        if (together.delete(file)) {
          if (together.size === 0) allRequested();
          await released;
        }
        const body = file === missing ? null : await readFile(join(CDN_FOLDER, file)).catch(() => null);
        response.setHeader('access-control-allow-origin', '*');
        response.setHeader('content-type', 'text/javascript');
        response.writeHead(body ? 200 : 404).end(body);
      })();
    });
    site = await listen((request, response) => {
      const { searchParams } = new URL(request.url!, 'http://site');
      const type = searchParams.get('type')!;
      const script = `${cdn.origin}${searchParams.get('script')!}`.replace('&', '&amp;');
      // Nothing is fetched but as a script; a closed page lets in the element and what moves the camera.
      const allowed = searchParams.has('closed')
        ? [...Object.values(scripts).map(({ file }) => file), 'interactive-camera.js']
        : null;
      const sources = allowed?.map((file) => `${cdn.origin}${FOLDER}/${file}`).join(' ') ?? cdn.origin;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; img-src data:; script-src ${sources}; ` +
          `require-trusted-types-for 'script'; trusted-types 'none'`,
      );
      response.end(`<!doctype html><html lang="en"><title>A shop</title><link rel="icon" href="data:,">
        <script type="${type}" src="${script}"></script>
        <datafast-live-map ${searchParams.get('options')!}></datafast-live-map>
        <datafast-live-map ${searchParams.get('options')!}></datafast-live-map></html>`);
    });
  });

  after(async () => {
    await browser.close();
    cdn.server.close();
    site.server.close();
  });

  /** What was fetched besides the script, and what the console says of the element. */
  async function open(query: Record<string, string>): Promise<{ files: string[]; said: string[]; lands: number }> {
    asked = [];
    const tab = await browser.newPage();
    const said: string[] = [];
    tab.on('console', (entry) => said.push(entry.text()));
    tab.on('pageerror', (error) => said.push(error.message));
    await tab.goto(`${site.origin}/?${String(new URLSearchParams(query))}`, { waitUntil: 'networkidle' });
    const lands = await tab.locator('datafast-live-map [part~="land"][d^="M"]').count();
    await tab.close();
    // These maps have no proxy, and warn of it, which is not what is looked at here.
    const { pathname: script } = new URL(query.script!, cdn.origin);
    const files = asked.filter((file) => file !== script && !file.endsWith('/failure-reasons.js'));
    return { files: files.sort(), said: said.filter((text) => !text.includes('proxy-url')), lands };
  }

  for (const [kind, { file, type }] of Object.entries(scripts)) {
    const addresses = {
      'its whole path': `${FOLDER}/${file}?v=1`,
      'the package’s name': `${PACKAGE}?kind=${kind}`,
      'the package’s name and a slash': `${PACKAGE}/?kind=${kind}`,
    };
    for (const [name, script] of Object.entries(addresses)) {
      test(`${kind}, by ${name}: fetches each file once for two maps, without a message`, async () => {
        const { files, said, lands } = await open({ type, script, options: 'fit="PT" borders' });
        assert.deepEqual(
          files,
          ['boxes.js', 'fine-borders.js', 'fine-land.js', 'interactive-camera.js'].map(
            (wanted) => `${FOLDER}/${wanted}`,
          ),
        );
        assert.deepEqual(said, []);
        assert.equal(lands, 2);
      });
    }

    test(`${kind}: requests the camera, boxes and land of fit="FR" in parallel`, async () => {
      together = new Set(['boxes.js', 'fine-land.js', 'interactive-camera.js']);
      released = new Promise((resolve) => (allRequested = resolve));
      const { lands } = await open({ type, script: addresses['its whole path'], options: 'fit="FR"' });
      assert.deepEqual([...together], []);
      assert.equal(lands, 2);
    });

    test(`${kind}: fetches nothing for a world map`, async () => {
      const { files, said } = await open({ type, script: addresses['its whole path'], options: '' });
      assert.deepEqual(files, []);
      assert.deepEqual(said, []);
    });

    test(`${kind}: fetches a language once for all maps, without a message`, async () => {
      const script = addresses['its whole path'];
      const { files, said } = await open({ type, script, options: 'lang="zh-CN"' });
      assert.deepEqual(files, [`${FOLDER}/languages/zh-Hans.js`]);
      assert.deepEqual(said, []);
    });

    test(`${kind}: falls back to English and warns once when a language fails to load`, async () => {
      missing = 'languages/de.js';
      const script = addresses['its whole path'];
      const { said } = await open({ type, script, options: 'lang="de"' });
      missing = null;
      const warnings = said.filter((text) => text.includes('datafast-live-map could not load the language de'));
      assert.equal(warnings.length, 1, said.join('\n'));
    });

    test(`${kind}: fetches lists once for all maps and works without them when a file is missing`, async () => {
      const script = addresses['its whole path'];
      const { files, said } = await open({ type, script, options: 'breakdown="pages"' });
      assert.deepEqual(
        files,
        ['breakdown.js', 'filter.js', 'optional-parts.js'].map((name) => `${FOLDER}/${name}`),
      );
      assert.deepEqual(said, []);
      missing = 'filter.js';
      const without = await open({ type, script, options: 'breakdown="pages"' });
      missing = null;
      const reported = without.said.filter((text) => text.includes('could not load lists and filter'));
      assert.equal(reported.length, 1, without.said.join('\n'));
      assert.equal(without.lands, 2);
    });

    test(`${kind}: works without the files and warns once when the page’s policy blocks them`, async () => {
      const script = addresses['its whole path'];
      const { files, said, lands } = await open({ type, script, options: 'borders', closed: '' });
      assert.deepEqual(files, [`${FOLDER}/interactive-camera.js`]);
      const warnings = said.filter((text) => text.includes('datafast-live-map could not load'));
      assert.equal(warnings.length, 1, said.join('\n'));
      assert.ok(warnings[0]!.includes(`${cdn.origin}${FOLDER}/borders.js`), warnings[0]);
      assert.equal(lands, 2);
    });

    test(`${kind}: requests a failed file again after a minute and draws it`, async () => {
      asked = [];
      missing = 'borders.js';
      const tab = await browser.newPage();
      const script = addresses['its whole path'];
      const warned = tab.waitForEvent('console', (entry) => entry.text().includes('could not load borders'));
      await tab.goto(`${site.origin}/?${String(new URLSearchParams({ type, script, options: 'borders' }))}`);
      await warned;
      missing = null;
      await tab.clock.setSystemTime(Date.now() + 61_000);
      const map = tab.locator('datafast-live-map').first();
      await map.evaluate((element) => {
        element.setAttribute('graticule', '');
      });
      await map.locator('[part~="borders"][d^="M"]').waitFor({ state: 'attached' });
      assert.equal(asked.filter((path) => path.endsWith('borders.js')).length, 2);
      await tab.close();
    });
  }
});
