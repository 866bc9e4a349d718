import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Browser } from 'playwright-core';
import { launchPinnedChromium } from '../../tools/browsers/chromium.ts';
import { scenes } from './scenes.ts';
import { leave, pose } from './studio.ts';

// `npm run pictures:states` takes them again: do so after a change of appearance, and look at them.
const isRenewing = process.env.PICTURES === 'renew';
const folder = join(import.meta.dirname, '../../demo/pictures/states');
/** Where what differs can be looked at, after a failure. */
const differences = join(import.meta.dirname, '../../node_modules/.cache/pictures');

/** Of the width of a column of text, where everything of the element shows. */
const WIDTH = 480;
/** How far a pixel may be from the same colour, 0 to 1: less than between two neighbouring tones of the palette. */
const TOLERANCE = 0.04;
/**
 * How many pixels may be farther from it. Those that antialiasing has mixed are not counted; of the others a dot of 8 px
 * that moves by two pixels changes six, and one that has another colour nearly forty.
 */
const MOST = 4;

/** What makes a PNG of flat colours smallest. */
const SMALL = { deflateLevel: 9, deflateStrategy: 0, filterType: 0, colorType: 2 } as const;

const themes = ['light', 'dark'] as const;
const shots = Object.entries(scenes).flatMap(([name, scene]) => [
  { name, scene, width: WIDTH },
  ...(scene.widths ?? []).map((width) => ({ name: `${name}-${width}`, scene, width })),
]);

describe('appearance of every state', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchPinnedChromium();
    await mkdir(folder, { recursive: true });
    await mkdir(differences, { recursive: true });
  });

  after(() => browser.close());

  for (const { name, scene, width } of shots) {
    for (const colorScheme of themes) {
      test(`${name}, ${colorScheme}`, async () => {
        const picture = `${name}-${colorScheme}.png`;
        const tab = await pose(browser, scene, { width, colorScheme });
        const taken = await tab.locator('main').screenshot();
        await leave(tab);
        if (isRenewing) {
          await writeFile(join(folder, picture), PNG.sync.write(PNG.sync.read(taken), { ...SMALL }));
          return;
        }
        assert.ok(existsSync(join(folder, picture)), `${picture} is missing: npm run pictures:states`);
        const expected = PNG.sync.read(await readFile(join(folder, picture)));
        const difference = await compare(expected, PNG.sync.read(taken), picture);
        assert.ok(difference <= MOST, `${difference} pixels differ: see ${join(differences, picture)}`);
      });
    }
  }
});

describe('the picture comparison', () => {
  const sheet = (draw: (x: number, y: number) => readonly [number, number, number]): PNG => {
    const png = new PNG({ width: 60, height: 60 });
    for (let at = 0; at < 3600; at++) png.data.set([...draw(at % 60, Math.floor(at / 60)), 255], 4 * at);
    return png;
  };
  const LAND = [223, 227, 232] as const;
  /** A dot of 8 px on land, its rim mixed as a painter does. */
  const dot = (left: number, colour: readonly [number, number, number]): PNG =>
    sheet((x, y) => {
      const share = Math.max(0, Math.min(1, 4.5 - Math.hypot(x - left, y - 30)));
      const mix = (index: 0 | 1 | 2): number => Math.round(LAND[index] + share * (colour[index] - LAND[index]));
      return [mix(0), mix(1), mix(2)];
    });
  const visitor = [29, 95, 209] as const;

  test('detects a dot that moved two pixels or changed colour', async () => {
    assert.ok((await compare(dot(30, visitor), dot(32, visitor))) > MOST);
    assert.ok((await compare(dot(30, visitor), dot(30, [29, 120, 190]))) > MOST);
    assert.ok(
      (await compare(
        dot(30, visitor),
        sheet(() => LAND),
      )) > MOST,
    );
  });

  test('ignores a tenth of a pixel of antialiasing', async () => {
    assert.ok((await compare(dot(30, visitor), dot(30.1, visitor))) <= MOST);
  });
});

/** @returns How many pixels differ; all of them where the sizes do. */
async function compare(expected: PNG, taken: PNG, name?: string): Promise<number> {
  const { width, height } = expected;
  if (taken.width !== width || taken.height !== height) {
    if (name) await writeFile(join(differences, name), PNG.sync.write(taken));
    return Math.max(width * height, taken.width * taken.height);
  }
  const marked = new PNG({ width, height });
  const count = pixelmatch(expected.data, taken.data, marked.data, width, height, { threshold: TOLERANCE });
  if (name && count > MOST) await writeFile(join(differences, name), PNG.sync.write(marked));
  return count;
}
