import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { isOf, waitForMarks } from '../drawn-marks.ts';
import { createGeocoder } from '../../src/geocode/index.ts';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { unpackPackage } from '../package/packed.ts';
import { listen } from '../pages/serve.ts';
import { serving } from './application.ts';
import { newerNode } from './newer-node.ts';
import { ownFolder } from './own-folder.ts';
import { bunPath } from './runtimes.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
/** Has packages of its own, which are found from the applications in it. */
const here = join(import.meta.dirname, 'bundlers');
const apps = ownFolder(here);

/** Where each application is served from once it is built. */
const BUNDLERS: Record<string, string> = {
  angular: 'dist/live-map-angular/browser',
  bun: '.',
  esbuild: '.',
  parcel: 'dist',
  rollup: '.',
  rspack: '.',
  vite: 'dist',
  webpack: '.',
};

/** Known by its name to the smaller places alone. */
const TOWN = { city: 'Lagos', region: null, countryCode: 'PT' };
const COUNTRY = { city: null, region: null, countryCode: 'KE' };

function answer(): object {
  const at = (visitorId: string, longitude: number, latitude: number): object => ({ visitorId, longitude, latitude });
  const visitors = [
    at('paris', 2.35, 48.86),
    at('marseille', 5.37, 43.3),
    { visitorId: 'lagos', location: TOWN },
    { visitorId: 'kenya', location: COUNTRY },
  ];
  return { status: 'success', data: { count: 4, visitors, recentEvents: [] } };
}

describe('an application that a bundler builds with the packed tarball', { concurrency: 2 }, () => {
  let browser: Browser;

  before(async () => {
    await mkdir(join(apps, 'node_modules'));
    const { installed } = await unpackPackage(apps);
    await rename(installed, join(apps, 'node_modules/datafast-live-map'));
    browser = await launchChromium();
  });
  after(() => browser.close());

  async function build(name: string, commands: Record<string, string> = {}): Promise<string> {
    const folder = join(apps, name);
    await cp(join(root, 'demo/bundlers', name), folder, { recursive: true });
    // As after `npm install`: Parcel has its cache beside it.
    await writeFile(join(folder, 'package-lock.json'), '{}');
    const bin = join(folder, 'node_modules/.bin');
    await mkdir(bin, { recursive: true });
    for (const [command, path] of Object.entries(commands)) await symlink(path, join(bin, command));
    const env = { PATH: process.env.PATH, HOME: folder, NO_COLOR: '1', NG_CLI_ANALYTICS: 'false', CI: '1' };
    await run('npm', ['run', 'build'], { cwd: folder, env }).catch((error: unknown) => {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`npm run build in ${name}\n${stdout}${stderr}`, { cause: error });
    });
    return folder;
  }

  /** @param more What an application has besides. */
  async function look(folder: string, more?: (page: Page) => Promise<void>): Promise<void> {
    const { server, origin } = await listen(serving(folder, answer));
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    const troubles: string[] = [];
    page.on('console', (entry) => troubles.push(entry.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('response', (response) => {
      if (response.status() !== 200) troubles.push(`${response.status()} ${response.url()}`);
    });
    const map = page.locator('datafast-live-map');
    const set = (name: string, value: string): Promise<void> =>
      map.evaluate(
        (element, [key, text]) => {
          element.setAttribute(key, text);
        },
        [name, value] as const,
      );
    /** A path of at least so many characters. */
    const drawn = (part: string, length: number): Promise<unknown> =>
      page.waitForFunction(
        ([name, least]) => {
          const { shadowRoot } = document.querySelector('datafast-live-map')!;
          return (shadowRoot!.querySelector(`[part~="${name}"]`)?.getAttribute('d')?.length ?? 0) >= least;
        },
        [part, length] as const,
      );
    try {
      await page.route('**/favicon.ico', (route) => route.fulfill({ status: 200 }));
      await page.goto(origin);
      await page.locator('datafast-live-badge b:text-is("4")').waitFor();
      await waitForMarks(map, (marks) => marks.filter(isOf('dot')).length > 2 && marks.some(isOf('country')));
      await set('borders', '');
      await drawn('borders', 1);
      await set('lang', 'de');
      await map.getByText('Menschen hier').first().waitFor();
      await set('fit', 'FR');
      await waitForMarks(map, (marks) => {
        const [paris = NaN, marseille = NaN] = marks.filter(isOf('dot')).map(({ y }) => y);
        return marseille - paris > 100;
      });
      // Coarser ones of a country are a few hundred.
      for (const part of ['land', 'borders']) await drawn(part, 2000);
      await more?.(page);
      await page.waitForLoadState('networkidle');
      assert.deepEqual(troubles, []);
    } catch (error) {
      throw new Error(`It does not look as it should. ${troubles.join('\n')}`, { cause: error });
    } finally {
      await page.close();
      server.close();
      server.closeAllConnections();
    }
  }

  /** Inputs are properties of the element, and outputs its events. */
  async function assertDirective(page: Page): Promise<void> {
    await page.getByText('4 people are here.').waitFor();
    const options = await page.evaluate(() => {
      const { tickerSize, headers } = document.querySelector('datafast-live-map')!;
      return { tickerSize, headers };
    });
    assert.deepEqual(options, { tickerSize: 3, headers: { 'X-Team': 'growth' } });
  }

  test('a test place is found only in the file of its country', async () => {
    const precisionIn = async (places: 'hot' | 'shards'): Promise<string | undefined> =>
      (await createGeocoder({ places }).locate(TOWN))?.precision;
    assert.deepEqual([await precisionIn('hot'), await precisionIn('shards')], ['country', 'city']);
  });

  for (const [name, served] of Object.entries(BUNDLERS)) {
    const node = name === 'angular' ? newerNode() : null;
    const skip = name === 'angular' && node === null ? 'needs Node 24.15 or newer' : false;
    test(
      `${name}: borders, a country, finer land, a language, a small place and a country’s point arrive`,
      { skip },
      async () => {
        const commands: Record<string, string> = { ...(node && { node }), ...(name === 'bun' && { bun: bunPath() }) };
        const folder = await build(name, commands);
        const files = await readdir(join(folder, 'dist'), { recursive: true });
        const scripts = files.filter((file) => file.endsWith('.js'));
        // About 41 files of places, 7 languages, 16 other files on demand, and what they share.
        assert.ok(scripts.length < 100, `${scripts.length} scripts`);
        await look(join(folder, served), name === 'angular' ? assertDirective : undefined);
      },
    );
  }
});
