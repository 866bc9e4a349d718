// A contact sheet, to see that every contender really draws land and dots.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shots } from './paths.mjs';

/** Writes shots/sheet-<dots>.png. */
export async function contactSheet({ browsers, contenders }, dots) {
  const pictures = contenders
    .map(({ id }) => ({ id, file: join(shots, `${id}-${dots}.png`) }))
    .filter(({ file }) => existsSync(file));
  const figures = pictures.map(
    ({ id, file }) =>
      `<figure>${id}<img src="data:image/png;base64,${readFileSync(file).toString('base64')}"></figure>`,
  );
  const { browser } = await browsers.get(false);
  const page = await browser.newPage({ viewport: { width: 1500, height: 200 } });
  await page.setContent(
    `<style>body { margin: 0; font: 11px sans-serif; display: flex; flex-wrap: wrap }
    figure { width: 300px; margin: 0 } img { display: block; width: 296px }</style>${figures.join('')}`,
  );
  await page.screenshot({ path: join(shots, `sheet-${dots}.png`), fullPage: true });
  await page.close();
}
