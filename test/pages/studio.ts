import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Pose } from './scenes.ts';
import { NOW } from './people.ts';

const root = join(import.meta.dirname, '../..');
const packages = join(root, 'node_modules/@fontsource-variable');
const FONTS: Readonly<Record<string, string>> = {
  '/inter.woff2': join(packages, 'inter/files/inter-latin-wght-normal.woff2'),
  '/arabic.woff2': join(packages, 'noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2'),
};
/** No server is involved: the page's requests are answered here. The name makes the page the developer's own. */
const ORIGIN = 'http://localhost';
const FILES = /^\/(languages\/)?[\w-]+\.(js|json)$/;

const ELEMENTS = ['datafast-live-map', 'datafast-live-badge'];

export interface Setting {
  /** Of the element, in CSS pixels. */
  width: number;
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
  contrast?: 'more' | 'no-preference';
  /** More CSS of the page. */
  css?: string;
  /** Pixels of a picture to one of CSS. */
  scale?: number;
}

/** White or near-black, as the pages are that the palette was made for, in a font that is the same everywhere. */
function pageOf({ html }: Pose, { width, css = '' }: Setting): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"><style>
    @font-face { font-family: Inter; src: url(/inter.woff2) format('woff2'); font-weight: 100 900; }
    @font-face { font-family: Arabic; src: url(/arabic.woff2) format('woff2'); font-weight: 100 900; unicode-range: U+600-6FF; }
    :root { color-scheme: light dark; }
    body { margin: 0; padding: 24px; width: ${width}px; box-sizing: content-box;
      background: light-dark(#fff, #0b0f16); color: light-dark(#10151d, #f1f4f8); font: 16px/1.5 Inter, Arabic; }
    p { margin: 0; }
    ${css}
  </style><main>${html}</main>${ELEMENTS.filter((name) => html.includes(`<${name}`))
    .map((name) => `<script type="module" src="/${name}.js"></script>`)
    .join('')}</html>`;
}

/**
 * A page with the built element in a state, at a moment that does not pass, without motion. Whatever it fetches comes
 * from here.
 */
export async function pose(browser: Browser, scene: Pose, setting: Setting): Promise<Page> {
  const { width, colorScheme = 'light', forcedColors = 'none', contrast = 'no-preference', scale = 1 } = setting;
  const context = await browser.newContext({
    viewport: { width: width + 48, height: 700 },
    deviceScaleFactor: scale,
    colorScheme,
    forcedColors,
    contrast,
    reducedMotion: 'reduce',
  });
  const tab = await context.newPage();
  await tab.route('**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: pageOf(scene, setting) });
    else if (FONTS[pathname]) await route.fulfill({ body: await readFile(FONTS[pathname]) });
    else if (FILES.test(pathname)) await route.fulfill({ path: join(root, 'dist/cdn', pathname) });
    else {
      const reply = scene.replies ? scene.replies[pathname] : scene.reply;
      if (typeof reply === 'number') await route.fulfill({ status: reply });
      else if (reply) await route.fulfill({ json: reply, headers: { age: String(scene.age ?? 0) } });
    }
    // The others wait for ever.
  });
  // tsx gives functions their names by it, also those that run in the page.
  await tab.addInitScript('globalThis.__name = (target) => target');
  await tab.clock.install({ time: NOW - 600_000 });
  await tab.clock.pauseAt(NOW);
  await tab.goto(`${ORIGIN}/`);
  await tab.evaluate(() => document.fonts.ready.then(() => undefined));
  await tab.waitForFunction(isThere, scene.says ?? null, { polling: 20 });
  // Visitors known by country only are drawn once this is there.
  await tab.evaluate((file) => import(file), '/country-points.js');
  await scene.act?.(tab);
  return tab;
}

function isThere(text: string | null): boolean {
  return [...document.querySelectorAll('datafast-live-map')].every(({ shadowRoot }) =>
    text === null ? shadowRoot?.querySelector('.mark') : shadowRoot?.textContent.includes(text),
  );
}

/** Ends a page and all that belongs to it. */
export async function leave(tab: Page): Promise<void> {
  await tab.context().close();
}
