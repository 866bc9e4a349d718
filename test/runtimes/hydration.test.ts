import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { renderLiveMap } from '../../src/server/index.ts';
import { documentedExample } from '../pages/example.ts';
import { listen } from '../pages/serve.ts';
import { application, assertAtHome, serving } from './application.ts';
import { assertTakenOver } from './rendered.ts';

const here = import.meta.dirname;
const require = createRequire(import.meta.url);

const SERVER = `import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Shop } from './shop.jsx';
export const html = renderToString(createElement(Shop));`;
const BROWSER = `import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Shop } from './shop.jsx';
hydrateRoot(document.getElementById('root'), createElement(Shop));`;

const SERVER_OF_RENDERED = `import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { RenderedLiveMap } from './rendered-live-map.jsx';
export const render = (html) => renderToString(createElement(RenderedLiveMap, { html }));`;
const BROWSER_OF_RENDERED = `import { createElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { RenderedLiveMap } from './rendered-live-map.jsx';
const html = JSON.parse(document.getElementById('data').textContent);
hydrateRoot(document.getElementById('root'), createElement(RenderedLiveMap, { html }));`;

/** Which package is meant by React's names. */
const VERSIONS: Record<string, Record<string, string>> = {
  'React 19': {},
  'React 18': { react: 'react-18', 'react-dom': 'react-dom-18' },
};

/** Builds `server.cjs` of server.jsx and `browser.js` of browser.jsx. @param alias Which package is meant by a name. */
async function bundle(folder: string, alias: Record<string, string>): Promise<void> {
  const shared = {
    absWorkingDir: folder,
    bundle: true,
    alias,
    jsx: 'automatic',
    jsxDev: true,
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'error',
  } as const;
  await build({ ...shared, entryPoints: ['server.jsx'], outfile: join(folder, 'server.cjs'), platform: 'node' });
  await build({ ...shared, entryPoints: ['browser.jsx'], outfile: join(folder, 'browser.js'), format: 'esm' });
}

describe('hydration with React’s development build, which reports mismatches', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  async function look(folder: string, assertIsRight: (origin: string) => Promise<void>): Promise<void> {
    const { server, origin } = await listen(serving(folder));
    try {
      await assertIsRight(origin);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  }

  for (const [version, alias] of Object.entries(VERSIONS)) {
    test(`${version} hydrates the component of the package without a mismatch`, async () => {
      const name = `hydrated-${version.replace(' ', '-').toLowerCase()}`;
      const folder = await application(name, join(here, '../../demo/frameworks/nextjs/app'));
      await writeFile(join(folder, 'server.jsx'), SERVER);
      await writeFile(join(folder, 'browser.jsx'), BROWSER);
      await bundle(folder, alias);
      const { html } = require(join(folder, 'server.cjs')) as { html: string };
      assert.match(html, /<datafast-live-map[^>]* proxy-url="\/live"/);
      await writeFile(
        join(folder, 'index.html'),
        `<!doctype html><html lang="en"><title>A shop</title><div id="root">${html}</div>
        <script type="module" src="/browser.js"></script></html>`,
      );
      assert.match(await readFile(join(folder, 'browser.js'), 'utf8'), /Hydration failed|did not match/, 'it can warn');
      await look(folder, (origin) => assertAtHome(browser, origin));
    });

    test(`${version} leaves a map from renderLiveMap unchanged`, async () => {
      const name = `rendered-${version.replace(' ', '-').toLowerCase()}`;
      const folder = await application(name, join(here, '../../demo/recipes/rendered/nextjs/app/map'));
      await writeFile(join(folder, 'server.jsx'), SERVER_OF_RENDERED);
      await writeFile(join(folder, 'browser.jsx'), BROWSER_OF_RENDERED);
      await bundle(folder, alias);
      const { render } = require(join(folder, 'server.cjs')) as { render: (html: string) => string };
      const html = renderLiveMap(documentedExample(Date.now()), { attributes: { 'proxy-url': '/live' }, lang: 'en' });
      await writeFile(
        join(folder, 'index.html'),
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title><h1>Who is here</h1>
        <div id="root">${render(html)}</div>
        <script type="application/json" id="data">${JSON.stringify(html).replaceAll('<', '\\u003c')}</script>
        <script type="module" src="/browser.js"></script></html>`,
      );
      await look(folder, (origin) => assertTakenOver(browser, origin, { people: 7, marks: 6 }));
    });
  }
});
