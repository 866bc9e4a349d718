import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { renderLiveMap } from 'datafast-live-map/server';
import { launchPinnedChromium } from '../../tools/browsers/chromium.ts';
import { NOW, person, snapshot, view } from './people.ts';

const CDN_FOLDER = join(import.meta.dirname, '../../dist/cdn');
const ORIGIN = 'http://ages.test';
/** Ages turn together, once in so many seconds. */
const TURN = 5;
/** Seconds: with each turn of the first minute, an age gains a digit or a larger unit. */
const AGES = [TURN, 10, 55, 595, 3_595];
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ar', 'ja', 'zh'];

type PageWithShifts = typeof globalThis & { shifts: number };

function answer(): object {
  const people = AGES.map((age) => person(`v${age}`, { place: { city: null, countryCode: 'FR' } }));
  return snapshot({ visitors: people, recentEvents: AGES.map((age) => view(`e${age}`, `v${age}`, age)) });
}

const html = (lang: string): string => `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>A page</title>
  <link rel="icon" href="data:,"><style>body { margin: 0; font: 16px sans-serif }</style>
  ${renderLiveMap(answer(), { lang, attributes: { 'proxy-url': '/live', 'refresh-interval': '3600' } })}
  <p>What follows.</p>`;

/** What moves where the room of a sentence changes: texts and the element's own height. */
function measure(page: Page): Promise<{ ages: string[]; boxes: number[][] }> {
  return page.evaluate(() => {
    const element = document.querySelector('datafast-live-map')!;
    const root = element.shadowRoot!;
    const boxes = [element, ...root.querySelectorAll('.rows > li, .sentence')].map((node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return [x, y, width, height];
    });
    return { ages: [...root.querySelectorAll('time')].map(({ textContent }) => textContent), boxes };
  });
}

const frames = (page: Page): Promise<void> => page.clock.runFor(100);

describe('ages that gain a digit or another unit', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchPinnedChromium();
  });
  after(() => browser.close());

  for (const lang of LANGUAGES) {
    for (const width of [320, 768, 1280]) {
      it(`move nothing in ${lang} on a page ${width} px wide`, async () => {
        const page = await browser.newPage({ viewport: { width, height: 1200 } });
        try {
          await page.route('**', async (route) => {
            const { pathname } = new URL(route.request().url());
            if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: html(lang) });
            else if (pathname.endsWith('.js')) await route.fulfill({ path: join(CDN_FOLDER, pathname) });
          });
          await page.addInitScript(() => {
            const window = globalThis as PageWithShifts;
            window.shifts = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries())
                window.shifts += (entry as PerformanceEntry & { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
          });
          await page.clock.install({ time: NOW });
          await page.clock.pauseAt(NOW + 1000 * TURN);
          await page.goto(ORIGIN);
          const rendered = await measure(page);
          assert.equal(rendered.ages.length, AGES.length);

          await page.addScriptTag({ url: '/datafast-live-map.js', type: 'module' });
          await page.waitForFunction(
            () => !document.querySelector('datafast-live-map')!.shadowRoot!.querySelector('script'),
          );
          await frames(page);
          const taken = await measure(page);
          assert.deepEqual(taken.boxes, rendered.boxes);
          for (const index of AGES.keys()) assert.notEqual(taken.ages[index], rendered.ages[index]);

          for (let age = 2 * TURN; age <= 60; age += TURN) {
            await page.clock.runFor(1000 * TURN);
            assert.deepEqual((await measure(page)).boxes, rendered.boxes);
          }
          assert.notEqual((await measure(page)).ages[0], taken.ages[0]);
          assert.equal(await page.evaluate(() => (globalThis as PageWithShifts).shifts), 0);
        } finally {
          await page.close();
        }
      });
    }
  }
});
