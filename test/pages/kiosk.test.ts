import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { createLiveMapProxy, type LiveMapProxy } from 'datafast-live-map/proxy';
import { toNodeListener } from 'datafast-live-map/proxy/node';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { listen } from './serve.ts';

const HOUR = 3_600_000;

describe('/embed?kiosk', () => {
  let browser: Browser;
  let proxy: LiveMapProxy;
  let server: Server;
  let origin: string;

  before(async () => {
    browser = await launchChromium();
    proxy = createLiveMapProxy({ sampleData: true });
    ({ server, origin } = await listen(toNodeListener(proxy)));
  });

  after(async () => {
    await browser.close();
    await proxy.close();
    server.close();
  });

  async function open(query: string, width = 1920, height = 1080): Promise<{ tab: Page; troubles: string[] }> {
    const tab = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' });
    const troubles: string[] = [];
    tab.on('console', (entry) => troubles.push(entry.text()));
    tab.on('pageerror', (error) => troubles.push(error.message));
    // tsx gives functions their names by it, also those that run in the page.
    await tab.addInitScript('globalThis.__name = (target) => target');
    await tab.addInitScript(() => {
      Object.assign(globalThis, { locks: 0 });
      const request = (): Promise<object> => {
        Object.assign(globalThis, { locks: (globalThis as unknown as { locks: number }).locks + 1 });
        return Promise.resolve({});
      };
      Object.defineProperty(navigator, 'wakeLock', { value: { request } });
    });
    await tab.clock.install();
    await tab.goto(`${origin}/embed?${query}`);
    await live(tab);
    await tab.waitForFunction(
      () => document.querySelector('datafast-live-map')!.shadowRoot!.querySelectorAll('.mark').length > 0,
    );
    return { tab, troubles };
  }

  const live = (tab: Page): Promise<unknown> =>
    tab.waitForFunction(
      () => (document.querySelector('datafast-live-map') as { status?: string } | null)?.status === 'live',
    );

  const measure = (tab: Page) =>
    tab.evaluate(() => {
      const root = document.querySelector('datafast-live-map')!.shadowRoot!;
      const box = (name: string) => root.querySelector(name)!.getBoundingClientRect().toJSON() as DOMRect;
      const sizes = [...root.querySelectorAll<HTMLElement>('.what, .when, .sentence, time, .note span')]
        .filter((node) => node.offsetHeight > 0)
        .map((node) => parseFloat(getComputedStyle(node).fontSize));
      const { scrollWidth, scrollHeight } = document.documentElement;
      return {
        number: parseFloat(getComputedStyle(root.querySelector('.number')!).fontSize),
        smallest: Math.min(...sizes),
        map: box('.map'),
        ticker: box('.ticker'),
        note: box('.note'),
        count: box('.count'),
        fits: scrollWidth <= innerWidth && scrollHeight <= innerHeight,
      };
    });

  const screens: [width: number, height: number, isBeside: boolean][] = [
    [1024, 768, false],
    [1600, 1200, false],
    [1920, 1080, true],
    [1920, 1200, true],
    [3840, 2160, true],
    [3440, 1440, true],
    [3840, 1080, true],
    [3440, 967, true],
  ];
  for (const [width, height, isBeside] of screens) {
    test(`fills a screen of ${width} × ${height} with text readable at a distance`, async () => {
      const { tab, troubles } = await open('kiosk', width, height);
      const { number, smallest, map, ticker, note, count, fits } = await measure(tab);
      assert.ok(fits, 'nothing scrolls');
      assert.ok(Math.abs(number - height / 10) < 1, `the number has ${number}px`);
      assert.ok(smallest >= height * 0.02, `the smallest text has ${smallest}px`);
      const isDisjoint = ticker.left >= map.right || ticker.right <= map.left;
      assert.equal(isDisjoint, isBeside);
      if (!isBeside) assert.ok(ticker.top >= map.bottom);
      for (const part of [map, ticker, note, count]) {
        assert.ok(part.left >= 0 && part.top >= 0 && part.right <= width && part.bottom <= height);
      }
      // As large as the ratio allows: it has all of the height or of the width that is left to it.
      const isWide = map.width > (isBeside ? 0.55 : 0.7) * width;
      assert.ok(isWide || map.height > 0.85 * height, `the map has ${map.width} × ${map.height}`);
      assert.deepEqual(troubles, []);
      await tab.close();
    });
  }

  for (const [width, height] of [
    [1024, 768],
    [1920, 1080],
    [1080, 1920],
    [3440, 1440],
  ] as const) {
    test(`has room for the map and the newest rows above long lists, on ${width} × ${height}`, async () => {
      const { tab } = await open('kiosk&ticker-size=50&breakdown=pages,countries&breakdown-size=20', width, height);
      const box = (name: string) => tab.locator(`datafast-live-map ${name}`).first().boundingBox();
      await tab.locator('datafast-live-map [part=breakdown-row]').first().waitFor();
      const { map, ticker, note } = await measure(tab);
      assert.ok(map.height > 0.1 * height, `the map is ${map.height} high`);
      const [row, list] = [await box('.rows > li'), await box('.breakdown')];
      assert.ok(row && list);
      assert.equal(row.y, ticker.y);
      assert.ok(ticker.height >= 2 * row.height && ticker.top >= 0 && ticker.bottom <= list.y);
      assert.ok(list.y + list.height <= note.top && note.bottom <= height);
      await tab.close();
    });
  }

  for (const [width, height] of [
    [1920, 1080],
    [3840, 2160],
  ] as const) {
    test(`outlines what is on no background of its own with transparent, at ${width} × ${height}`, async () => {
      const { tab } = await open('kiosk&transparent&theme=dark', width, height);
      const image = PNG.sync.read(await tab.screenshot({ omitBackground: true }));
      for (const name of ['.number', '.when', '.sentence', '.sign', '.note span', '.land']) {
        const box = await tab.locator(`datafast-live-map ${name}`).first().boundingBox();
        assert.ok(box, name);
        let dark = 0;
        for (let y = Math.floor(box.y) - 4; y < box.y + box.height + 4; y++) {
          for (let x = Math.floor(box.x) - 4; x < box.x + box.width + 4; x++) {
            const [red = 0, , , alpha = 0] = image.data.subarray(4 * (y * width + x));
            if (red < 40 && alpha > 60) dark++;
          }
        }
        assert.ok(dark > box.width, `${name}: ${dark} dark pixels`);
      }
      await tab.close();
    });

    test(`uses the background of its theme, and none with transparent, at ${width} × ${height}`, async () => {
      const pixels: Record<string, number[]> = {};
      for (const query of ['kiosk', 'kiosk&theme=dark', 'kiosk&transparent&theme=dark']) {
        const { tab } = await open(query, width, height);
        const image = PNG.sync.read(await tab.screenshot({ omitBackground: true }));
        assert.deepEqual([image.width, image.height], [width, height]);
        pixels[query] = [...image.data.subarray(0, 4)];
        let painted = 0;
        for (let index = 3; index < image.data.length; index += 4) if (image.data[index] === 255) painted++;
        if (query.includes('transparent')) {
          const share = painted / (width * height);
          assert.ok(share > 0.02 && share < 0.4, `land, marks and text are ${share} of the picture`);
        }
        await tab.close();
      }
      assert.deepEqual(pixels, {
        kiosk: [255, 255, 255, 255],
        'kiosk&theme=dark': [11, 15, 22, 255],
        'kiosk&transparent&theme=dark': [0, 0, 0, 0],
      });
    });
  }

  test('hides pointer and buttons three seconds after the last movement', async () => {
    const { tab } = await open('kiosk');
    const look = () =>
      tab.evaluate(() => {
        const root = document.querySelector('datafast-live-map')!.shadowRoot!;
        return (
          [document.documentElement, root.querySelector('.root')!].map((node) => getComputedStyle(node).cursor).join() +
          ' ' +
          getComputedStyle(root.querySelector('.tools')!).visibility
        );
      });
    await tab.mouse.move(300, 300);
    await tab.clock.runFor(2900);
    assert.equal(await look(), 'auto,auto visible');
    await tab.clock.runFor(200);
    assert.equal(await look(), 'none,none hidden');
    await tab.mouse.move(400, 300);
    assert.equal(await look(), 'auto,auto visible');
    await tab.close();
  });

  test('shifts by a few pixels each minute and returns', async () => {
    const { tab } = await open('kiosk');
    const places = new Set<string>();
    const place = () => tab.evaluate(() => getComputedStyle(document.querySelector('datafast-live-map')!).translate);
    const first = await place();
    for (let minute = 0; minute < 9; minute++) {
      await tab.clock.runFor(60_000);
      places.add(await place());
    }
    assert.equal(places.size, 9);
    assert.equal(await place(), '0px');
    assert.equal(first, 'none');
    for (const text of places)
      for (const number of text.match(/-?\d+/g)!) assert.ok(Math.abs(Number(number)) <= 6, text);
    await tab.close();
  });

  test('holds a wake lock and requests it again when the page becomes visible', async () => {
    const { tab } = await open('kiosk');
    const locks = () => tab.evaluate(() => (globalThis as unknown as { locks: number }).locks);
    assert.equal(await locks(), 1);
    await tab.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    assert.equal(await locks(), 2);
    await tab.close();
  });

  test('recovers after hours without a network and reloads no file', async () => {
    const { tab } = await open('kiosk');
    const requests: string[] = [];
    await tab.context().setOffline(true);
    for (let hour = 0; hour < 5; hour++) await tab.clock.fastForward(HOUR);
    await tab.waitForFunction(
      () => (document.querySelector('datafast-live-map') as { status?: string } | null)?.status !== 'live',
    );
    tab.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await tab.context().setOffline(false);
    await live(tab);
    assert.deepEqual([...new Set(requests)], ['/']);
    await tab.close();
  });

  test('is inactive without the kiosk parameter', async () => {
    const { tab } = await open('');
    assert.equal(await tab.locator('script[src*="kiosk"]').count(), 0);
    assert.equal(await tab.evaluate(() => (globalThis as unknown as { locks: number }).locks), 0);
    await tab.close();
  });
});
