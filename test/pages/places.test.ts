import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { drawnMarks } from '../drawn-marks.ts';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { listen } from './serve.ts';

const ROOT = join(import.meta.dirname, '../..');
const CDN_FOLDER = join(ROOT, 'dist/cdn');
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

type Place = readonly [city: string | null, region: string | null, countryCode: string | null];
type Spot = readonly [longitude: number, latitude: number];

const DENVER: Place = ['Denver', 'US-CO', 'US'];
const LISBON: Place = ['Lisbon', 'PT-11', 'PT'];
/** Not among the largest places, nor is any of its neighbours. */
const LAGOS: Place = ['Lagos', 'PT-08', 'PT'];
const COUNTRY: Place = [null, null, 'BR'];

/** Files fetched after the first snapshot of any page. */
const ALWAYS = ['map-interaction', 'playback'];
/** Files for a place known by its name. Until it is found the visitor is shown at the country’s point. */
const NAMED = ['country-points', 'hot', 'lazy-geocoder'];

/** An answer of the upstream as it is. */
function answer(places: readonly (readonly [...Place, spot?: Spot])[]): object {
  const visitors = places.map(([city, region, countryCode, spot], index) => ({
    visitorId: `v${index}`,
    location: { city, region, countryCode },
    ...(spot && { longitude: spot[0], latitude: spot[1] }),
  }));
  return { status: 'success', data: { count: visitors.length, visitors, recentEvents: [], recentPayments: [] } };
}

interface Opened {
  tab: Page;
  /** Names of the files fetched besides the script. */
  files: string[];
  said: string[];
}

/** Kinds of marks and their positions on the page, in pixels. */
async function marksOf(tab: Page): Promise<string[]> {
  const marks = await tab.locator('datafast-live-map').evaluate(drawnMarks);
  return marks.map(({ look, x, y }) => `${look.split(' ')[1]!} ${Math.round(x)},${Math.round(y)}`).sort();
}

/** What a bundler puts into a file of its own, because several files share it. */
const SHARED = ['dom', 'host', 'map-position', 'hash'];

/** Names of files that are fetched on demand, without their folders and what a build adds to them. */
function namesOf(files: readonly string[]): string[] {
  return [...new Set(files.map((file) => file.replace(/^.*\/|\.data|\.js$/g, '')))]
    .filter((name) => !SHARED.includes(name))
    .sort();
}

async function becomes(tab: Page, expected: readonly string[]): Promise<void> {
  const wanted = [...expected].sort();
  let got: string[] = [];
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    got = await marksOf(tab);
    if (got.join() === wanted.join()) return;
    await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  assert.deepEqual(got, wanted);
}

