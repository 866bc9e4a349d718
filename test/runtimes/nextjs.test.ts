import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { assertAtHome, installPacked } from './application.ts';
import { startProgram, type Program } from './program.ts';
import { copied, preload, recipe, standingIn } from './recipe.ts';
import { assertNavigable, assertReadable, assertTakenOver } from './rendered.ts';

const run = promisify(execFile);
const next = join(import.meta.dirname, 'node_modules/next/dist/bin/next');
const QUIET = { NEXT_TELEMETRY_DISABLED: '1', CI: '1' };

/** Of the test alone: the package is not in the folder of the application, and no cache is of use to a second build. */
const CONFIGURATION = `export default {
  turbopack: { root: ${JSON.stringify(join(import.meta.dirname, '../..'))} },
  experimental: { turbopackFileSystemCacheForBuild: false },
};
`;

let program: Program;
/** Of the small answer that the stand-in gives. */
const SHOWN = { people: 2, marks: 2 };

/** The recipes' route and page and the demo's page are one application, which is built once. */
recipe(
  'Next.js',
  '/live',
  true,
  async (upstream) => {
    const cwd = await copied('nextjs');
    for (const folder of ['../../demo/frameworks/nextjs', '../../demo/recipes/rendered/nextjs', 'navigation/nextjs'])
      await cp(join(import.meta.dirname, folder), cwd, { recursive: true });
    await installPacked(cwd);
    await writeFile(join(cwd, 'next.config.mjs'), CONFIGURATION);
    await writeFile(join(cwd, 'package.json'), '{ "private": true, "type": "module" }');
    // Without a key, as build machines are.
    const env = { PATH: process.env.PATH, HOME: tmpdir(), ...QUIET };
    await run(process.execPath, [next, 'build'], { cwd, env });
    program = await startProgram(process.execPath, ['--import', preload, next, 'start', '--hostname', '127.0.0.1'], {
      cwd,
      env: { ...standingIn(upstream), ...QUIET },
    });
    return program;
  },
  () => {
    let browser: Browser;

    before(async () => {
      browser = await launchChromium();
    });
    after(() => browser.close());

    test('renders the element and its fallback content on the server', async () => {
      const page = await (await fetch(program.url)).text();
      assert.match(page, /<datafast-live-map[^>]* proxy-url="\/live"/);
      assert.match(page, /Everyone on the site, on a map\./);
    });

    test('hydrates the component without a warning', () => assertAtHome(browser, program.url, { people: 2, dots: 2 }));

    test('renders a map on the server that is readable without scripts', () =>
      assertReadable(browser, `${program.url}/map`, SHOWN));

    test('hydrates the rendered map without a change', () => assertTakenOver(browser, `${program.url}/map`, SHOWN));

    test('shows the map again when the router comes back to its page', () =>
      assertNavigable(browser, program.url, '/map', SHOWN));
  },
);
