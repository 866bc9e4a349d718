import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { JSDOM } from 'jsdom';
import { PNG } from 'pngjs';
import { createLiveMapProxy } from 'datafast-live-map/proxy';
import { resvgPng } from 'datafast-live-map/proxy/png';
import { renderPage } from '../../demo/site/layout.ts';

const root = join(import.meta.dirname, '../..');

/** What a network reads of a page. */
function sharedOf(html: string): (name: string) => string | null {
  const { document } = new JSDOM(html, {}).window;
  return (name) => document.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ?? null;
}

describe('og:image', () => {
  test('the recipe’s URL and size match the proxy’s picture', async () => {
    const [, recipe = ''] =
      /```html\n(<meta property="og:image"[^]*?)```/.exec(readFileSync(join(root, 'docs/badge.md'), 'utf8')) ?? [];
    const shared = sharedOf(recipe);
    const address = new URL(shared('og:image')!);
    const proxy = createLiveMapProxy({ sampleData: true, png: resvgPng() });
    const response = await proxy.fetch(new Request(address));
    assert.equal(response.headers.get('content-type'), 'image/png');
    const { width, height } = PNG.sync.read(Buffer.from(await response.arrayBuffer()));
    assert.deepEqual([String(width), String(height)], [shared('og:image:width'), shared('og:image:height')]);
    await proxy.close();
  });

  test('every demo page has a title, a description and an existing picture', () => {
    const source = readFileSync(join(root, 'demo/index.html'), 'utf8');
    const shared = sharedOf(renderPage(source, '/index.html', []));
    assert.match(shared('og:title')!, /Live map/);
    assert.match(shared('og:description')!, /world map/);
    const { width, height } = PNG.sync.read(readFileSync(join(root, 'demo', shared('og:image')!)));
    assert.deepEqual([width, height], [1200, 630]);
  });
});
