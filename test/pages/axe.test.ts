import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchPinnedChromium } from '../../tools/browsers/chromium.ts';
import { scenes } from './scenes.ts';
import { leave, pose } from './studio.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** In CSS pixels: the arrangements of the element. */
const WIDTHS = [320, 480, 768, 1280];
/** What a theme changes is colours, and one rule looks at them: elsewhere than in the light it is asked alone. */
const LOOKS = [
  { look: { colorScheme: 'light', forcedColors: 'none' }, rules: undefined },
  { look: { colorScheme: 'dark', forcedColors: 'none' }, rules: ['color-contrast'] },
  { look: { colorScheme: 'dark', forcedColors: 'active' }, rules: ['color-contrast'] },
] as const;

let browser: Browser;

before(async () => {
  browser = await launchPinnedChromium();
});

after(() => browser.close());

describe('axe reports nothing at any width, in light, dark and forced colours', { concurrency: 2 }, () => {
  for (const [name, scene] of Object.entries(scenes)) {
    test(name, async () => {
      const tab = await pose(browser, scene, { width: WIDTHS[0]! });
      // What axe does takes time, as the page has it.
      await tab.clock.resume();
      await tab.addScriptTag({ content: await readFile(AXE, 'utf8') });
      for (const width of WIDTHS) {
        await tab.setViewportSize({ width: width + 48, height: 700 });
        await tab.evaluate((px) => (document.body.style.width = `${px}px`), width);
        for (const { look, rules } of LOOKS) {
          await tab.emulateMedia(look);
          assert.deepEqual(await complaints(tab, rules), [], `${width} px, ${Object.values(look).join()}`);
        }
      }
      await leave(tab);
    });
  }
});

/** What axe says of the element, in short. @param rules Those that are asked, if not all. */
async function complaints(tab: Page, rules?: readonly string[]): Promise<string[]> {
  const { violations, passes } = await tab.evaluate(
    (runOnly) => (globalThis as unknown as Axe).axe.run('main', runOnly ? { runOnly } : {}),
    rules,
  );
  if (!rules) assert.ok(passes.length > 0, 'at least one element was checked');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

interface Axe {
  axe: { run: (context: string, options: object) => Promise<AxeResults> };
}
