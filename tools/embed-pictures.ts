// npm run pictures:embed: takes the pictures of the page of `/embed`, in a frame, on a TV and in a stream, and the one that links to the
// demo show. Needs a build, and runs with `--import tsx`.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createLiveMapProxy } from 'datafast-live-map/proxy';
import { toNodeListener } from 'datafast-live-map/proxy/node';
import { resvgPng } from 'datafast-live-map/proxy/png';
import { launchChromium } from './browsers/chromium.ts';

const root = join(import.meta.dirname, '..');
// A Monday afternoon in Europe with one of each kind of row.
const now = Date.UTC(2026, 10, 23, 16, 0, 85);
const proxy = createLiveMapProxy({ sampleData: true, basePath: '/live', now: () => now, png: resvgPng() });
const live = toNodeListener(proxy);
let page = '';
const server = createServer((request, response) => {
  if (request.url?.startsWith('/live')) live(request, response);
  else response.setHeader('content-type', 'text/html').end(page);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await launchChromium();

interface Scene {
  width: number;
  height: number;
  /** Pixels of the picture to one of CSS. */
  scale: number;
  css: string;
  body: string;
}

async function take(name: string, { width, height, scale, css, body }: Scene): Promise<void> {
  page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
    <style>body { margin: 0; font: 16px/1.6 system-ui, sans-serif; } iframe { border: 0; display: block; } ${css}</style>${body}</html>`;
  const tab = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce', colorScheme: 'light' });
  await tab.clock.setFixedTime(now);
  await tab.goto(origin);
  await tab.frames()[1]?.waitForFunction(() => {
    const map = document.querySelector('datafast-live-map') as (HTMLElement & { status: string }) | null;
    const { classList } = document.documentElement;
    const isStill = !classList.contains('kiosk') || classList.contains('idle');
    return isStill && map?.status === 'live' && map.shadowRoot?.querySelector('.mark');
  });
  const session = await tab.context().newCDPSession(tab);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 88,
    clip: { x: 0, y: 0, width, height, scale },
  });
  writeFileSync(join(root, `docs/pictures/${name}.webp`), Buffer.from(data, 'base64'));
  await tab.close();
}

const frame = (query: string, width: number, height: number): string =>
  `<iframe title="Live visitors" src="/live/embed?${query}" width="${width}" height="${height}"></iframe>`;
const SCREEN = { width: 1920, height: 1080, scale: 0.65 };

await take('embed-frame', {
  width: 1100,
  height: 880,
  scale: 1,
  css: `body { color: #37352f; } main { width: 760px; margin: 56px auto; } h1 { font-size: 40px; line-height: 1.2; margin: 0 0 12px; }
    p { margin: 0 0 20px; } iframe { border: 1px solid #e3e2e0; border-radius: 6px; }`,
  body: `<main><h1>Launch week</h1><p>Who is reading the announcement right now, from everywhere in the world:</p>${frame('ticker=below&ticker-size=3', 758, 610)}</main>`,
});
await take('embed-tv', { ...SCREEN, css: '', body: frame('kiosk&theme=dark', 1920, 1080) });
await take('embed-stream', {
  ...SCREEN,
  // In place of a video.
  css: `body { background: radial-gradient(circle at 75% 15%, #f6b26b, transparent 45%), radial-gradient(circle at 20% 80%, #3d85c6, transparent 55%),
      linear-gradient(120deg, #38761d, #674ea7 60%, #cc4125); } iframe { color-scheme: normal; }`,
  body: frame('kiosk&transparent&theme=dark', 1920, 1080),
});

const picture = await fetch(`${origin}/live/map.png`);
writeFileSync(join(root, 'demo/map.png'), Buffer.from(await picture.arrayBuffer()));
await browser.close();
await proxy.close();
server.close();
