import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { buildSite, PLACE, type BuiltSite } from './built-site.ts';

const root = join(import.meta.dirname, '../..');
/** What the map of a page shows, where that is not just people: its status, its headline, and whether it has marks. */
const SHOWN: Record<string, { status?: string; headline?: RegExp; marks?: boolean }> = {
  'states/predictions.html': { headline: /people here.*Expected value right now/s },
  'states/loading.html': { status: 'loading', headline: /Loading/, marks: false },
  'states/empty.html': { headline: /Nobody here right now/, marks: false },
  'states/surge.html': { headline: /(4,[89]|5,[01])\d\d\s+people here/ },
  'states/stale.html': { status: 'stale' },
  'states/error.html': { status: 'error', headline: /—\s+people here/, marks: false },
  'states/unconfigured.html': { status: 'unconfigured', headline: /Set proxy-url/, marks: false },
};

describe('the built demo site', () => {
  let browser: Browser;
  let site: BuiltSite;
  let folder: string;
  let pages: string[];

  before(async () => {
    site = await buildSite();
    ({ folder, pages } = site);
    browser = await launchChromium();
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  test('has one page per document, and every other page', async () => {
    const documents = (await readdir(join(root, 'docs'))).filter((file) => file.endsWith('.md'));
    const named = ['index', 'playground', 'theming', 'states/index', 'docs/index'];
    named.push(...documents.map((file) => `docs/${file.replace(/\.md$/, '')}`));
    for (const name of named) assert.ok(pages.includes(`${name}.html`), name);
  });

  test('has llms.txt, whose links lead to pages of the site', async () => {
    const text = await readFile(join(folder, 'llms.txt'), 'utf8');
    const links = [...text.matchAll(/\(docs\/([\w-]+\.html)\)/g)];
    assert.ok(links.length >= 10);
    for (const [, page] of links) assert.ok(pages.includes(`docs/${page!}`), page);
  });

  test('has no broken link', async () => {
    for (const page of pages) {
      const html = await readFile(join(folder, page), 'utf8');
      for (const [, href] of html.matchAll(/ href="([^"]*)"/g)) {
        const target = new URL(href!, `http://site${PLACE}${page}`);
        if (target.hostname !== 'site') continue;
        assert.ok(target.pathname.startsWith(PLACE), `${page}: ${href!}`);
        const file = join(folder, target.pathname.slice(PLACE.length).replace(/(^|\/)$/, '$1index.html'));
        assert.ok(existsSync(file), `${page}: ${href!}`);
        if (target.hash === '') continue;
        const there = await readFile(file, 'utf8');
        assert.ok(there.includes(`id="${decodeURIComponent(target.hash.slice(1))}"`), `${page}: ${href!}`);
      }
    }
  });

  async function assertShown(tab: Page, page: string): Promise<void> {
    const map = tab.locator('datafast-live-map').first();
    if ((await map.count()) === 0) return;
    const { status = 'live', headline = /people here/, marks = true } = SHOWN[page] ?? {};
    await map.locator('.count', { hasText: headline }).waitFor();
    if (marks) await map.locator('.mark').first().waitFor({ state: 'attached' });
    else assert.equal(await map.locator('.mark').count(), 0);
    assert.ok(((await map.locator('.land').getAttribute('d')) ?? '').length > 10_000);
    await tab.waitForFunction(
      (wanted) => (document.querySelector('datafast-live-map') as { status?: string } | null)?.status === wanted,
      status,
    );
    if (status === 'live')
      assert.equal(
        await map.getByText('Sample data', { exact: true }).filter({ visible: true }).count(),
        1,
        `${page} states the source of its data once`,
      );
  }

  test('shows visitors on every page, in any folder, without a server or a third party', async () => {
    const tab = await browser.newPage();
    const troubles: string[] = [];
    tab.on('pageerror', (error) => troubles.push(error.message));
    tab.on('console', (entry) => {
      if (entry.type() === 'error') troubles.push(entry.text());
    });
    tab.on('response', (response) => {
      const url = response.url();
      if (url.startsWith('blob:')) return;
      if (!url.startsWith(site.origin + PLACE) || response.status() !== 200) troubles.push(url);
    });
    for (const page of pages) {
      await tab.setViewportSize({ width: 1280, height: 900 });
      await tab.goto(site.origin + PLACE + page);
      assert.ok(await tab.locator('meta[name="description"]').getAttribute('content'), page);
      await assertShown(tab, page);
      // Pictures that come meanwhile move it down.
      await tab.waitForFunction(() => {
        const badge = document.querySelector('footer datafast-live-badge');
        badge?.scrollIntoView();
        return /^\d+$/.test(badge?.shadowRoot?.querySelector('b')?.textContent ?? '');
      });
      await tab.waitForFunction(() =>
        [...document.querySelectorAll<HTMLImageElement>('img[data-src]')].every(({ src }) => src.startsWith('blob:')),
      );
      await tab.setViewportSize({ width: 320, height: 640 });
      const width = await tab.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `${page} is ${width} px wide on a phone`);
      assert.deepEqual(troubles, [], page);
    }
    await tab.close();
  });

  test('finds a section of the documents and opens it', async () => {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await tab.goto(`${site.origin}${PLACE}docs/`);
    await tab.keyboard.press('/');
    await tab.keyboard.type('rocket loader');
    const first = tab.locator('#results a').first();
    await first.getByText('Optimisers', { exact: true }).waitFor();
    await tab.keyboard.press('Enter');
    await tab.waitForURL(`${site.origin}${PLACE}docs/embedding.html#optimisers`);
    await tab.getByLabel('Search the documentation').fill('qwxzv');
    await tab.getByText('No results').waitFor();
    assert.equal(await tab.locator('#results a').count(), 0);
    await tab.close();
  });

  test('shows playground code for each framework with the current options', async () => {
    const tab = await browser.newPage();
    await tab.goto(`${site.origin}${PLACE}playground.html`);
    await tab.getByLabel('borders', { exact: true }).check();
    await tab.getByLabel('ticker-size', { exact: true }).fill('3');
    const snippet = tab.locator('#snippet');
    const expected = {
      HTML: '<datafast-live-map proxy-url="/live" borders ticker-size="3"></datafast-live-map>',
      React: '<datafast-live-map proxyUrl="/live" borders tickerSize={3} />',
      Vue: '<datafast-live-map proxy-url="/live" borders :ticker-size="3" />',
      Svelte: '<datafast-live-map proxy-url="/live" borders ticker-size={3}></datafast-live-map>',
      'Next.js': '<LiveMap proxyUrl="/live" borders tickerSize={3} />',
    };
    for (const [framework, code] of Object.entries(expected)) {
      await tab.getByText(framework, { exact: true }).click();
      assert.ok((await snippet.textContent())!.includes(code), (await snippet.textContent()) ?? '');
    }
    await tab.close();
  });
});
