import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { documentedExample } from './example.ts';
import { listen } from './serve.ts';

const root = join(import.meta.dirname, '../..');
const SCRIPT = '/cdn/datafast-live-map.iife.js';
const BADGE = '/cdn/datafast-live-badge.iife.js';
const TURBO = '<script src="/turbo.js"></script><meta name="turbo-cache-control" content="no-preview">';

/** The tag that inserts an element. */
const tag = (rest = '', src = SCRIPT): string => `<script src="${src}" data-proxy-url="/live" ${rest}></script>`;

declare global {
  interface Window {
    /** How often a tag has run. */
    runs: number;
    /** How Turbo has rendered pages. */
    renders: string[];
    Turbo: { visit(url: string, options: object): void };
  }
}

function countRuns(): void {
  window.runs = 0;
  window.renders = [];
  document.addEventListener(
    'load',
    ({ target }) => (window.runs += Number(target instanceof HTMLScriptElement && 'proxyUrl' in target.dataset)),
    true,
  );
  document.addEventListener('turbo:render', (event) =>
    window.renders.push((event as CustomEvent<{ renderMethod: string }>).detail.renderMethod),
  );
}

/** In the page: puts markup into an element and runs its scripts, as routers do. */
function swapIn(selector: string, markup: string): void {
  const target = document.querySelector(selector)!;
  target.innerHTML = markup;
  for (const script of target.querySelectorAll('script')) {
    const copy = document.createElement('script');
    for (const { name, value } of script.attributes) copy.setAttribute(name, value);
    script.replaceWith(copy);
  }
}

