import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page, Request } from 'playwright-core';
import { waitForMarks } from '../drawn-marks.ts';
import type { DatafastLiveMap } from '../../src/index.ts';
import { unpackPackage } from '../package/packed.ts';
import { documentedExample } from '../pages/example.ts';
import { ownFolder } from './own-folder.ts';

const run = promisify(execFile);
const here = import.meta.dirname;
const root = join(here, '../..');
const apps = ownFolder(here);

/** A command of a package that is installed here or for the project. */
export async function execute(folder: string, script: string, ...args: string[]): Promise<string> {
  const own = join(here, 'node_modules', script);
  const file = existsSync(own) ? own : join(root, 'node_modules', script);
  const env = { PATH: process.env.PATH, HOME: folder, NO_COLOR: '1', NODE_ENV: 'production' };
  try {
    return (await run(process.execPath, [file, ...args], { cwd: folder, env })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${script} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
}

let packed: Promise<string> | undefined;

/** The tarball as `npm publish` would send it, unpacked where the applications find it before anything else. */
function packOnce(): Promise<string> {
  return (packed ??= unpackPackage(apps).then(({ installed }) => installed));
}

/** A copy of an application of the demo, with the package from its tarball. */
export async function application(name: string, source: string = join(root, 'demo/frameworks', name)): Promise<string> {
  const folder = join(apps, name);
  await cp(source, folder, { recursive: true });
  await installPacked(folder);
  return folder;
}

/** Puts a page `/cases.html` beside an application's own, which is built with it. @param source Of the cases, in src. */
export async function addCases(folder: string, name: string, entry: string): Promise<void> {
  const cases = join(here, 'cases');
  await cp(join(cases, name), join(folder, 'src'), { recursive: true });
  await cp(join(cases, 'snapshots.ts'), join(folder, 'src/snapshots.ts'));
  await writeFile(
    join(folder, 'cases.html'),
    `<!doctype html><html lang="en"><title>Cases</title><div id="app"></div>
    <script type="module" src="/src/${entry}"></script></html>`,
  );
  await writeFile(
    join(folder, 'both.config.js'),
    `import { mergeConfig } from 'vite';
    import own from './vite.config.js';
    export default mergeConfig(own, { build: { rolldownOptions: { input: ['index.html', 'cases.html'] } } });`,
  );
}

/** As `npm install` would, but for its libraries, which are found farther up. */
export async function installPacked(folder: string): Promise<void> {
  const installed = await packOnce();
  await mkdir(join(folder, 'node_modules'));
  await symlink(installed, join(folder, 'node_modules/datafast-live-map'));
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves a folder, and at `/live` what a proxy answers. */
export function serving(folder: string, answer = () => documentedExample(Date.now())): RequestListener {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://app');
    if (pathname === '/live') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer()));
      return;
    }
    const file = join(folder, pathname === '/' ? 'index.html' : pathname);
    readFile(file).then(
      (body) => {
        response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  };
}

/** What every framework has to get right: attributes, properties, objects, events, slots, and the element itself. */
export async function assertAtHome(
  browser: Browser,
  address: string,
  { people, dots }: { people: number; dots: number } = { people: 7, dots: 5 },
): Promise<void> {
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    // What React says to every developer.
    if (!message.text().includes('React DevTools')) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  const isPoll = (request: Request): boolean => new URL(request.url()).pathname === '/live';
  try {
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    const polled = page.waitForRequest(isPoll);
    await page.goto(address);
    assert.equal((await polled).headers()['x-team'], 'growth', 'the object of headers is a property');
    await page.getByText(`${people} people are here.`).waitFor();
    const map = page.locator('datafast-live-map');
    assert.equal((await waitForMarks(map, ({ length }) => length >= dots)).length, dots, 'dots');
    assert.equal(await property(page, 'tickerSize'), 3);
    assert.equal(await property(page, 'proxyUrl'), '/live');
    assert.ok(await page.getByRole('heading', { name: 'Right now in our shop' }).isVisible(), 'the slot');
    await page.getByText('Everyone on the site, on a map.').waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Pause map', exact: true }).click();
    await page.getByRole('button', { name: 'Resume map', exact: true }).waitFor();
    assert.equal(await property(page, 'paused'), true);
    await page.getByRole('button', { name: 'Resume map', exact: true }).click();
    await page.getByRole('button', { name: 'Pause map', exact: true }).waitFor();
    assert.equal(await property(page, 'paused'), false);

    const again = page.waitForRequest(isPoll);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await again;
    assert.deepEqual(said, [], 'the console is empty');
  } finally {
    await page.close();
  }
}

/**
 * What Custom Elements Everywhere asks of a framework, of this element: with children and without, that come and go;
 * texts, numbers, truths and objects that change; events that are heard by what was rendered last.
 */
export async function assertCases(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  try {
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    await page.goto(address);
    const full = page.locator('#full');
    const options = (): Promise<unknown> =>
      full.evaluate((map) => {
        const { label, borders, minCount, ticker, headers } = map as DatafastLiveMap;
        return { label, borders, minCount, ticker, headers };
      });
    await full.locator('.number:text-is("7")').waitFor();
    await page.getByText('0: 7', { exact: true }).waitFor();
    assert.deepEqual(await options(), { label: 'Map 0', borders: false, minCount: 0, ticker: 'none', headers: null });
    assert.ok(await full.getByText('Step 0').isVisible());
    assert.equal(await full.getByText('It is over.').count(), 0);

    const heard = full.evaluate(
      (map) =>
        new Promise((resolve) => {
          (map as DatafastLiveMap).addEventListener('datafast-update', (event) => {
            resolve(event.detail.snapshot.data.count);
          });
        }),
    );
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await full.locator('.number:text-is("9")').waitFor();
    await page.getByText('1: 9', { exact: true }).waitFor();
    assert.equal(await heard, 9, 'a listener that was added by hand');
    const headers = { 'X-Step': '1' };
    assert.deepEqual(await options(), { label: 'Map 1', borders: true, minCount: 1, ticker: 'none', headers });
    assert.ok(await full.getByText('Step 1').isVisible());
    assert.ok(await full.getByText('It is over.').isVisible());

    const bare = page.locator('#bare');
    await bare.locator('.number:text-is("7")').waitFor();
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    await bare.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await bare.locator('.number:text-is("7")').waitFor();
    assert.deepEqual(said, [], 'the console is empty');
  } finally {
    await page.close();
  }
}

function property(page: Page, name: string): Promise<unknown> {
  return page.evaluate(
    (key) => (document.querySelector('datafast-live-map') as unknown as Record<string, unknown>)[key],
    name,
  );
}
