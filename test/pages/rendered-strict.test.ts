import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { liveMapStyleHash, renderLiveMap } from 'datafast-live-map/server';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { freshAnswer } from '../server/answers.ts';
import { answerWith, hostileTexts, WAYS_OUT } from '../server/hostile-answers.ts';
import { listen } from './serve.ts';

const CDN = join(import.meta.dirname, '../../dist/cdn');
/** Nothing inline but the rendered styles, and no text that becomes markup in the browser. */
const policyOf = (styles: string): string =>
  `default-src 'none'; script-src 'self'; style-src ${styles}; connect-src 'self'; ` +
  `require-trusted-types-for 'script'; trusted-types 'none'; report-uri /reports`;
const ATTRIBUTES = { 'proxy-url': '/live', ticker: 'below' };
const SCRIPT = '/datafast-live-map.js';
const ROUNDS = 300;

interface Visit {
  page: Page;
  /** What the console says, and errors. */
  messages: string[];
  /** Paths that were requested. */
  requests: string[];
}

/**
 * Share of the pixels that may have another shade: a server draws each circle by itself, and the element those that look
 * alike as one path, so that edges, and outlines that cross each other, differ slightly.
 */
const SHADED = 1e-5;

describe('a server-rendered map on a page with a strict policy', () => {
  let browser: Browser;
  let server: Server;
  let origin: string;
  let markup = '';
  let policy = policyOf(`'${liveMapStyleHash}'`);
  let reports: string[] = [];

  before(async () => {
    browser = await launchChromium();
    ({ server, origin } = await listen((request, response) => {
      const path = request.url!;
      if (path === '/reports') {
        reports.push('a report');
        response.writeHead(204).end();
      } else if (path === '/') {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.setHeader('content-security-policy', policy);
        response.end(`<!doctype html><html lang="en"><head><title>A shop</title>
          <meta name="color-scheme" content="light dark">
          <script type="module" src="${SCRIPT}"></script></head><body><main>${markup}</main></body></html>`);
      } else {
        void readFile(join(CDN, path)).then(
          (body) => response.setHeader('content-type', 'text/javascript').end(body),
          () => response.writeHead(404).end(),
        );
      }
    }));
  });

  after(async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  });

  /** @param held What the script's file waits for. */
  async function open(html: string, options: BrowserContextOptions = {}, held?: Promise<void>): Promise<Visit> {
    markup = html;
    reports = [];
    const page = await browser.newPage({
      viewport: { width: 900, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    const visit: Visit = { page, messages: [], requests: [] };
    page.on('console', (message) => visit.messages.push(message.text()));
    page.on('pageerror', (error) => visit.messages.push(error.message));
    page.on('request', (request) => visit.requests.push(request.url().replace(origin, '')));
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    if (held) await page.route(`**${SCRIPT}`, (route) => held.then(() => route.continue()));
    await page.goto(origin, { waitUntil: held ? 'commit' : 'load' });
    return visit;
  }

  const takenOver = (page: Page): Promise<unknown> =>
    page.waitForFunction(() => {
      const map = document.querySelector('datafast-live-map');
      return map?.shadowRoot && !map.shadowRoot.querySelector('script');
    });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`paints before the script and hydrates without a violation or a visible change, ${colorScheme}`, async () => {
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const html = renderLiveMap(freshAnswer(60), { attributes: ATTRIBUTES });
      const { page, messages, requests } = await open(html, { colorScheme }, held);
      const map = page.locator('datafast-live-map');
      await map.locator('.mark').nth(20).waitFor({ state: 'attached' });
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      assert.equal(await page.evaluate(() => customElements.get('datafast-live-map')), undefined);
      const { width, height } = (await map.locator('.land').boundingBox())!;
      assert.ok(width > 700 && height > 300, `${width} × ${height}`);
      const rendered = await map.screenshot();
      release();
      await takenOver(page);
      const [before, later] = [rendered, await map.screenshot()].map((png) => PNG.sync.read(png));
      assert.deepEqual([later!.width, later!.height], [before!.width, before!.height]);
      const difference = pixelmatch(before!.data, later!.data, undefined, before!.width, before!.height);
      assert.ok(difference <= SHADED * before!.width * before!.height, `${difference} pixels`);
      assert.deepEqual(messages, []);
      assert.deepEqual(reports, []);
      const own = requests.filter((path) => path.endsWith('.js'));
      assert.deepEqual(
        requests.filter((path) => !own.includes(path)),
        ['/'],
      );
      await page.close();
    });
  }

  it('shows land, count and timed activity without scripts, and no buttons', async () => {
    const { page } = await open(renderLiveMap(freshAnswer(60), { attributes: ATTRIBUTES }), {
      javaScriptEnabled: false,
    });
    const map = page.locator('datafast-live-map');
    await map.getByText('people here').first().waitFor();
    assert.ok((await map.locator('.land').boundingBox())!.height > 300);
    assert.equal(await map.locator('time[datetime]').count(), 5);
    for (const button of await map.locator('button').all()) assert.equal(await button.isVisible(), false);
    assert.deepEqual(reports, []);
    await page.close();
  });

  it('needs the hash of its styles in the policy', async () => {
    const own = policy;
    policy = policyOf("'self'");
    const { page, messages } = await open(renderLiveMap(freshAnswer(14), { attributes: ATTRIBUTES }));
    policy = own;
    assert.match(messages.join('\n'), /Content Security Policy.*style-src/s);
    await page.close();
  });

  for (const text of WAYS_OUT) {
    it(`does not execute a snapshot with ${JSON.stringify(text)}`, async () => {
      const html = renderLiveMap(answerWith(numbered(text)), { attributes: { ...ATTRIBUTES, label: text } });
      const { page, messages } = await open(html);
      page.on('dialog', (dialog) => messages.push(`dialog: ${dialog.message()}`));
      await takenOver(page);
      assert.equal(await page.locator('main > *').count(), 1);
      assert.deepEqual(messages, []);
      assert.deepEqual(reports, []);
      await page.close();
    });
  }

  it('produces the same DOM tree whatever markup the snapshot’s texts contain', async () => {
    const page = await browser.newPage();
    /** Each element, and each of its attributes: "li", "li[part]". */
    const shapesOf = (texts: readonly (() => string)[]): Promise<string[]> =>
      page.evaluate(
        (pages) =>
          pages.flatMap((html) => {
            const { body } = Document.parseHTMLUnsafe(html);
            const trees: ParentNode[] = [body, body.querySelector('datafast-live-map')!.shadowRoot!];
            return trees.flatMap((tree) =>
              [...tree.querySelectorAll('*')].flatMap(({ localName, attributes }) => [
                localName,
                ...[...attributes].map(({ name }) => `${localName}[${name}]`),
              ]),
            );
          }),
        texts.map((next) => renderLiveMap(answerWith(next), { attributes: ATTRIBUTES })),
      );
    const known = new Set(await shapesOf(['Paris', 'shop/shoes', 'EUR'].map(numbered)));
    const shapes = await shapesOf(Array.from({ length: ROUNDS }, (_, seed) => hostileTexts(seed)));
    const foreign = shapes.filter((shape) => !known.has(shape));
    assert.ok(known.has('li[part]'));
    assert.deepEqual(foreign, []);
    await page.close();
  });
});

/** The text, each time with another number. */
function numbered(text: string): () => string {
  let number = 0;
  return () => `${text} ${number++}`;
}
