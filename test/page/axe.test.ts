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
/** The arrangements of the element, and both themes. */
const LOOKS = [
  { width: 320, colorScheme: 'light' },
  { width: 768, colorScheme: 'dark' },
] as const;

let browser: Browser;

before(async () => {
  browser = await launchChromium();
});

after(() => browser.close());

describe('axe finds nothing, narrow and in the light, wide and in the dark', () => {
  for (const [name, scene] of Object.entries(scenes)) {
    test(name, async () => {
      const tab = await pose(browser, scene, { width: LOOKS[0].width });
      // What axe does takes time, as the page has it.
      await tab.clock.resume();
      await tab.addScriptTag({ content: await readFile(AXE, 'utf8') });
      for (const { width, colorScheme } of LOOKS) {
        await tab.setViewportSize({ width: width + 48, height: 700 });
        await tab.evaluate((px) => (document.body.style.width = `${px}px`), width);
        await tab.emulateMedia({ colorScheme });
        assert.deepEqual(await complaints(tab), [], `${width} px, ${colorScheme}`);
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
