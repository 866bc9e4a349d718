import assert from 'node:assert/strict';
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { unpackPackage } from '../package/packed.ts';
import { documentedExample } from '../pages/example.ts';
import { get } from '../proxy/start.ts';
import { answer, startUpstream, type TestUpstream } from '../proxy/upstream.ts';
import { startCache } from './cache-server.ts';
import { newerNode } from './newer-node.ts';
import { ownFolder } from './own-folder.ts';
import { type Program, runProgram, startProgram } from './program.ts';
import { copied, ENVIRONMENT, preload, standingIn } from './recipe.ts';
import { assertNavigable, assertReadable, assertTakenOver } from './rendered.ts';
import { RUNTIMES } from './runtimes.ts';
import { startWorkers } from './workerd.ts';

/** Has packages of its own, which are found from the applications in it. */
const here = join(import.meta.dirname, 'rendered');
const node = newerNode();
/** Of the documented example, with the places that the proxy gives events and payments. */
const SHOWN = { people: 7, marks: 6 };

interface Application {
  /** The command of its framework that builds it, and what that is given. */
  build: readonly [script: string, ...args: string[]];
  /** What serves it then. */
  server: string;
}

const APPLICATIONS: Record<string, Application> = {
  sveltekit: { build: ['vite/bin/vite.js', 'build'], server: 'build/index.js' },
  nuxt: { build: ['nuxt/bin/nuxt.mjs', 'build'], server: '.output/server/index.mjs' },
  astro: { build: ['astro/bin/astro.mjs', 'build'], server: 'dist/server/entry.mjs' },
};
const QUIET = { NUXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', CI: '1' };

let packed: Promise<string> | undefined;

/** A folder that has the package from its tarball. */
async function folderWithPackage(): Promise<string> {
  const apps = ownFolder(here);
  await mkdir(join(apps, 'node_modules'));
  const { installed } = await unpackPackage(apps);
  await rename(installed, join(apps, 'node_modules/datafast-live-map'));
  return apps;
}

/** Adds a page without a map, and links of the framework's router between the two. */
async function addPage(name: string, cwd: string): Promise<void> {
  if (name === 'nuxt') {
    await mkdir(join(cwd, 'app/pages'));
    await rename(join(cwd, 'app/app.vue'), join(cwd, 'app/pages/index.vue'));
  }
  await cp(join(import.meta.dirname, 'navigation', name), cwd, { recursive: true });
  if (name !== 'astro') return;
  const index = join(cwd, 'src/pages/index.astro');
  const page = (await readFile(index, 'utf8'))
    .replace('---', "---\nimport { ClientRouter } from 'astro:transitions';")
    .replace('</head>', '<ClientRouter /></head>')
    .replace('<body>', '<body><nav><a href="/">Map</a> <a href="/about">About</a></nav>');
  await writeFile(index, page);
}

/** Builds an application of a framework, without a key, and serves it. */
async function startApplication(name: string, upstream: TestUpstream): Promise<Program> {
  const { build, server } = APPLICATIONS[name]!;
  const cwd = await copied(`rendered/${name}`, await (packed ??= folderWithPackage()));
  await addPage(name, cwd);
  const [script, ...args] = build;
  const env = { ...QUIET, HOME: cwd, NODE_ENV: 'production' };
  await runProgram(node!, [join(here, 'node_modules', script), ...args], { cwd, env });
  return startProgram(node!, ['--import', preload, server], {
    cwd,
    env: { ...env, ...standingIn(upstream), HOST: '127.0.0.1' },
  });
}

describe('a page with a map rendered on a server', { concurrency: 2 }, () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  function renders(
    name: string,
    start: (upstream: TestUpstream) => Promise<Program>,
    { skip = false, hasRouter = false }: { skip?: false | string; hasRouter?: boolean } = {},
  ): void {
    describe(`the recipe for ${name}`, { skip }, () => {
      let upstream: TestUpstream;
      let program: Program;

      before(async () => {
        upstream = await startUpstream(answer(documentedExample(Date.now())));
        program = await start(upstream);
      });
      after(async () => {
        upstream.close();
        await program.stop();
      });

      it('is readable without scripts', () => assertReadable(browser, program.url, SHOWN));

      it('is hydrated by the element without a change', () => assertTakenOver(browser, program.url, SHOWN));

      if (hasRouter)
        it('is a map again when the router comes back to its page', () =>
          assertNavigable(browser, program.url, '/', SHOWN));

      it('serves the proxy as a route and makes one DataFast call for both', async () => {
        const { snapshot } = await get(`${program.url}/live`);
        assert.equal(snapshot().data.count, SHOWN.people, program.said());
        assert.equal((await get(`${program.url}/live/health`)).status, 200);
        assert.equal(upstream.requests.length, 1);
      });
    });
  }

  renders('Express', async (upstream) => {
    const cwd = await copied('rendered/express');
    return RUNTIMES.Node('server.mjs', { cwd, env: standingIn(upstream), preload });
  });

  renders('Hono on Cloudflare Workers', async (upstream) => {
    const module = join(await copied('rendered/hono'), 'worker.js');
    const cache = await startCache();
    const internet = new URL(upstream.url).host;
    const [worker] = await startWorkers(module, { bindings: ENVIRONMENT, internet, cache: cache.host });
    const stop = (): Promise<void> => worker!.stop().then(cache.close);
    return { ...worker!, stop };
  });

  const skip = node === null ? 'needs Node 24.15 or newer' : false;
  renders('SvelteKit', (upstream) => startApplication('sveltekit', upstream), { skip, hasRouter: true });
  renders('Nuxt', (upstream) => startApplication('nuxt', upstream), { skip, hasRouter: true });
  renders('Astro', (upstream) => startApplication('astro', upstream), { skip, hasRouter: true });
});
