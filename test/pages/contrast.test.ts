import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchPinnedChromium } from '../../tools/browsers/chromium.ts';
import { drawnMarks, type DrawnMark } from '../drawn-marks.ts';
import { contrast, mostOf, Picture, readColour, type Colour } from './picture.ts';
import { scenes } from './scenes.ts';
import { leave, pose, type Setting } from './studio.ts';

const demo = join(import.meta.dirname, '../../demo/theming');
const css = ['themes.css', 'page.css'].map((file) => readFileSync(join(demo, file), 'utf8')).join('\n');

/** WCAG 1.4.11 and 1.4.3, and what an active mark has beyond it. */
const MARK = 3;
const ACTIVE = 4.18;
const TEXT = 4.5;
/** So that lines are some pixels wide, and their colour is not only mixed with what is beside them. */
const SCALE = 3;
/** Of the picture: so many have to have a colour for it to be seen. */
const LEAST = 6;

/** Of the map: shares of its width and of its height. */
type Spot = readonly [x: number, y: number];
/** The Sahara, and the Pacific before Chile. */
const BY_DAY = { land: [0.49, 0.45], sea: [0.12, 0.7] } as const;
/** China and the Pacific, where it is night as deep as it becomes. */
const AT_NIGHT = { land: [0.7, 0.22], sea: [0.04, 0.55] } as const;

/** From the lightest to the deepest, as night falls. */
const SHADES = [1, 2, 3];

type Look = Omit<Setting, 'width'> & { classes?: [section: string, map: string] };

const ALL = [
  'live',
  'precisions',
  'daylight',
  'predictions',
  'filter',
  'history',
  'look-back',
  'surge',
  'stale',
  'tooltip',
  'table',
];
const MAIN = ['precisions', 'tooltip'];
const FORCED = [...MAIN, 'filter', 'history', 'look-back'];

const looks: Readonly<Record<string, Look & { scenes: readonly string[] }>> = {
  light: { colorScheme: 'light', scenes: ALL },
  dark: { colorScheme: 'dark', scenes: ALL },
  'more contrast, light': { colorScheme: 'light', contrast: 'more', scenes: MAIN },
  'more contrast, dark': { colorScheme: 'dark', contrast: 'more', scenes: MAIN },
  'forced colours, light': { colorScheme: 'light', forcedColors: 'active', scenes: FORCED },
  'forced colours, dark': { colorScheme: 'dark', forcedColors: 'active', scenes: FORCED },
  'quiet light': { classes: ['quiet', 'map-quiet'], css, scenes: MAIN },
  night: { classes: ['night', 'map-night'], css, scenes: MAIN },
  'a brand of its own': { classes: ['brand-example', 'map-brand'], css, scenes: MAIN },
};

interface Box {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Of a text: its computed colour. */
  colour?: Colour;
}

/** A box for each mark, sign, icon, and run of text that is seen. Runs in the page. */
function boxesOf(drawn: DrawnMark[]): { marks: Box[]; signs: Box[]; texts: Box[] } {
  const root = document.querySelector('datafast-live-map')!.shadowRoot!;
  const box = (name: string, of: Element | Range): Box => {
    const { x, y, width, height } = of.getBoundingClientRect();
    return { name, x, y: y + scrollY, width, height };
  };
  const all = (selector: string): Element[] => [...root.querySelectorAll(selector)];
  const tip = root.querySelector('.tooltip')?.getBoundingClientRect() ?? new DOMRect(-1, -1, 0, 0);
  const isCovered = ({ x, y, width, height }: Box): boolean =>
    x + width > tip.left && x < tip.right && y + height > tip.top + scrollY && y < tip.bottom + scrollY;
  const isShown = ({ width }: Box): boolean => width > 0;
  /** The dots of a dense map, which share a path. */
  const dotsOf = (path: SVGPathElement): Box[] => {
    const name = path.getAttribute('class')!;
    const { a: scale, e, f } = path.getScreenCTM()!;
    return [...path.getAttribute('d')!.matchAll(/M(-?\d+) (-?\d+)q0-(\d+)/g)].map(([, ...numbers]) => {
      const [left = 0, middle = 0, r = 0] = numbers.map((number) => scale * Number(number));
      return { name, x: e + left, y: f + middle - r + scrollY, width: 2 * r, height: 2 * r };
    });
  };
  const texts: Box[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { textContent, parentElement: parent } = walker.currentNode as Text;
    if (!textContent.trim() || !parent || parent.closest('.unseen, style, .marks')) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const colour = /(\d+)\D+(\d+)\D+(\d+)/.exec(getComputedStyle(parent).color)!.slice(1, 4).map(Number);
    texts.push({ ...box(textContent.trim(), range), colour: colour as unknown as Colour });
  }
  return {
    marks: [
      ...drawn.map(({ look, x, y, radius }) => {
        return { name: look, x: x - radius, y: y - radius + scrollY, width: 2 * radius, height: 2 * radius };
      }),
      ...all('path.dense').flatMap((path) => dotsOf(path as SVGPathElement)),
    ].filter((mark) => !isCovered(mark)),
    signs: all('.sign, .tools .icon, .look-back .icon, .spark .now path, .paid path')
      .map((sign) => box(sign.parentElement!.getAttribute('class') ?? 'icon', sign))
      .filter(isShown),
    texts: texts.filter(isShown),
  };
}

