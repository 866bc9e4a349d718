import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { createLogger, createServer, type ViteDevServer } from 'vite';
import { launchChromium } from '../../tools/browsers/chromium.ts';

const root = join(import.meta.dirname, '../..');

describe('the demo server', () => {
  let server: ViteDevServer;
  let browser: Browser;
  let address: string;
  const environment = { ...process.env };
  let cacheDir: string;
  /** What a developer reads in the terminal. */
  const complaints: string[] = [];

  before(async () => {
    // A developer's own key must not be used by a test.
    delete process.env.DATAFAST_API_KEY;
    // Not the port of a developer's running server.
    cacheDir = await mkdtemp(join(tmpdir(), 'live-map-vite-'));
    server = await createServer({
      root: join(root, 'demo'),
      cacheDir,
      configFile: join(root, 'vite.config.ts'),
      customLogger: {
        ...createLogger('silent'),
        warn: (message) => complaints.push(message),
        error: (message) => complaints.push(message),
      },
    });
    await server.listen(0);
    address = server.resolvedUrls!.local[0]!;
    browser = await launchChromium();
  });

  after(async () => {
    Object.assign(process.env, environment);
    await browser.close();
    await server.close();
    await rm(cacheDir, { recursive: true, force: true });
  });

  /** By the route that they ask: the demo's server has one for each. */
  const pages = [
    { page: '', route: '/live', code: 200, status: 'live' },
    { page: 'states/error.html', route: '/live/error', code: 502, status: 'error' },
  ];

  for (const { page, route, code, status } of pages) {
    test(`/${page} has a map that polls only its own proxy`, async () => {
      const tab = await browser.newPage();
      const troubles: string[] = [];
      tab.on('pageerror', (error) => troubles.push(error.message));
      tab.on('request', (request) => {
        if (!request.url().startsWith(address) && !request.url().startsWith('data:')) troubles.push(request.url());
      });
      const answer = tab.waitForResponse((response) => new URL(response.url()).pathname === route);
      await tab.goto(address + page);
      assert.equal((await answer).status(), code);
      await tab.waitForFunction(
        (wanted) => (document.querySelector('datafast-live-map') as { status?: string } | null)?.status === wanted,
        status,
      );
      assert.equal(
        await tab.getByText('Sample data', { exact: true }).isVisible(),
        code === 200,
        'says that it is sample data',
      );
      assert.deepEqual(troubles, []);
      await tab.close();
    });
  }

  test('logs no error', () => {
    assert.deepEqual(complaints, []);
  });
});
