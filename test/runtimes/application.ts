import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page, Request } from 'playwright-core';
import { unpackPackage } from '../package/packed.ts';
import { documentedExample } from '../page/example.ts';

const run = promisify(execFile);
const here = import.meta.dirname;
const root = join(here, '../..');
const apps = join(here, 'apps');

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
  return (packed ??= (async () => {
    const folder = join(apps, `packed-${process.pid}`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return (await unpackPackage(folder)).installed;
  })());
}

/** An application of the demo as somebody has it who copied it: with the package from its tarball. */
export async function application(name: string, source: string = join(root, 'demo/frameworks', name)): Promise<string> {
  const folder = join(apps, `framework-${name}`);
  await rm(folder, { recursive: true, force: true });
  await cp(source, folder, { recursive: true });
  await installPacked(folder);
  return folder;
}

/** As `npm install` would, but for its libraries, which are found farther up. */
export async function installPacked(folder: string): Promise<void> {
  const installed = await packOnce();
  await mkdir(join(folder, 'node_modules'));
  await symlink(installed, join(folder, 'node_modules/datafast-live-map'));
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves a folder, and at `/live` what a proxy answers. */
export function serving(folder: string): RequestListener {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://app');
    if (pathname === '/live') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(documentedExample(Date.now())));
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
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  const isPoll = (request: Request): boolean => new URL(request.url()).pathname === '/live';
  try {
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    const polled = page.waitForRequest(isPoll);
    await page.goto(address);
    assert.equal((await polled).headers()['x-team'], 'growth', 'the object of headers is a property');
    await page.getByText(`${people} people are here.`).waitFor();
    const map = page.locator('datafast-live-map');
    await map
      .locator('g.mark')
      .nth(dots - 1)
      .waitFor({ state: 'attached' });
    assert.equal(await map.locator('g.mark').count(), dots, 'dots');
    assert.equal(await property(page, 'tickerSize'), 3);
    assert.equal(await property(page, 'proxyUrl'), '/live');
    assert.ok(await page.getByRole('heading', { name: 'Right now in our shop' }).isVisible(), 'the slot');
    await page.getByText('Everybody who is here, on a map.').waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Stand still', exact: true }).click();
    await page.getByRole('button', { name: 'Go on', exact: true }).waitFor();
    assert.equal(await property(page, 'paused'), true);
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await page.getByRole('button', { name: 'Stand still', exact: true }).waitFor();
    assert.equal(await property(page, 'paused'), false);

    const again = page.waitForRequest(isPoll);
    await page.getByRole('button', { name: 'Ask again' }).click();
    await again;
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