describe('one tag', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof listen>>;
  /** Markup of the page, by path. */
  let pages: Record<string, string> = {};
  let tab: Page;
  const troubles: string[] = [];

  before(async () => {
    browser = await launchChromium();
    site = await listen((request, response) => {
      void (async () => {
        const { pathname } = new URL(request.url!, 'http://site');
        const file =
          pathname === '/turbo.js'
            ? 'node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js'
            : pathname.replace(/^\/cdn/, 'dist/cdn');
        const markup = pages[pathname];
        if (markup !== undefined) response.setHeader('content-type', 'text/html; charset=utf-8');
        else if (pathname === '/live') response.setHeader('content-type', 'application/json');
        else response.setHeader('content-type', 'text/javascript');
        const body =
          markup ??
          (pathname === '/live' ? JSON.stringify(documentedExample(Date.now())) : await readFile(join(root, file)));
        response.end(body);
      })();
    });
  });

  after(async () => {
    await browser.close();
    site.server.close();
  });

  afterEach(async () => {
    await tab.close();
    assert.deepEqual(troubles.splice(0), []);
  });

  function page(body: string, head = ''): string {
    return `<!doctype html><html lang="en"><head><title>A shop</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
  }

  async function open(path: string): Promise<void> {
    tab = await browser.newPage();
    tab.on('console', (entry) => troubles.push(entry.text()));
    tab.on('pageerror', (error) => troubles.push(error.message));
    await tab.addInitScript(countRuns);
    await tab.goto(site.origin + path);
  }

  /** The tags have run so often, and so many maps show their number. */
  async function shows(maps: number, runs: number): Promise<void> {
    await tab.waitForFunction((count) => window.runs >= count, runs);
    if (maps > 0)
      await tab
        .locator('datafast-live-map .number:text-is("7")')
        .nth(maps - 1)
        .waitFor();
    assert.equal(await tab.locator('datafast-live-map').count(), maps);
    assert.equal(await tab.evaluate(() => window.runs), runs);
  }

  async function arrive(title: string): Promise<void> {
    await tab.waitForFunction((name) => document.querySelector('h1')?.textContent === name, title);
  }

  const content = (title: string, rest = ''): string =>
    `<h1>${title}</h1><a href="/one">to one</a> <a href="/two">to two</a> <a href="/three">to three</a>${rest}`;

  describe('with Turbo', () => {
    test('inserts one map per visit and after each navigation back', async () => {
      pages = {
        '/one': page(content('one', tag()), TURBO),
        '/two': page(content('two'), TURBO),
        '/three': page(content('three', tag('data-ticker="none"')), TURBO),
      };
      await open('/one');
      await shows(1, 1);
      for (const runs of [2, 3]) {
        await tab.click('text=to two');
        await arrive('two');
        await shows(0, runs - 1);
        await tab.goBack();
        await arrive('one');
        await shows(1, runs);
      }
      await tab.click('text=to three');
      await arrive('three');
      await shows(1, 4);
      assert.equal(await tab.locator('datafast-live-map').getAttribute('ticker'), 'none');
    });

    test('keeps the same map when Turbo morphs the page', async () => {
      pages = { '/one': page(content('one', tag()), `${TURBO}<meta name="turbo-refresh-method" content="morph">`) };
      await open('/one');
      await shows(1, 1);
      const map = await tab.$('datafast-live-map');
      pages['/one'] = pages['/one']!.replace('<h1>one', '<h1>changed');
      await tab.evaluate(() => {
        window.Turbo.visit(location.href, { action: 'replace' });
      });
      await arrive('changed');
      assert.deepEqual(await tab.evaluate(() => window.renders), ['morph']);
      await shows(1, 1);
      assert.ok(await map!.evaluate((element) => element.isConnected));
    });

    test('inserts a map only on its own page when the tag is in the head', async () => {
      pages = { '/one': page(content('one'), tag() + TURBO), '/two': page(content('two'), TURBO) };
      await open('/one');
      await shows(1, 1);
      await tab.click('text=to two');
      await arrive('two');
      await shows(0, 1);
      await tab.goBack();
      await arrive('one');
      await shows(1, 1);
    });
  });

  describe('with a router that inserts pages as markup and runs their scripts', () => {
    for (const [where, markup] of Object.entries({ 'from a server': tag(), 'from the page as it was': null })) {
      test(`${where}: inserts one map`, async () => {
        pages = { '/': page(`<main>${tag()}</main>`) };
        await open('/');
        await shows(1, 1);
        for (const runs of [2, 3]) {
          const before = await tab.locator('main').innerHTML();
          await tab.evaluate(() => {
            document.querySelector('main')!.textContent = 'Another page';
          });
          await shows(0, runs - 1);
          await tab.evaluate(`(${String(swapIn)})('main', ${JSON.stringify(markup ?? before)})`);
          await shows(1, runs);
        }
      });
    }

    test('inserts one map when all other scripts of the page run again too', async () => {
      pages = { '/': page(`<aside>${tag()}</aside>`) };
      await open('/');
      await shows(1, 1);
      const script = await tab.locator('aside script').evaluate(({ outerHTML }) => outerHTML);
      for (const runs of [2, 3]) {
        await tab.evaluate((markup) => {
          const copy = document.createRange().createContextualFragment(markup);
          document.querySelector('aside script')!.replaceWith(copy);
        }, script);
        await shows(1, runs);
      }
    });
  });

  test('inserts one map per page with a router that skips scripts that it has run', async () => {
    pages = { '/': page(`<h1>one</h1>${tag()}`) };
    await open('/');
    await shows(1, 1);
    for (const title of ['two', 'three']) {
      await tab.evaluate(
        (markup) => {
          document.body.replaceWith(new DOMParser().parseFromString(markup, 'text/html').body);
        },
        page(`<h1>${title}</h1>${tag()}<footer></footer>`),
      );
      await tab.locator('script + datafast-live-map:has(+ footer)').waitFor();
      await shows(1, 1);
    }
  });

  describe('in a page that was saved after its scripts ran', () => {
    const places: Record<string, [body: string, head: string, maps: number]> = {
      'in the body': [`<p>before</p>${tag()}<p>after</p>`, '', 1],
      'deferred, at the end of the body': [`<p>before</p>${tag('defer')}`, '', 1],
      'in the head': ['<p>the page</p>', tag(), 1],
      'in the head, async': ['<p>the page</p>', tag('async'), 1],
      'twice in the head': ['<p>the page</p>', tag() + tag('data-ticker="none"'), 2],
      'twice, one after the other': [tag() + tag(), '', 2],
      'of a map, of a badge and of another map': [tag() + tag('', BADGE) + tag('data-ticker="none"'), '', 2],
    };
    for (const [place, [body, head, maps]] of Object.entries(places)) {
      test(`${place}: inserts ${maps === 1 ? 'one map' : 'one map per tag'}`, async () => {
        pages = { '/': page(body, head) };
        const runs = (body + head).split('data-proxy-url').length - 1;
        await open('/');
        for (let saved = 0; saved < 2; saved++) {
          await shows(maps, runs);
          pages['/'] = await tab.content();
          await tab.reload();
        }
        await shows(maps, runs);
      });
    }
  });

  test('inserts one map as a module', async () => {
    pages = { '/': page(`<p>before</p>${tag('type="module"')}<p>after</p>`) };
    await open('/');
    await tab.locator('p + script + datafast-live-map:has(+ p)').waitFor();
    await shows(1, 1);
  });

  test('inserts one map when other code evaluates the script', async () => {
    pages = { '/': page('<main></main>') };
    await open('/');
    await tab.evaluate(
      async ([markup, src]) => {
        document.querySelector('main')!.innerHTML = markup;
        const code = await (await fetch(src)).text();
        document.head.append(Object.assign(document.createElement('script'), { text: code }));
      },
      [tag(), SCRIPT] as const,
    );
    await tab.locator('main > script + datafast-live-map').waitFor();
    await shows(1, 0);
  });

  test('inserts no map while the tag waits for consent', async () => {
    pages = { '/': page(tag('type="text/plain"') + `<script src="${SCRIPT}"></script><p>the page</p>`) };
    await open('/');
    await tab.waitForFunction(() => customElements.get('datafast-live-map'));
    await shows(0, 0);
  });

  test('does not insert the map again after the page removed it', async () => {
    pages = { '/': page(tag() + tag()) };
    await open('/');
    await shows(2, 2);
    await tab
      .locator('datafast-live-map')
      .first()
      .evaluate((map) => {
        map.remove();
      });
    await shows(1, 2);
  });

  test('inserts a map at each place to which the tag is copied', async () => {
    pages = { '/': page(`<main>${tag()}</main><aside></aside>`) };
    await open('/');
    await shows(1, 1);
    const markup = await tab.locator('script').evaluate(({ outerHTML }) => outerHTML);
    await tab.evaluate(`(${String(swapIn)})('aside', ${JSON.stringify(markup)})`);
    await shows(2, 2);
  });

  test('copies every attribute to the element except event handlers', async () => {
    const own = {
      lang: 'de',
      ticker: 'none',
      class: 'wide map',
      id: 'live',
      style: 'max-width: 400px;',
      dir: 'rtl',
      title: 'Who is here',
      role: 'region',
      slot: 'aside',
      part: 'map',
      'aria-label': 'Who is here',
      'data-test': 'map',
      hidden: '',
    };
    const given = Object.entries(own).map(([name, value]) => `data-${name}="${value}"`);
    const scripts = 'id="handle-js" class="script" data-onclick="alert(1)" async';
    pages = { '/': page(tag(`${given.join(' ')} ${scripts}`)) };
    await open('/');
    await tab.waitForFunction(() => window.runs === 1);
    const found = await tab
      .locator('datafast-live-map')
      .evaluate((map) => Object.fromEntries([...map.attributes].map(({ name, value }) => [name, value])));
    assert.deepEqual(found, {
      ...own,
      'proxy-url': '/live',
      theme: 'auto',
      'data-turbo-permanent': '',
    });
  });
});
