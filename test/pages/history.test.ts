import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { toNodeListener } from 'datafast-live-map/proxy/node';
import { createLiveMapProxy } from 'datafast-live-map/proxy';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { snapshot } from '../proxy/upstream.ts';
import { listen } from './serve.ts';

const CDN_FOLDER = join(import.meta.dirname, '../../dist/cdn');

/** What one poll has that gets to the server. */
interface Poll {
  etag: string | undefined;
  control: string | undefined;
}

describe('a map and the browser’s cache', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  test('polls with ETag, uses shared caches, and shows current data after "Back"', async (t) => {
    let count = 3;
    let ahead = 0;
    const proxy = createLiveMapProxy({
      apiKey: 'df_test',
      basePath: '/live',
      refreshSeconds: 2,
      now: () => Date.now() + ahead,
      fetch: () => Promise.resolve(Response.json(snapshot({ count }))),
    });
    const live = toNodeListener(proxy);
    const polls: Poll[] = [];
    const { server, origin } = await listen((request, response) => {
      const { url = '/', headers } = request;
      if (url === '/live') {
        polls.push({ etag: headers['if-none-match'], control: headers['cache-control'] });
        live(request, response);
        return;
      }
      const isMap = url === '/map';
      response.setHeader('content-type', url.endsWith('.js') ? 'text/javascript' : 'text/html');
      if (url.endsWith('.js')) void readFile(join(CDN_FOLDER, url)).then((file) => response.end(file));
      else response.end(isMap ? MAP : '<!doctype html><title>Another page</title>');
    });
    const tab = await browser.newPage();
    t.after(async () => {
      await tab.close();
      server.close();
      await proxy.close();
    });
    const shows = (number: number): Promise<void> =>
      tab.locator(`datafast-live-map .number:text-is("${number}")`).waitFor();

    await tab.goto(`${origin}/map`);
    await shows(3);
    count = 5;
    await shows(5);
    const [first, ...later] = polls.splice(0);
    assert.deepEqual(first, { etag: undefined, control: 'max-age=0' });
    assert.ok(later.length > 0);
    for (const { etag, control } of later) {
      assert.match(etag ?? '', /^W\/"/);
      assert.equal(control, undefined, 'Apache and Squid would revalidate then');
    }

    await tab.goto(`${origin}/another`);
    count = 7;
    // The proxy serves no old answer without a refresh.
    ahead = 700_000;
    polls.length = 0;
    await tab.goBack();
    await shows(7);
    assert.equal(polls[0]?.control, 'max-age=0');
  });
});

const MAP = `<!doctype html><html lang="en"><title>A map</title>
  <script type="module" src="/datafast-live-map.js"></script>
  <datafast-live-map proxy-url="/live" refresh-interval="2"></datafast-live-map>`;
