import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchPinnedChromium } from '../../tools/browsers/chromium.ts';
import { readers } from './people.ts';
import { listen } from './serve.ts';

const CDN_FOLDER = join(import.meta.dirname, '../../dist/cdn');
const PARTS = /^\/(optional-parts|breakdown|filter|look-back)\.js$/;
const PAGE = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">
  <body style="margin: 0"><script type="module" src="/datafast-live-map.js"></script>
  <datafast-live-map proxy-url="/live" breakdown="pages countries referrers browsers" history></datafast-live-map>
  <p>What follows.</p>`;

/** Sums up how far the content of the page has moved on its own. Runs in the page. */
function observeShifts(): void {
  const page = globalThis as { shifted?: number };
  page.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) page.shifted! += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

describe('a map with lists and history whose files come late', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchPinnedChromium();
  });
  after(() => browser.close());

  for (const width of [320, 479, 480, 719, 720, 1280]) {
    test(`moves nothing of a page ${width} px wide`, async (t) => {
      let release: () => void = () => undefined;
      const isReleased = new Promise<void>((resolve) => (release = resolve));
      const { server, origin } = await listen((request, response) => {
        const { url = '/' } = request;
        if (url === '/live') {
          response.setHeader('content-type', 'application/json').end(JSON.stringify(readers(40, 9)));
        } else if (url.endsWith('.js')) {
          response.setHeader('content-type', 'text/javascript');
          void (async () => {
            if (PARTS.test(url)) await isReleased;
            response.end(await readFile(join(CDN_FOLDER, url)));
          })();
        } else response.setHeader('content-type', 'text/html').end(PAGE);
      });
      const tab = await browser.newPage({ viewport: { width, height: 3000 } });
      t.after(async () => {
        await tab.close();
        server.close();
      });
      await tab.addInitScript(observeShifts);
      await tab.goto(origin);
      const map = tab.locator('datafast-live-map');
      await map.locator('.mark').first().waitFor({ state: 'attached' });
      await map.locator('.zoom').waitFor({ state: 'attached' });
      const before = await map.boundingBox();
      // Until it is defined, the page keeps its room.
      await tab.evaluate(() => ((globalThis as { shifted?: number }).shifted = 0));
      release();
      await map.locator('[part=breakdown-row]').first().waitFor();
      await map.locator('[part~=sparkline]').waitFor();
      assert.deepEqual(await map.boundingBox(), before);
      // Shifts are reported with the frame after them.
      await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      assert.equal(await tab.evaluate(() => (globalThis as { shifted?: number }).shifted), 0);
    });
  }
});
