// npm run pictures: takes the pictures of the built element, in the light and in the dark, with sample data: the
// map as it is, the names of what can be themed, and three themes. Needs a build.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { PublishedSnapshot } from '../src/protocol/published.ts';
import { createLiveMapProxy } from '../src/proxy/index.ts';
import { annotate, MAP_WIDTH, NAMES, SIDE } from './anatomy.ts';
import { launchChromium } from './browsers/chromium.ts';
import { serveTo } from './picture-page.ts';
import { drawnMarks, isOf } from '../test/drawn-marks.ts';

interface Picture {
  width: number;
  colorScheme?: 'light' | 'dark';
  css?: string;
  body: string;
  /** Is done before the picture is taken. */
  act?: (tab: Page) => Promise<void>;
}

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/pictures');
// A Monday afternoon in Europe with one of each kind of row.
const now = Date.UTC(2026, 10, 23, 16, 0, 85);

const proxy = createLiveMapProxy({ sampleData: true, now: () => now });
const snapshot = (await (await proxy.fetch(new Request('http://localhost/'))).json()) as PublishedSnapshot;
delete snapshot.meta.sample;

const browser = await launchChromium();
mkdirSync(folder, { recursive: true });

async function take(name: string, { width, colorScheme = 'light', css = '', body, act }: Picture): Promise<void> {
  const tab = await browser.newPage({
    viewport: { width, height: 400 },
    deviceScaleFactor: 2,
    colorScheme,
    reducedMotion: 'reduce',
  });
  await serveTo(tab, { css, body, live: () => snapshot });
  // esbuild, in tsx, calls it in the functions that run in the page.
  await tab.addInitScript('globalThis.__name = (target) => target');
  await tab.clock.setFixedTime(now);
  await tab.goto('http://localhost/');
  await tab.evaluate(() => document.fonts.ready.then(() => undefined));
  for (const map of await tab.locator('datafast-live-map').all())
    await map.locator('.mark').first().waitFor({ state: 'attached' });
  await act?.(tab);
  const session = await tab.context().newCDPSession(tab);
  const { cssContentSize } = await session.send('Page.getLayoutMetrics');
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 90,
    captureBeyondViewport: true,
    clip: { ...cssContentSize, scale: 1 },
  });
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, 'base64'));
  await tab.close();
}

const LIVE = 'proxy-url="/live"';

for (const colorScheme of ['light', 'dark'] as const) {
  await take(`live-map-${colorScheme}`, {
    width: 1240,
    colorScheme,
    css: 'body { padding: 40px 44px 8px; }',
    body: `<datafast-live-map ${LIVE}></datafast-live-map>`,
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  await take(`parts-${colorScheme}`, {
    width: MAP_WIDTH + 2 * SIDE,
    colorScheme,
    css: `body { position: relative; padding: 24px 0 8px; }
      main { width: ${MAP_WIDTH}px; margin: 0 auto; }
      .lines { position: absolute; inset: 0; z-index: 2; fill: none; stroke: light-dark(#8a95a3, #66738a); pointer-events: none; }
      .lines circle { fill: light-dark(#10151d, #f1f4f8); stroke: light-dark(#fff, #0b0f16); stroke-width: 1.5; }
      .label { position: absolute; width: ${SIDE - 34}px; display: grid; translate: 0 -0.7em; font-size: 13px; line-height: 1.35;
        color: light-dark(#10151d, #f1f4f8); }
      .label span { color: light-dark(#535e6c, #9aa6b5); }
      .left { left: 16px; text-align: end; }
      .right { right: 16px; }`,
    body: `<main><datafast-live-map ${LIVE} graticule borders></datafast-live-map></main>`,
    act: async (tab) => {
      await tab.locator('datafast-live-map .borders').waitFor({ state: 'attached' });
      const marks = await tab.locator('datafast-live-map').evaluate(drawnMarks);
      const [lowest] = marks.filter(isOf('dot')).sort((a, b) => b.y - a.y);
      if (!lowest) throw new Error('Expected a dot on the map.');
      await tab.mouse.move(lowest.x, lowest.y, { steps: 3 });
      await tab.locator('datafast-live-map .tooltip').waitFor();
      await tab.evaluate(annotate, { names: NAMES, side: SIDE });
    },
  });
}

const styles = ['themes.css', 'page.css'].map((file) => readFileSync(join(root, 'demo/theming', file), 'utf8'));
const themed = (section: string, map: string, attributes: string): string =>
  `<section class="${section}"><datafast-live-map class="${map}" ${LIVE} ticker-size="3" ${attributes}></datafast-live-map></section>`;

await take('themes', {
  width: 1560,
  css: `${styles.join('\n')}
    body { display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px; padding: 20px; background: none; }
    section { padding: 32px 28px 12px; border-radius: 16px; }`,
  body:
    themed('quiet', 'map-quiet', 'theme="light"') +
    themed('night', 'map-night', 'theme="dark" projection="natural-earth" graticule') +
    themed('brand-example', 'map-brand', 'theme="light"'),
});

await browser.close();
