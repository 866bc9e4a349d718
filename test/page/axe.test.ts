import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../tools/browsers/chromium.mjs';
import { scenes } from './scenes.ts';
import { leave, pose } from './studio.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WIDTHS = [320, 768, 1280];
/** Where the dark theme is looked at: but for its colours it is the light one. */
const DARK_AT = 768;

let browser: Browser;

before(async () => {
  browser = await launchChromium();
});

after(() => browser.close());

describe('axe finds nothing, at 320, 768 and 1280 px, and in the dark', () => {
  for (const [name, scene] of Object.entries(scenes)) {
    test(name, async () => {
      const tab = await pose(browser, scene, { width: WIDTHS[0]! });
      // What axe does takes time, as the page has it.
      await tab.clock.resume();
      await tab.addScriptTag({ content: await readFile(AXE, 'utf8') });
      for (const width of WIDTHS) {
        await tab.setViewportSize({ width: width + 48, height: 700 });
        await tab.evaluate((px) => (document.body.style.width = `${px}px`), width);
        assert.deepEqual(await complaints(tab), [], `${width} px`);
        if (width !== DARK_AT) continue;
        await tab.emulateMedia({ colorScheme: 'dark' });
        assert.deepEqual(await complaints(tab), [], `${width} px, dark`);
        await tab.emulateMedia({ colorScheme: 'light' });
      }
      await leave(tab);
    });
  }
});

/** What axe says of the element, in short. */
async function complaints(tab: Page): Promise<string[]> {
  const { violations } = await tab.evaluate(() =>
    (globalThis as unknown as { axe: { run: (context: string) => Promise<AxeResults> } }).axe.run('main'),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
