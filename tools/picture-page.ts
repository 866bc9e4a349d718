import { join } from 'node:path';
import type { Page } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const FONT = join(root, 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2');

/** A page with the built element, white or near-black, in a font that is the same everywhere. */
function pageOf(css: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>
  @font-face { font-family: Inter; src: url(/inter.woff2) format('woff2'); font-weight: 100 900; }
  :root { color-scheme: light dark; }
  body { margin: 0; background: light-dark(#fff, #0b0f16); font-family: Inter, sans-serif; }
  ${css}
</style>${body}<script type="module" src="/datafast-live-map.js"></script></html>`;
}

/** Answers all that a tab requests of any origin: `/` is the page, `/live` the answer of a proxy. */
export async function serveTo(
  tab: Page,
  { css, body, live }: { css: string; body: string; live: () => object | Promise<object> },
): Promise<void> {
  await tab.route('**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: pageOf(css, body) });
    else if (pathname === '/live') await route.fulfill({ json: await live() });
    else await route.fulfill({ path: pathname === '/inter.woff2' ? FONT : join(root, 'dist/cdn', pathname) });
  });
}
