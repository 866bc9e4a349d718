import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { after, before, describe, test } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import { createLiveMapProxy, type LiveMapProxy } from 'datafast-live-map/proxy';
import { toNodeListener } from 'datafast-live-map/proxy/node';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { listen } from './serve.ts';

interface Visit {
  tab: Page;
  /** What the console, the page and its policy have to say. */
  troubles: string[];
  /** Paths. */
  requests: string[];
}

/** The page of the proxy as the Node adapter serves it, under its own headers. */
describe('/embed in a browser', () => {
  let browser: Browser;
  let proxy: LiveMapProxy;
  let server: Server;
  let origin: string;
  let host: { server: Server; origin: string };
  let hostPage = '';

  before(async () => {
    browser = await launchChromium();
    proxy = createLiveMapProxy({ sampleData: true, basePath: '/live', refreshSeconds: 2 });
    ({ server, origin } = await listen(toNodeListener(proxy)));
    host = await listen((_request, response) => response.setHeader('content-type', 'text/html').end(hostPage));
  });

  after(async () => {
    await browser.close();
    await proxy.close();
    server.close();
    host.server.close();
  });

  async function newVisit(options: Parameters<Browser['newPage']>[0] = {}): Promise<Visit> {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
    const visit: Visit = { tab, troubles: [], requests: [] };
    tab.on('console', (entry) => visit.troubles.push(entry.text()));
    tab.on('pageerror', (error) => visit.troubles.push(error.message));
    tab.on('request', (request) => visit.requests.push(request.url().replace(origin, '')));
    await tab.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`violation of ${violatedDirective}: ${blockedURI}`);
      });
    });
    return visit;
  }

  /** Waits for the element to have taken over, and for the next snapshot after it. */
  async function becomesLive(basemap: Page | Frame): Promise<void> {
    await basemap.waitForFunction(
      () => (document.querySelector('datafast-live-map') as { status?: string } | null)?.status === 'live',
    );
    await basemap.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('datafast-update', resolve, { once: true });
        }),
    );
  }

  const queries = [
    '',
    '?theme=dark&lang=de&ticker=below&fit=auto&daylight&breakdown=pages,countries&history&sound&transport=stream',
    '?projection=globe&borders&graticule&lang=ar',
  ];
  for (const query of queries) {
    test(`${query || 'no query'}: shows a map that keeps updating, without a policy violation`, async () => {
      const { tab, troubles, requests } = await newVisit();
      await tab.goto(`${origin}/live/embed${query}`);
      await becomesLive(tab);
      await tab.locator('datafast-live-map [part="map"]').hover();
      await tab.waitForFunction(
        () => document.querySelector('datafast-live-map')!.shadowRoot!.querySelectorAll('.mark').length > 0,
      );
      assert.deepEqual(troubles, []);
      for (const path of requests)
        assert.match(path, /^(\/live\/(embed\/|stream(\?changes)?$|$)|\/live\/embed(\?|$)|data:)/);
      assert.deepEqual(await tab.context().cookies(), []);
      await tab.close();
    });
  }

  test('shows the map before and without scripts, in the requested theme', async () => {
    const { tab } = await newVisit({ javaScriptEnabled: false, colorScheme: 'light' });
    await tab.goto(`${origin}/live/embed?theme=dark`);
    assert.ok((await tab.locator('datafast-live-map .mark').count()) > 0);
    const background = await tab.locator('html').evaluate((root) => getComputedStyle(root).backgroundColor);
    assert.equal(background, 'rgb(11, 15, 22)');
    await tab.close();
  });

  test('has its final layout before the element hydrates', async () => {
    const places: unknown[] = [];
    for (const javaScriptEnabled of [false, true]) {
      const { tab } = await newVisit({ javaScriptEnabled });
      await tab.goto(`${origin}/live/embed`);
      if (javaScriptEnabled) await becomesLive(tab);
      const boxes = ['.count', '.map', '.ticker', '.note'].map((name) =>
        tab.locator(`datafast-live-map ${name}`).boundingBox(),
      );
      places.push(await Promise.all(boxes));
      await tab.close();
    }
    assert.deepEqual(places[1], places[0]);
  });

  for (const sandbox of ['', ' sandbox="allow-scripts"']) {
    test(`updates in a frame of another origin${sandbox && ', also in a sandbox'}`, async () => {
      hostPage = `<!doctype html><title>A wiki</title><link rel="icon" href="data:,">
        <iframe title="Live visitors" src="${origin}/live/embed" width="800" height="640" allow="screen-wake-lock"${sandbox}></iframe>`;
      const { tab, troubles } = await newVisit();
      await tab.goto(host.origin);
      const basemap = tab.frames()[1]!;
      await becomesLive(basemap);
      assert.deepEqual(troubles, []);
      await tab.close();
    });
  }

  test('is blocked in a frame when the site allows no ancestors', async () => {
    const closed = createLiveMapProxy({ sampleData: true, embed: { ancestors: ['https://wiki.example'] } });
    const { server: strict, origin: address } = await listen(toNodeListener(closed));
    hostPage = `<!doctype html><title>A wiki</title><iframe title="Live" src="${address}/embed"></iframe>`;
    const { tab, troubles } = await newVisit();
    await tab.goto(host.origin);
    assert.match(troubles.join(), /frame-ancestors/);
    await tab.close();
    await closed.close();
    strict.close();
  });
});
