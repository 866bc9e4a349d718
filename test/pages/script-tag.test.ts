import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { geoEqualEarth, geoPath } from 'd3-geo';
import type { Browser, Page } from 'playwright-core';
import { createLiveMapProxy } from 'datafast-live-map/proxy';
import { serve } from 'datafast-live-map/proxy/node';
import { drawnMarks, isOf, waitForMarks } from '../drawn-marks.ts';
import { startUpstream, type Upstream } from '../../demo/upstream/server.ts';
import { LAND } from '../map/drawn.ts';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { documentedExample, PRIVATE } from './example.ts';

const KEY = 'df_page_test';
const WIDTH = 960;
const scripts = {
  module: { file: 'datafast-live-map.js', type: 'module' },
  classic: { file: 'datafast-live-map.iife.js', type: 'text/javascript' },
};

/** A page with one script tag and the element, as the README shows it. */
function page({ file, type }: (typeof scripts)['module'], proxyUrl: string): string {
  return `<!doctype html><html lang="en"><title>A shop</title><link rel="icon" href="data:,">
    <script type="${type}" src="/${file}"></script>
    <div style="width: ${WIDTH}px"><datafast-live-map proxy-url="${proxyUrl}"></datafast-live-map></div></html>`;
}

describe('a page with one script tag', () => {
  let browser: Browser;
  let upstream: Upstream;
  let proxy: Awaited<ReturnType<typeof serve>>;
  let site: Server;
  let address: string;

  before(async () => {
    browser = await launchChromium();
    upstream = await startUpstream({ apiKey: KEY, answer: documentedExample(Date.now()) });
    proxy = await serve(createLiveMapProxy({ apiKey: KEY, upstream: upstream.url }), {
      port: 0,
      hostname: '127.0.0.1',
    });
    site = createServer((request, response) => {
      void (async () => {
        const path = new URL(request.url!, 'http://site').pathname.slice(1);
        if (/^[\w.-]+\.js$/.test(path)) {
          response.setHeader('content-type', 'text/javascript');
          response.end(await readFile(join(import.meta.dirname, '../../dist/cdn', path)));
        } else {
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(page(scripts[path as keyof typeof scripts], proxy.url));
        }
      })();
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });

  after(async () => {
    await browser.close();
    site.close();
    await proxy.close();
    await upstream.close();
  });

  async function open(kind: keyof typeof scripts): Promise<{ tab: Page; received: string[]; troubles: string[] }> {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const received: string[] = [];
    const troubles: string[] = [];
    tab.on('console', (entry) => troubles.push(entry.text()));
    tab.on('pageerror', (error) => troubles.push(error.message));
    tab.on('response', (response) => {
      if (!response.url().startsWith(proxy.url)) return;
      received.push(JSON.stringify(response.headers()));
      void response.text().then((body) => received.push(body));
    });
    await tab.goto(`${address}/${kind}`);
    await tab.waitForFunction(() => document.querySelector('datafast-live-map')?.matches(':defined'));
    await tab.locator('datafast-live-map .mark').first().waitFor({ state: 'attached' });
    return { tab, received, troubles };
  }

  for (const kind of Object.keys(scripts) as (keyof typeof scripts)[]) {
    test(`${kind}: shows map, count and activity without a console message`, async () => {
      const { tab, troubles } = await open(kind);
      assert.equal(await tab.locator('datafast-live-map .number').textContent(), '7');
      const rows = await tab.locator('datafast-live-map li .sentence').allTextContents();
      assert.deepEqual(
        rows.map((row) => row.trim()),
        ['Payment of €49.00 · renewal', 'Someone in Lisbon opened /pricing', 'Someone in Tokyo reached signup_started'],
      );
      assert.deepEqual(troubles, []);
      await tab.close();
    });
  }

  test('places each dot where d3-geo projects its coordinates', async () => {
    const { tab } = await open('module');
    const box = (await tab.locator('datafast-live-map svg.basemap').boundingBox())!;
    const dots = (await tab.locator('datafast-live-map').evaluate(drawnMarks)).filter(isOf('dot'));
    const drawn = dots.map(({ x, y }) => [x - box.x, y - box.y] as const);
    // The same projection, fitted by d3-geo alone: the inhabited land, 14 px from the rim.
    const { inhabited } = LAND;
    const projection = geoEqualEarth().fitWidth(box.width - (28 * box.width) / 960, inhabited);
    const [[left, top]] = geoPath(projection).bounds(inhabited);
    const margin = (14 * box.width) / 960;
    const visitors = [
      [-9.1333, 38.7167],
      [-104.9847, 39.7392],
      [139.6917, 35.6895],
      [151.2073, -33.8678],
    ] as const;
    assert.equal(drawn.length, visitors.length);
    for (const visitor of visitors) {
      const [x, y] = projection([visitor[0], visitor[1]])!;
      const nearest = Math.min(
        ...drawn.map((dot) => Math.hypot(dot[0] - (x - left + margin), dot[1] - (y - top + margin))),
      );
      assert.ok(nearest < 1, `${visitor.join(', ')}: ${nearest.toFixed(2)} px away`);
    }
    const all = await waitForMarks(tab.locator('datafast-live-map'), (marks) => marks.some(isOf('country')));
    // Of one visitor the country alone is known, of another nothing; the payment is that of one of them.
    assert.equal(all.filter(isOf('country')).length, 1);
    assert.equal(all.filter(isOf('payment')).length, 1);
    assert.equal(all.length, 6);
    await tab.close();
  });

  test('sends no private data to the browser', async () => {
    const { tab, received } = await open('module');
    const text = [...received, await tab.content()].join('\n');
    assert.ok(
      received.some((body) => body.includes('Lisbon')),
      'the snapshot was not captured',
    );
    for (const secret of [...PRIVATE, KEY]) assert.ok(!text.includes(secret), `"${secret}" reached the browser`);
    await tab.close();
  });
});
