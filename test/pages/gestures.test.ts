import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { snapshot } from '../proxy/upstream.ts';
import { listen } from './serve.ts';

const CDN_FOLDER = join(import.meta.dirname, '../../dist/cdn');
const PAGE = `<!doctype html><html lang="en"><title>A page</title><meta name="viewport" content="width=device-width">
  <body style="margin: 0"><div style="height: 200px"></div>
  <datafast-live-map proxy-url="/live" borders></datafast-live-map><div style="height: 2000px"></div>
  <script type="module" src="/datafast-live-map.js"></script>`;

type Finger = readonly [x: number, y: number];

describe('touch gestures on a map', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  async function open(t: { after: (end: () => Promise<void>) => void }): Promise<{ tab: Page; touch: Hand }> {
    const { server, origin } = await listen((request, response) => {
      const { url = '/' } = request;
      if (url === '/live') {
        response.setHeader('content-type', 'application/json').end(JSON.stringify(snapshot({ count: 3 })));
      } else if (url.endsWith('.js')) {
        response.setHeader('content-type', 'text/javascript');
        readFile(join(CDN_FOLDER, url)).then(
          (file) => response.end(file),
          () => response.writeHead(404).end(),
        );
      } else response.setHeader('content-type', 'text/html').end(url === '/' ? PAGE : '');
    });
    const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 412, height: 700 } });
    t.after(async () => {
      await context.close();
      server.close();
    });
    const tab = await context.newPage();
    await tab.goto(origin);
    await tab.locator('datafast-live-map [part=borders]').waitFor({ state: 'attached' });
    return { tab, touch: touchOf(await context.newCDPSession(tab)) };
  }

  const stateOf = (tab: Page): Promise<{ scrolled: number; pageZoom: number; isCut: boolean }> =>
    tab.evaluate(() => ({
      scrolled: scrollY,
      pageZoom: visualViewport!.scale,
      isCut: document.querySelector('datafast-live-map')!.shadowRoot!.querySelector('.map')!.classList.contains('cut'),
    }));

  async function middleOf(tab: Page): Promise<Finger> {
    const { x, y, width, height } = (await tab.locator('datafast-live-map .picture').boundingBox())!;
    return [x + width / 2, y + height / 2];
  }

  test('two fingers zoom and pan the map, not the page', async (t) => {
    const { tab, touch } = await open(t);
    const [x, y] = await middleOf(tab);
    await touch.start([x - 30, y], [x + 30, y]);
    for (let step = 1; step <= 10; step++) await touch.move([x - 30 - 6 * step, y], [x + 30 + 6 * step, y]);
    await touch.end();
    await tab.locator('datafast-live-map .map.cut').waitFor();
    assert.deepEqual(await stateOf(tab), { scrolled: 0, pageZoom: 1, isCut: true });

    const land = tab.locator('datafast-live-map [part=land]');
    const before = await land.getAttribute('d');
    await touch.start([x - 30, y], [x + 30, y]);
    for (let step = 1; step <= 5; step++) await touch.move([x - 30 + 8 * step, y], [x + 30 + 8 * step, y]);
    await touch.end();
    await tab.waitForFunction(
      (path) =>
        document.querySelector('datafast-live-map')!.shadowRoot!.querySelector('.land')!.getAttribute('d') !== path,
      before,
    );
    assert.deepEqual(await stateOf(tab), { scrolled: 0, pageZoom: 1, isCut: true });

    await touch.start([x - 90, y], [x + 90, y]);
    for (let step = 1; step <= 10; step++) await touch.move([x - 90 + 8 * step, y], [x + 90 - 8 * step, y]);
    await touch.end();
    await tab.locator('datafast-live-map .map:not(.cut)').waitFor();
  });

  test('one finger scrolls the page, also over a zoomed map', async (t) => {
    const { tab, touch } = await open(t);
    const [x, y] = await middleOf(tab);
    await touch.start([x - 30, y], [x + 30, y]);
    for (let step = 1; step <= 10; step++) await touch.move([x - 30 - 6 * step, y], [x + 30 + 6 * step, y]);
    await touch.end();
    await tab.locator('datafast-live-map .map.cut').waitFor();
    await touch.start([x, y]);
    for (let step = 1; step <= 10; step++) await touch.move([x, y - 12 * step]);
    await touch.end();
    await tab.waitForFunction(() => scrollY > 50);
  });
});

interface Hand {
  start: (...fingers: Finger[]) => Promise<void>;
  move: (...fingers: Finger[]) => Promise<void>;
  end: () => Promise<void>;
}

/** Fingers as the browser gets them from a screen. */
function touchOf(session: CDPSession): Hand {
  const send = async (type: 'touchStart' | 'touchMove' | 'touchEnd', fingers: readonly Finger[]): Promise<void> => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: fingers.map(([x, y], id) => ({ x, y, id })) });
  };
  return {
    start: (...fingers) => send('touchStart', fingers),
    move: (...fingers) => send('touchMove', fingers),
    end: () => send('touchEnd', []),
  };
}