/** As many shades of the night as are given, so that the darkest place is as dark as these. Runs in the page. */
function showShades(count: number): void {
  const paths = document
    .querySelector('datafast-live-map')!
    .shadowRoot!.querySelectorAll<SVGElement>('[part=night] path');
  for (const [index, path] of paths.entries()) path.style.display = index < count ? '' : 'none';
}

/** The colour in a box that stands out most against another. */
function outstanding(picture: Picture, box: Box, against: Colour): number {
  const seen = [...picture.coloursIn(box)].filter(([, count]) => count >= LEAST);
  return Math.max(1, ...seen.map(([key]) => contrast(readColour(key), against)));
}

describe('contrast of painted pixels', { concurrency: 2 }, () => {
  let browser: Browser;

  before(async () => {
    browser = await launchPinnedChromium();
  });

  after(() => browser.close());

  async function open(scene: string, { classes = ['', ''], ...look }: Look): Promise<Page> {
    const { html, ...rest } = scenes[scene]!;
    const [section, map] = classes;
    const theme = section === 'night' ? 'dark' : 'light';
    const own = map ? html.replace('<datafast-live-map', `<datafast-live-map class="${map}" theme="${theme}"`) : html;
    const padded = `<section class="${section}" style="padding: 16px">${own}</section>`;
    return pose(browser, { html: padded, ...rest }, { width: 700, scale: SCALE, ...look });
  }

  /** The colours of land and sea: of a piece of each, of which marks hide the smaller part. */
  async function ground(
    tab: Page,
    picture: Picture,
    { land, sea }: Record<'land' | 'sea', Spot>,
  ): Promise<{ land: Colour; sea: Colour }> {
    const map = (await tab.locator('datafast-live-map .map').boundingBox())!;
    const at = ([x, y]: Spot): Colour =>
      mostOf(picture.coloursIn({ x: map.x + x * map.width, y: map.y + y * map.height, width: 48, height: 24 }));
    return { land: at(land), sea: at(sea) };
  }

  for (const [name, { scenes: posed, ...look }] of Object.entries(looks)) {
    for (const scene of posed) {
      test(`${name}: ${scene}`, async () => {
        const tab = await open(scene, look);
        const picture = await Picture.of(tab, SCALE);
        const { marks, texts, signs } = await tab.evaluate(
          boxesOf,
          await tab.locator('datafast-live-map').evaluate(drawnMarks),
        );
        const shades = scene === 'daylight' ? SHADES : scene === 'table' ? [] : [0];
        for (const shade of shades) {
          if (shade) await tab.evaluate(showShades, shade);
          const shown = shade ? await Picture.of(tab, SCALE) : picture;
          const surfaces = await ground(tab, shown, shade ? AT_NIGHT : BY_DAY);
          assert.ok(contrast(surfaces.land, surfaces.sea) > 1.05, 'land and sea have different colours');
          assert.ok(marks.length > 4);
          for (const [surface, colour] of Object.entries(surfaces)) {
            for (const mark of marks) {
              const isActive = mark.name.includes('dot') && mark.name.includes('active') && scene !== 'stale';
              const found = outstanding(shown, mark, colour);
              const wanted = isActive ? ACTIVE : MARK;
              const where = `${mark.name} on ${surface}${shade ? `, shade ${shade}` : ''}`;
              assert.ok(found >= wanted, `${where}: ${found.toFixed(2)}, wanted ${wanted}`);
            }
            if (scene !== 'tooltip') continue;
            const { x, y, width, height } = (await tab.locator('datafast-live-map .aim').boundingBox())!;
            // From the left to the mark: through the ring, and nothing else.
            const ring = { name: 'ring', x, y: y + height / 2 - 1, width: width / 8, height: 2 };
            assert.ok(outstanding(shown, ring, colour) >= MARK, `the ring on ${surface}`);
          }
        }
        assert.ok(texts.length >= 3);
        for (const { colour, ...text } of texts) {
          const found = contrast(colour!, mostOf(picture.coloursIn(text)));
          assert.ok(found >= TEXT, `“${text.name}”: ${found.toFixed(2)}`);
        }
        const page = mostOf(picture.coloursIn({ x: 30, y: 30, width: 30, height: 6 }));
        for (const sign of signs) {
          const found = outstanding(picture, sign, page);
          assert.ok(found >= MARK, `${sign.name}: ${found.toFixed(2)}`);
        }
        await leave(tab);
      });
    }
  }

  test('the focus is seen on a pressed row in forced colours, too', async () => {
    const tab = await open('filter', { forcedColors: 'active' });
    const row = tab.locator('datafast-live-map [part="breakdown-row"][aria-pressed="true"]');
    const outline = (): Promise<string> => row.evaluate((node) => getComputedStyle(node).outline);
    await row.blur();
    const before = await outline();
    await row.focus();
    await tab.keyboard.press('Shift+Tab');
    await tab.keyboard.press('Tab');
    assert.notEqual(await outline(), before);
    await leave(tab);
  });
});
