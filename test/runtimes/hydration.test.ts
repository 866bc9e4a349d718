import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { listen } from '../pages/serve.ts';
import { application, assertAtHome, serving } from './application.ts';

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

/** Which package is meant by React's names. */
const VERSIONS: Record<string, Record<string, string>> = {
  'React 19': {},
  'React 18': { react: 'react-18', 'react-dom': 'react-dom-18' },
};

describe('the component of the package, in React’s development build, which alone warns', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  for (const [version, alias] of Object.entries(VERSIONS)) {
    test(`${version} finds in the page what a server has written`, async () => {
      const name = `hydrated-${version.replace(' ', '-').toLowerCase()}`;
      const folder = await application(name, join(here, '../../demo/frameworks/nextjs/app'));
      await writeFile(join(folder, 'server.jsx'), SERVER);
      await writeFile(join(folder, 'browser.jsx'), BROWSER);
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
      const { html } = require(join(folder, 'server.cjs')) as { html: string };
      assert.match(html, /<datafast-live-map[^>]* proxy-url="\/live"/);
      await writeFile(
        join(folder, 'index.html'),
        `<!doctype html><html lang="en"><title>A shop</title><div id="root">${html}</div>
        <script type="module" src="/browser.js"></script></html>`,
      );
      assert.match(await readFile(join(folder, 'browser.js'), 'utf8'), /Hydration failed|did not match/, 'it can warn');
      const { server, origin } = await listen(serving(folder));
      try {
        await assertAtHome(browser, origin);
      } finally {
        server.close();
        server.closeAllConnections();
      }
    });
  }
});
