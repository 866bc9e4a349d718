import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { documentedExample } from './example.ts';
import { listen } from './serve.ts';

const CDN_FOLDER = join(import.meta.dirname, '../../dist/cdn');
const LIBRARIES = ['prototype', 'mootools', 'datejs', 'snippets'];
const scripts = {
  module: { suffix: '.js', type: 'module' },
  classic: { suffix: '.iife.js', type: 'text/javascript' },
};
type Kind = keyof typeof scripts;

/** Maps that need each of the files that are fetched on demand, and all ways to draw. */
const ELEMENTS = {
  'datafast-live-map': [
    '',
    'projection="natural-earth" graticule borders',
    'projection="globe" graticule',
    'projection="mercator" fit="PT" borders',
    'fit="auto" lang="de"',
    'transport="stream" ticker-kinds="payment goal"',
  ],
  'datafast-live-badge': ['', 'lang="de"'],
};
type Tag = keyof typeof ELEMENTS;

/** People known by coordinates, by the name of their place, and by their country; 120 at one place. */
function answer(): object {
  const example = documentedExample(Date.now()) as { data: { count: number; visitors: object[] } };
  const [first] = example.data.visitors;
  const porto = {
    location: { city: 'Porto+Alegre', region: null, countryCode: 'BR' },
    latitude: null,
    longitude: null,
  };
  const crowd = Array.from({ length: 120 }, (_, index) => ({ ...first, visitorId: `raw-visitor-${index}` }));
  example.data.visitors.push({ ...first, ...porto, visitorId: 'raw-visitor-porto' }, ...crowd);
  example.data.count = example.data.visitors.length;
  return example;
}

/** In the page: what the elements show, as one text, since a page may have replaced what makes JSON. */
function shown(tag: string): string {
  const attributes = ['class', 'd', 'transform', 'x', 'y', 'style', 'part', 'r', 'href', 'lang', 'dir', 'aria-label'];
  const lines: string[] = [];
  const nodes: Node[] = [...document.querySelectorAll(tag)];
  for (let node = nodes.shift(); node; node = nodes.shift()) {
    // The time since an event goes on; rings grow.
    if (node instanceof HTMLElement && node.matches('time, .effects, .when')) continue;
    if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) lines.push(node.textContent.trim());
    if (!(node instanceof HTMLElement || node instanceof SVGElement)) continue;
    let line = node.localName;
    for (const name of attributes) if (node.hasAttribute(name)) line += ` ${name}=${node.getAttribute(name)!}`;
    lines.push(line);
    nodes.unshift(...(node.shadowRoot ?? node).childNodes);
  }
  // The newest mark is the last one, wherever its place came from.
  return lines.sort().join('\n');
}

describe('a page with libraries that replace built-ins', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof listen>>;
  const example = JSON.stringify(answer());

  before(async () => {
    browser = await launchChromium();
    site = await listen((request, response) => {
      void (async () => {
        const { pathname, searchParams } = new URL(request.url!, 'http://site');
        const [, folder, ...path] = pathname.split('/');
        if (folder === 'cdn' || folder === 'libraries') {
          const file = join(folder === 'cdn' ? CDN_FOLDER : join(import.meta.dirname, folder), ...path);
          response.setHeader('content-type', 'text/javascript');
          response.end(await readFile(file));
        } else if (folder === 'live') {
          const isStream = path.length > 0;
          response.setHeader('content-type', isStream ? 'text/event-stream' : 'application/json');
          response.end(isStream ? `data: ${example}\n\n` : example);
        } else {
          const { suffix, type } = scripts[searchParams.get('kind') as Kind];
          const tag = searchParams.get('tag') as Tag;
          const library = searchParams.get('library');
          const elements = ELEMENTS[tag].map((options) => `<${tag} proxy-url="/live" ${options}></${tag}>`).join('');
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(`<!doctype html><html lang="en"><title>A shop</title><link rel="icon" href="data:,">
            ${library ? `<script src="/libraries/${library}.js"></script>` : ''}
            <script type="${type}" src="/cdn/${tag}${suffix}"></script>${elements}</html>`);
        }
      })();
    });
  });

  after(async () => {
    await browser.close();
    site.server.close();
  });

  async function open(query: Record<string, string>): Promise<{ tab: Page; troubles: string[] }> {
    const tab = await browser.newPage({ reducedMotion: 'reduce', viewport: { width: 500, height: 5000 } });
    const troubles: string[] = [];
    tab.on('console', (entry) => troubles.push(entry.text()));
    tab.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
    await tab.goto(`${site.origin}/?${String(new URLSearchParams(query))}`, { waitUntil: 'networkidle' });
    // What came last is drawn.
    await tab.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    return { tab, troubles };
  }

  /** What a viewer comes to by the keyboard: a tooltip, a larger map, and the table. */
  async function explore(tab: Page): Promise<string[]> {
    const map = tab.locator('datafast-live-map').first();
    await map.locator('.map').focus();
    await tab.keyboard.press('ArrowRight');
    const tooltip = await map.locator('.tooltip:visible').textContent();
    await tab.keyboard.press('+');
    await map.locator('.zoomReset').waitFor();
    await map.locator('[part="list"]').click();
    return [tooltip!, (await map.locator('table').textContent())!.replaceAll(/\d+s/g, '')];
  }

  for (const tag of Object.keys(ELEMENTS) as Tag[]) {
    for (const kind of Object.keys(scripts) as Kind[]) {
      describe(`${tag}, ${kind}`, () => {
        let expected: string;
        let found: string[] = [];

        before(async () => {
          const { tab, troubles } = await open({ tag, kind });
          // Texts of another language and borders are files of their own.
          const parts = tag === 'datafast-live-map' ? ['127', 'Menschen hier', 'class=borders d=M'] : ['127'];
          const now = `(${String(shown)})(${JSON.stringify(tag)})`;
          await tab.waitForFunction(`${JSON.stringify(parts)}.every((part) => ${now}.includes(part))`);
          expected = await tab.evaluate(shown, tag);
          if (tag === 'datafast-live-map') found = await explore(tab);
          assert.deepEqual(troubles, []);
          await tab.close();
        });

        for (const library of LIBRARIES) {
          test(`shows the same with ${library}, without a console message`, async () => {
            const { tab, troubles } = await open({ tag, kind, library });
            const now = `(${String(shown)})(${JSON.stringify(tag)})`;
            await tab.waitForFunction(`${now} === ${JSON.stringify(expected)}`).catch(() => undefined);
            assert.deepEqual((await tab.evaluate<string>(now)).split('\n'), expected.split('\n'));
            if (tag === 'datafast-live-map') assert.deepEqual(await explore(tab), found);
            assert.deepEqual(troubles, []);
            await tab.close();
          });
        }
      });
    }
  }
});
