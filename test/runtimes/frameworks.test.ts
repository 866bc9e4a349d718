import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../tools/browsers/chromium.mjs';
import { listen } from '../page/serve.ts';
import { application, assertAtHome, execute, serving } from './application.ts';

const here = import.meta.dirname;
const frameworks = join(here, '../../demo/frameworks');
/** Pages under test talk to this machine only. */
const CDN = /https:\/\/cdn\.jsdelivr\.net\/npm\/datafast-live-map@[^/]+/;

describe('an application with the package from its tarball', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  /** Serves what was built, and looks at it. */
  async function look(folder: string): Promise<void> {
    const { server, origin } = await listen(serving(folder));
    try {
      await assertAtHome(browser, origin);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  }

  test('React 19: good templates compile, bad ones do not, and it works', async () => {
    const folder = await application('react');
    await cp(join(here, 'typed/react.tsx'), join(folder, 'src/typed.tsx'));
    await execute(folder, 'typescript/bin/tsc');
    await execute(folder, 'vite/bin/vite.js', 'build');
    await look(join(folder, 'dist'));
  });

  test('React 18, through the component of the package', async () => {
    const folder = await application('react-18', join(here, 'react-18'));
    await cp(join(frameworks, 'nextjs/app/shop.jsx'), join(folder, 'shop.jsx'));
    await execute(folder, 'vite/bin/vite.js', 'build');
    await look(join(folder, 'dist'));
  });

  test('Vue 3: good templates compile, bad ones do not, and it works', async () => {
    const folder = await application('vue');
    await cp(join(here, 'typed/vue.vue'), join(folder, 'src/Typed.vue'));
    await execute(folder, 'vue-tsc/bin/vue-tsc.js');
    await execute(folder, 'vite/bin/vite.js', 'build');
    await look(join(folder, 'dist'));
  });

  test('Svelte 5: good templates compile, bad ones do not, and it works', async () => {
    const folder = await application('svelte');
    await cp(join(here, 'typed/svelte.svelte'), join(folder, 'src/Typed.svelte'));
    await execute(folder, 'svelte-check/bin/svelte-check', '--tsconfig', 'tsconfig.json', '--fail-on-warnings');
    await execute(folder, 'vite/bin/vite.js', 'build');
    await look(join(folder, 'dist'));
  });

  test('plain HTML, with the single file', async () => {
    const folder = await application('html');
    const file = join(folder, 'index.html');
    const page = await readFile(file, 'utf8');
    assert.match(page, CDN);
    await writeFile(file, page.replace(CDN, '/node_modules/datafast-live-map'));
    await look(folder);
  });
});
