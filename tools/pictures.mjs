// npm run pictures: takes the README's pictures of the built element, in the light and in the dark, with sample data.
// Needs a build, and runs with `--import tsx`.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLiveMapProxy } from '../src/proxy/index.ts';
import { launchChromium } from './browsers/chromium.mjs';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'demo/pictures');
const script = readFileSync(join(root, 'dist/cdn/datafast-live-map.js'), 'utf8');
const font = readFileSync(join(root, 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'));
// A Monday afternoon in Europe with one of each kind of row.
const now = Date.UTC(2026, 10, 23, 16, 0, 85);

const proxy = createLiveMapProxy({ sampleData: true, now: () => now });
const snapshot = await (await proxy.fetch(new Request('http://localhost/'))).json();
delete snapshot.meta.sample;

const page = `<!doctype html><html lang="en"><style>
  @font-face { font-family: Inter; src: url(data:font/woff2;base64,${font.toString('base64')}) format('woff2'); font-weight: 100 900; }
  :root { color-scheme: light dark; }
  body { margin: 0; padding: 40px 44px 8px; background: light-dark(#fff, #0b0f16); font-family: Inter, sans-serif; }
</style><datafast-live-map></datafast-live-map></html>`;

const browser = await launchChromium();
mkdirSync(folder, { recursive: true });
for (const colorScheme of ['light', 'dark']) {
  const tab = await browser.newPage({ viewport: { width: 1240, height: 400 }, deviceScaleFactor: 2, colorScheme });
  await tab.clock.setFixedTime(now);
  await tab.setContent(page);
  await tab.evaluate(
    (data) => Object.assign(document.querySelector('datafast-live-map'), { snapshot: data }),
    snapshot,
  );
  await tab.addScriptTag({ type: 'module', content: script });
  await tab.locator('datafast-live-map .mark').first().waitFor({ state: 'attached' });
  await tab.evaluate(() => document.fonts.ready);
  await tab.screenshot({ path: join(folder, `live-map-${colorScheme}.png`), fullPage: true });
  await tab.close();
}
await browser.close();
