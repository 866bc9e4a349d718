// npm run pictures:moving: records the built element for the README: people arrive, someone pays, a viewer filters. Time is the script's own, so that every
// run records the same.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import type { PublishedSnapshot } from '../src/protocol/published.ts';
import { createLiveMapProxy } from '../src/proxy/index.ts';
import { animatedWebp, type Frame } from './animated-webp.ts';
import { launchChromium } from './browsers/chromium.ts';
import { serveTo } from './picture-page.ts';

const root = join(import.meta.dirname, '..');
const START = Date.UTC(2026, 10, 23, 16, 0, 55);
const STEP_MS = 100;
/** From the second poll on, which brings the news. */
const FROM_MS = 11_000;
const LENGTH_MS = 14_000;
/** The filter is on for this time. */
const FILTER_MS = [9_000, 12_000] as const;
const WIDTH = 1240;
/** Device pixels of a CSS pixel. */
const SCALE = 1.25;

const CSS = 'body { padding: 32px 40px 12px; }';
const BODY =
  '<datafast-live-map proxy-url="/live" breakdown="pages countries referrers" breakdown-size="4"></datafast-live-map>';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What differs between two pictures of one size, with even corners; `null` where nothing does. */
function changedBox(one: PNG, other: PNG): Box | null {
  const { width, height } = one;
  let [left, top, right, bottom] = [width, height, -1, -1];
  const [a, b] = [one, other].map(({ data }) => new Uint32Array(data.buffer, data.byteOffset, width * height));
  for (let index = 0; index < width * height; index++) {
    if (a?.[index] === b?.[index]) continue;
    const [x, y] = [index % width, Math.floor(index / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (right < 0) return null;
  const even = (value: number): number => value - (value % 2);
  return { x: even(left), y: even(top), width: right - even(left) + 1, height: bottom - even(top) + 1 };
}

/** Lets the time of timers, frames and animations pass. */
async function pass(tab: Page, milliseconds: number): Promise<void> {
  await tab.clock.runFor(milliseconds);
  await tab.evaluate((step) => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    for (const animation of roots.flatMap((tree) => tree.getAnimations())) {
      if (animation.playState === 'running') animation.pause();
      const { endTime } = animation.effect?.getComputedTiming() ?? {};
      const time = Number(animation.currentTime) + step;
      if (time >= Number(endTime)) animation.finish();
      else animation.currentTime = time;
    }
  }, milliseconds);
}

async function open(
  colorScheme: 'light' | 'dark',
): Promise<{ tab: Page; session: CDPSession; close: () => Promise<void> }> {
  const browser = await launchChromium();
  const tab = await browser.newPage({ viewport: { width: WIDTH, height: 800 }, deviceScaleFactor: SCALE, colorScheme });
  // Each answer has the data of its moment, without those of the poll before.
  const live = async (): Promise<object> => {
    const now = await tab.evaluate(() => Date.now());
    const proxy = createLiveMapProxy({ sampleData: true, now: () => now });
    const snapshot = (await (await proxy.fetch(new Request('http://localhost/'))).json()) as PublishedSnapshot;
    delete snapshot.meta.sample;
    return snapshot;
  };
  await serveTo(tab, { css: CSS, body: BODY, live });
  await tab.clock.install({ time: START });
  await tab.goto('http://localhost/');
  await tab.clock.pauseAt(START + 1000);
  await tab.locator('datafast-live-map .mark').first().waitFor({ state: 'attached' });
  await tab.locator('datafast-live-map [part~=breakdown-row]').first().waitFor();
  await tab.evaluate(() => document.fonts.ready.then(() => undefined));
  return { tab, session: await tab.context().newCDPSession(tab), close: () => browser.close() };
}

async function record(colorScheme: 'light' | 'dark'): Promise<void> {
  const { tab, session, close } = await open(colorScheme);
  const updates = await tab.evaluateHandle(() => {
    const seen = { count: 0 };
    document.addEventListener('datafast-update', () => seen.count++);
    return seen;
  });
  await pass(tab, FROM_MS);
  while ((await updates.evaluate(({ count }) => count)) === 0) await setTimeout(20);
  const height = await tab.evaluate(() => document.documentElement.getBoundingClientRect().height);
  await tab.setViewportSize({ width: WIDTH, height: Math.ceil(height / 2) * 2 });
  const frames: Frame[] = [];
  let before: PNG | null = null;
  for (let time = 0; time < LENGTH_MS; time += STEP_MS) {
    if ((FILTER_MS as readonly number[]).includes(time)) {
      await tab.locator('datafast-live-map [part~=breakdown-row]', { hasText: '/pricing' }).click();
      await tab.mouse.move(0, 0);
    }
    await pass(tab, STEP_MS);
    const picture = PNG.sync.read(await tab.screenshot({ animations: 'allow' }));
    const box = before ? changedBox(before, picture) : { x: 0, y: 0, width: picture.width, height: picture.height };
    before = picture;
    const last = frames.at(-1);
    if (!box && last) {
      last.duration += STEP_MS;
      continue;
    }
    if (!box) continue;
    const clip = {
      x: box.x / SCALE,
      y: box.y / SCALE,
      width: box.width / SCALE,
      height: box.height / SCALE,
      scale: SCALE,
    };
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 62, clip });
    frames.push({ ...box, webp: Buffer.from(data, 'base64'), duration: STEP_MS });
  }
  if (!before) return;
  writeFileSync(
    join(root, `docs/pictures/moving-${colorScheme}.webp`),
    animatedWebp(before.width, before.height, frames),
  );
  await close();
}

for (const colorScheme of ['light', 'dark'] as const) await record(colorScheme);
