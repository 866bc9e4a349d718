import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { launchChromium } from '../../tools/browsers/chromium.mjs';

const root = join(import.meta.dirname, '../..');

/** What each page of a state shows: the element's status, and what its headline says. */
const states: Record<string, { status: string; headline: RegExp; marks: boolean }> = {
  live: { status: 'live', headline: /people here/, marks: true },
  predictions: { status: 'live', headline: /people here.*Expected value right now/s, marks: true },
  empty: { status: 'live', headline: /Nobody here right now/, marks: false },
  surge: { status: 'live', headline: /(4,[89]|5,[01])\d\d\s+people here/, marks: true },
  error: { status: 'error', headline: /—\s+people here/, marks: false },
  unconfigured: { status: 'unconfigured', headline: /Set proxy-url/, marks: false },
};

describe('the demo', () => {
  let server: ViteDevServer;
  let browser: Browser;
  let address: string;
  const environment = { ...process.env };

  before(async () => {
    // Somebody's own key must not be used by a test.
    delete process.env.DATAFAST_API_KEY;
    server = await createServer({
      root: join(root, 'demo'),
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'silent',
    });
    await server.listen(0);
    address = server.resolvedUrls!.local[0]!;
    browser = await launchChromium();
  });

  after(async () => {
    Object.assign(process.env, environment);
    await browser.close();
    await server.close();
  });

  for (const page of ['', 'playground.html', 'theming.html', 'states/']) {
    test(`/${page} shows a live map, says that it is sample data, and asks nobody else`, async () => {
      const tab = await browser.newPage();
      const troubles: string[] = [];
      tab.on('pageerror', (error) => troubles.push(error.message));
      tab.on('request', (request) => {
        if (!request.url().startsWith(address) && !request.url().startsWith('data:')) troubles.push(request.url());
      });
      await tab.goto(address + page);
      await tab.locator('datafast-live-map .mark').first().waitFor({ state: 'attached' });
      assert.ok(await tab.getByText('Sample data').first().isVisible());
      assert.deepEqual(troubles, []);
      await tab.close();
    });
  }

  for (const [name, { status, headline, marks }] of Object.entries(states)) {
    test(`/states/${name}.html shows the state`, async () => {
      const tab = await browser.newPage();
      await tab.goto(`${address}states/${name}.html`);
      const element = tab.locator('datafast-live-map');
      await tab.waitForFunction(
        (wanted) => (document.querySelector('datafast-live-map') as { status?: string } | null)?.status === wanted,
        status,
      );
      await element.locator('.count', { hasText: headline }).waitFor();
      assert.equal((await element.locator('.mark').count()) > 0, marks);
      assert.ok(((await element.locator('.land').getAttribute('d')) ?? '').length > 10_000);
      await tab.close();
    });
  }

  test('no page is wider than a phone', async () => {
    const tab = await browser.newPage({ viewport: { width: 320, height: 640 } });
    for (const page of [
      '',
      'playground.html',
      'theming.html',
      'states/',
      ...Object.keys(states).map((name) => `states/${name}.html`),
    ]) {
      await tab.goto(address + page);
      await tab.locator('datafast-live-map .land').first().waitFor();
      const width = await tab.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `/${page} is ${width} px wide`);
    }
    await tab.close();
  });
});
