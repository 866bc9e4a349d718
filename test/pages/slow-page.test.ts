import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { createLiveMapProxy, type LiveMapProxy } from 'datafast-live-map/proxy';
import { packageFiles } from 'datafast-live-map/proxy/node';
import { renderLiveMap } from 'datafast-live-map/server';
import { launchPinnedChromium } from '../../tools/browsers/chromium.ts';
import { freshAnswer } from '../server/answers.ts';
import { listen } from './serve.ts';

const PIECE = 2000;
const LISTS = { breakdown: 'pages countries', history: true, sound: true };

/** Writes where anything has moved on its own. Runs in the page. */
function observeShifts(): void {
  const page = globalThis as { shifts?: string[] };
  page.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { sources } = entry as unknown as { sources: { previousRect: DOMRect; currentRect: DOMRect }[] };
      for (const { previousRect, currentRect } of sources)
        page.shifts!.push(`${JSON.stringify(previousRect)} → ${JSON.stringify(currentRect)}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Waits until the page has painted what it has. */
async function painted(tab: Page): Promise<void> {
  await tab
    .evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    // The document before it is gone.
    .catch(() => undefined);
}

async function sendSlowly(html: string, response: ServerResponse, tab: Page): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  for (let at = 0; at < html.length; at += PIECE) {
    response.write(html.slice(at, at + PIECE));
    await painted(tab);
  }
  response.end();
}

describe('a server-rendered map that arrives slowly', () => {
  let browser: Browser;
  let proxy: LiveMapProxy;

  before(async () => {
    browser = await launchPinnedChromium();
    proxy = createLiveMapProxy({ sampleData: true });
  });

  after(async () => {
    await browser.close();
    await proxy.close();
  });

  const page = (attributes: Record<string, string | boolean>): string =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
    <body><h1>Who is here</h1>${renderLiveMap(freshAnswer(60), { attributes })}<p>What follows.</p>`;
  const embed = async (query: string): Promise<string> => {
    const response = await proxy.fetch(new Request(`http://localhost/embed?${query}`), { files: packageFiles });
    return (await response.text()).replace(/<script type="module".*/g, '');
  };
  const pages: [what: string, write: () => string | Promise<string>][] = [
    ['a page', () => page({})],
    ['a page with lists and history', () => page(LISTS)],
    ['a page with a long ticker', () => page({ 'ticker-size': '20' })],
    ['/embed', () => embed('')],
    ['/embed with lists', () => embed('breakdown=pages,countries&history')],
    ['/embed?kiosk', () => embed('kiosk')],
  ];
  for (const [what, write] of pages) {
    for (const width of [320, 1280]) {
      test(`moves nothing of ${what}, ${width} px wide`, async (t) => {
        const html = await write();
        const tab = await browser.newPage({ viewport: { width, height: 900 } });
        const { server, origin } = await listen((_request, response) => void sendSlowly(html, response, tab));
        t.after(async () => {
          await tab.close();
          server.close();
        });
        await tab.addInitScript(observeShifts);
        await tab.goto(origin);
        await painted(tab);
        assert.deepEqual(await tab.evaluate(() => (globalThis as { shifts?: string[] }).shifts), []);
        assert.ok(await tab.locator('datafast-live-map .rows > li').first().isVisible());
      });
    }
  }
});