describe('a page whose proxy sends place names without coordinates', () => {
  let browser: Browser;
  let folder: string;
  let site: Awaited<ReturnType<typeof listen>>;
  let asked: string[] = [];
  let snapshot: object = {};
  /** What the server does not give out, and what it gives out only when it is released. */
  let missing = /^$/;
  let late = /^$/;
  let release: () => void = () => undefined;

  const scripts = {
    'the module': `<script type="module" src="/dist/cdn/datafast-live-map.js"></script>`,
    'the classic script': `<script src="/dist/cdn/datafast-live-map.iife.js"></script>`,
    'a bundler’s output': `<script type="module" src="/app/main.js"></script>`,
  };

  before(async () => {
    browser = await launchChromium();
    folder = await mkdtemp(join(tmpdir(), 'datafast-live-map-'));
    const entry = join(folder, 'main.js');
    await writeFile(entry, `import ${JSON.stringify(join(ROOT, 'dist/index.js'))};\n`);
    await build({
      root: ROOT,
      base: '/app/',
      configFile: false,
      logLevel: 'warn',
      build: {
        outDir: join(folder, 'app'),
        emptyOutDir: true,
        rolldownOptions: {
          input: entry,
          output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
        },
      },
    });
    site = await listen((request, response) => {
      void (async () => {
        const { pathname, searchParams } = new URL(request.url!, 'http://site');
        if (pathname === '/page') {
          response.setHeader('content-type', 'text/html; charset=utf-8');
          const script = scripts[searchParams.get('script') as keyof typeof scripts];
          response.end(`<!doctype html><html lang="en"><title>A shop</title><link rel="icon" href="data:,">${script}
            <div style="width: 960px"><datafast-live-map proxy-url="/live" ${searchParams.get('options') ?? ''}></datafast-live-map></div></html>`);
        } else if (pathname === '/live') {
          response.setHeader('content-type', 'application/json');
          response.end(JSON.stringify(snapshot));
        } else {
          asked.push(pathname);
          if (late.test(pathname)) await new Promise<void>((resolve) => (release = resolve));
          const [, first, rest = ''] = /^\/(dist\/cdn|app)\/(.*)$/.exec(pathname) ?? [];
          const file = join(first === 'app' ? join(folder, 'app') : CDN_FOLDER, rest);
          const body = missing.test(pathname) ? null : await readFile(file).catch(() => null);
          response.setHeader('content-type', TYPES[extname(pathname)] ?? 'text/plain');
          response.writeHead(body ? 200 : 503).end(body);
        }
      })();
    });
  });

  after(async () => {
    await browser.close();
    site.server.close();
    await rm(folder, { recursive: true });
  });

  async function open(script: keyof typeof scripts, body: object): Promise<Opened> {
    asked = [];
    snapshot = body;
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const said: string[] = [];
    tab.on('console', (entry) => said.push(entry.text()));
    tab.on('pageerror', (error) => said.push(error.message));
    await tab.goto(`${site.origin}/page?script=${encodeURIComponent(script)}`, { waitUntil: 'networkidle' });
    await tab.locator('datafast-live-map .mark').first().waitFor({ state: 'attached' });
    return { tab, files: namesOf(asked.slice(1)), said };
  }

  /** Where the marks of people with coordinates stand. */
  async function expected(places: Parameters<typeof answer>[0]): Promise<string[]> {
    const { tab } = await open('the module', answer(places));
    const marks = await marksOf(tab);
    await tab.close();
    return marks;
  }

  for (const script of Object.keys(scripts) as (keyof typeof scripts)[]) {
    test(`${script}: locates large cities with the hot pack only`, async () => {
      const marks = await expected([
        [...DENVER, [-105, 39.7]],
        [...LISBON, [-9.2, 38.7]],
      ]);
      const { tab, files, said } = await open(script, answer([DENVER, LISBON]));
      await becomes(tab, marks);
      assert.deepEqual(files, [...ALWAYS, ...NAMED].sort());
      assert.deepEqual(said, []);
      await tab.close();
    });

    test(`${script}: loads the country’s pack for a smaller place, and no other`, async () => {
      const marks = await expected([
        [...DENVER, [-105, 39.7]],
        [...LAGOS, [-8.7, 37.1]],
      ]);
      const { tab, said } = await open(script, answer([DENVER, LAGOS]));
      await becomes(tab, marks);
      assert.deepEqual(namesOf(asked.slice(1)), [...ALWAYS, ...NAMED, 'PT'].sort());
      assert.deepEqual(said, []);
      await tab.close();
    });

    test(`${script}: loads no places for visitors with coordinates or without a country`, async () => {
      const { tab, files } = await open(
        script,
        answer([
          [...DENVER, [-105, 39.7]],
          ['Paris', null, null],
        ]),
      );
      assert.deepEqual(files, ALWAYS);
      await tab.close();
    });

    test(`${script}: loads country points only for a visitor known by country`, async () => {
      const { tab, files } = await open(script, answer([[...DENVER, [-105, 39.7]], COUNTRY]));
      await tab.locator('datafast-live-map .mark.country').waitFor({ state: 'attached' });
      assert.deepEqual(files, [...ALWAYS, 'country-points'].sort());
      await tab.close();
    });

    test(`${script}: keeps visitors at the country’s point while the pack fails, with one warning`, async () => {
      const marks = await expected([[null, null, 'PT']]);
      missing = /hot/;
      const { tab, said } = await open(script, answer([LISBON]));
      missing = /^$/;
      await becomes(tab, marks);
      const warnings = said.filter((text) => !text.startsWith('Failed to load resource'));
      assert.equal(warnings.length, 1, said.join('\n'));
      assert.match(warnings[0]!, /datafast-live-map could not load places by name/);
      assert.equal(
        await tab.locator('datafast-live-map').evaluate((el: HTMLElement & { status: string }) => el.status),
        'live',
      );
      await tab.close();
    });
  }

  test('shows the same side of the globe whether country points load before or after the camera', async () => {
    snapshot = answer([[...LISBON, [-9.2, 38.7]], COUNTRY]);
    /** @param file Arrives after all others. */
    const globe = async (file: string): Promise<Page> => {
      late = new RegExp(file);
      const tab = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
      const query = new URLSearchParams({ script: 'the module', options: 'projection="globe" paused' });
      const requests = ['country-points', 'interactive-camera'].map((name) =>
        tab.waitForRequest((request) => request.url().includes(name)),
      );
      await tab.goto(`${site.origin}/page?${String(query)}`);
      const other = (await Promise.all(requests)).find((request) => !late.test(request.url()))!;
      await (await other.response())!.finished();
      // Its code has run.
      await tab.evaluate((url) => import(url), other.url());
      if (file === 'country-points') await tab.locator('datafast-live-map .mark.dot').waitFor({ state: 'attached' });
      late = /^$/;
      release();
      await tab.locator('datafast-live-map .mark.country').waitFor({ state: 'attached' });
      return tab;
    };
    const first = await globe('interactive-camera');
    const marks = await marksOf(first);
    await first.close();
    const second = await globe('country-points');
    await becomes(second, marks);
    await second.close();
  });

  test('requests a failed pack again after a minute and moves the dots', async () => {
    const marks = await expected([[...LISBON, [-9.2, 38.7]]]);
    missing = /hot/;
    asked = [];
    snapshot = answer([LISBON]);
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await tab.clock.install();
    await tab.goto(`${site.origin}/page?script=the module`, { waitUntil: 'networkidle' });
    await tab.locator('datafast-live-map .mark.country').waitFor({ state: 'attached' });
    const count = (): number => asked.filter((file) => file.endsWith('hot.js')).length;
    assert.equal(count(), 1);
    missing = /^$/;
    await tab.clock.runFor(30_000);
    assert.equal(count(), 1);
    await tab.clock.runFor(45_000);
    await tab.locator('datafast-live-map .mark.dot').waitFor({ state: 'attached' });
    assert.deepEqual(await marksOf(tab), marks);
    assert.equal(count(), 2);
    await tab.close();
  });
});
