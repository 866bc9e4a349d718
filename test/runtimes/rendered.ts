import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { drawnMarks, waitForMarks } from '../drawn-marks.ts';

const CDN_FOLDER = join(import.meta.dirname, '../../dist/cdn');
/** Pages under test talk to this machine only. */
const CDN = /^https:\/\/cdn\.jsdelivr\.net\/npm\/datafast-live-map@[^/]+\/dist\/cdn\//;
/** What the map shows of an answer. */
interface Shown {
  people: number;
  marks: number;
}

type PageWithShifts = typeof globalThis & { shifts: number };

async function openPage(browser: Browser, options: BrowserContextOptions, messages: string[]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 }, ...options });
  page.on('console', (message) => {
    // What React says to every developer.
    if (!message.text().includes('React DevTools')) messages.push(message.text());
  });
  page.on('pageerror', (error) => messages.push(error.message));
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.route(CDN, async (route) => {
    const file = join(CDN_FOLDER, route.request().url().replace(CDN, ''));
    // As a CDN does it: a module comes from another origin.
    const headers = { 'access-control-allow-origin': '*' };
    await route.fulfill({ headers, contentType: 'text/javascript', body: await readFile(file) });
  });
  return page;
}

/** Without scripts the map is there, and can be read. */
export async function assertReadable(browser: Browser, address: string, shown: Shown): Promise<void> {
  const page = await openPage(browser, { javaScriptEnabled: false }, []);
  try {
    await page.goto(address);
    await assertDrawn(page, shown);
    const map = page.locator('datafast-live-map');
    assert.ok((await map.locator('time[datetime]').count()) > 0, 'times');
    assert.ok(await map.locator('[part="ticker-row"]').first().isVisible());
    for (const button of await map.locator('button').all()) assert.equal(await button.isVisible(), false);
  } finally {
    await page.close();
  }
}

async function assertDrawn(page: Page, { people, marks }: Shown): Promise<void> {
  const map = page.locator('datafast-live-map');
  await map.getByText(String(people), { exact: true }).first().waitFor();
  assert.ok(await page.getByRole('heading', { name: 'Who is here' }).isVisible());
  // A country's place may come with a file.
  await waitForMarks(map, ({ length }) => length >= marks);
  // At once: nodes that a server has rendered may be replaced at any time.
  const land = await map.evaluate(
    ({ shadowRoot }) => shadowRoot!.querySelector('.land')!.getBoundingClientRect().toJSON() as DOMRect,
  );
  const drawn = await map.evaluate(drawnMarks);
  assert.ok(land.width > 600 && land.height > 250, `${land.width} × ${land.height}`);
  assert.equal(drawn.length, marks);
  for (const { radius } of drawn) assert.ok(radius > 2);
}

/** The element takes over what is there: once, without a request, a layout shift or a message; then it polls. */
export async function assertTakenOver(browser: Browser, address: string, shown: Shown): Promise<void> {
  const messages: string[] = [];
  const page = await openPage(browser, {}, messages);
  const polls: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/live') polls.push(request.url());
  });
  await page.addInitScript(() => {
    const window = globalThis as PageWithShifts;
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifts += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  try {
    await page.goto(address);
    await page.waitForFunction(() => {
      const map = document.querySelector('datafast-live-map');
      return map && 'status' in map && map.status === 'live' && !map.shadowRoot!.querySelector('script');
    });
    await page.waitForLoadState('networkidle');
    await assertDrawn(page, shown);
    assert.equal(await page.locator('datafast-live-map').count(), 1);
    assert.equal(await page.locator('template').count(), 0, 'no template is left over');
    assert.deepEqual(polls, [], 'no request before the interval is over');
    assert.equal(await page.evaluate(() => (globalThis as PageWithShifts).shifts), 0, 'layout shift');
    await page.evaluate(() => document.querySelector('datafast-live-map')!.refresh());
    assert.equal(polls.length, 1);
    assert.equal(await page.evaluate(() => document.querySelector('datafast-live-map')!.status), 'live');
    assert.deepEqual(messages, [], 'the console is empty');
  } finally {
    await page.close();
  }
}

/** A framework's router shows another page and comes back to the map, which then has the same content, from the browser. */
export async function assertNavigable(browser: Browser, origin: string, path: string, shown: Shown): Promise<void> {
  const messages: string[] = [];
  const page = await openPage(browser, {}, messages);
  const loads: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads.push(request.url());
  });
  const map = page.locator('datafast-live-map');
  const showMap = async (): Promise<void> => {
    await page.getByRole('link', { name: 'Map' }).click();
    await page.getByRole('heading', { name: 'Who is here' }).waitFor();
    await map.locator('.mark').first().waitFor();
    await assertDrawn(page, shown);
    assert.ok(await map.locator('[part="ticker-row"]').first().isVisible());
    assert.equal(await map.count(), 1);
    assert.equal(await map.evaluate(({ shadowRoot }) => shadowRoot!.querySelectorAll('.map').length), 1);
    assert.equal(await map.evaluate((element) => (element as unknown as { status: string }).status), 'live');
  };
  const leaveMap = async (): Promise<void> => {
    await page.getByRole('link', { name: 'About' }).click();
    await page.getByRole('heading', { name: 'About us' }).waitFor();
    await map.waitFor({ state: 'detached' });
  };
  try {
    await page.goto(`${origin}/about`);
    await page.waitForLoadState('networkidle');
    await showMap();
    await leaveMap();
    await showMap();
    await page.goto(origin + path);
    await page.waitForLoadState('networkidle');
    await leaveMap();
    await showMap();
    await page.goBack();
    await map.waitFor({ state: 'detached' });
    await page.goForward();
    await map.locator('.mark').first().waitFor();
    await assertDrawn(page, shown);
    assert.equal(loads.length, 2, 'the router navigates by itself');
    assert.deepEqual(messages, [], 'the console is empty');
  } finally {
    await page.close();
  }
}
