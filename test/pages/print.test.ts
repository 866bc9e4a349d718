import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { PALETTE } from '../../src/palette/palette.ts';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { crowd, fourteen, person, precisions, snapshot } from './people.ts';
import { paintedIn, type Painted } from './pdf.ts';
import { leave, pose, type Setting } from './studio.ts';

/** The box of a map that is cut, whose land reaches beyond it: it is painted for the test. */
const BOX = '#010203';
/** The page's own width is that of the sheet. */
const CSS = `
  @media print { body { width: auto; padding: 0 } }
  [fit]::part(map) { background: ${BOX}; -webkit-print-color-adjust: exact }`;
const WINDOWS = [1400, 420];
const SHEETS = { 'A4 upright': { format: 'A4' }, 'A4 across': { format: 'A4', landscape: true } } as const;

const map = (options = ''): string =>
  `<datafast-live-map proxy-url="/live" ticker="none" ${options}></datafast-live-map>`;

const MAPS: Record<string, { html: string; reply: object }> = {
  'the world, with every kind of mark': { html: map(), reply: precisions() },
  'numbers, a payment, several at one place': { html: map(), reply: fourteen() },
  'the globe': { html: map('projection="globe"'), reply: precisions() },
  'another projection': { html: map('projection="mercator"'), reply: precisions() },
  'a country': { html: map('fit="PT"'), reply: fourteen() },
  'a dense map': { html: map(), reply: crowd(2000) },
};

interface Mark {
  color: string;
  /** Shares of the box of the land, or of the map where it is cut. */
  x: number;
  y: number;
  /** Pixels. */
  width: number;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Each circle and diamond as the screen shows it. */
async function marksOf(tab: Page): Promise<{ box: Box; marks: Mark[] }> {
  return tab.evaluate(() => {
    const root = document.querySelector('datafast-live-map')!.shadowRoot!;
    const boxOf = (node: SVGGraphicsElement, { x, y, width, height } = node.getBBox()): DOMRect => {
      const [from, to] = [
        [x, y],
        [x + width, y + height],
      ].map(([left, top]) => new DOMPoint(left, top).matrixTransform(node.getScreenCTM()!));
      return new DOMRect(from!.x, from!.y, to!.x - from!.x, to!.y - from!.y);
    };
    const whole = root.querySelector('.map:not(.cut) .land')
      ? boxOf(root.querySelector<SVGPathElement>('.land')!)
      : root.querySelector('.map')!.getBoundingClientRect();
    /** Of each circle or diamond in a path: of those that share one, or of the dots of a dense map. */
    const boxesOf = (path: SVGPathElement): DOMRect[] =>
      [...path.getAttribute('d')!.matchAll(/M(\S+?) ([^mq]+)(?:m(?:0 )?-([\d.]+)|q0-(\d+))/g)].map(
        ([, x, y, own, ofDense]) => {
          const radius = Number(own ?? ofDense);
          const left = Number(x) - (own === undefined ? 0 : radius);
          return boxOf(path, new DOMRect(left, Number(y) - radius, 2 * radius, 2 * radius));
        },
      );
    const shapes = [...root.querySelectorAll<SVGPathElement>('path.dense, g.mark > .body')];
    const marks = shapes.flatMap((node) => {
      const color = getComputedStyle(node).fill;
      return boxesOf(node).map((box) => ({
        color: `#${[...color.matchAll(/\d+/g)].map(([part]) => Number(part).toString(16).padStart(2, '0')).join('')}`,
        x: (box.x + box.width / 2 - whole.x) / whole.width,
        y: (box.y + box.height / 2 - whole.y) / whole.height,
        width: box.width,
      }));
    });
    return { box: { left: whole.x, top: whole.y, width: whole.width, height: whole.height }, marks };
  });
}

/** All that is of a colour, as one. */
function boxOf(painted: readonly Painted[], color: string): Box {
  const pieces = painted.filter((piece) => piece.color === color);
  const left = Math.min(...pieces.map(({ x, width }) => x - width / 2));
  const top = Math.min(...pieces.map(({ y, height }) => y - height / 2));
  const right = Math.max(...pieces.map(({ x, width }) => x + width / 2));
  const bottom = Math.max(...pieces.map(({ y, height }) => y + height / 2));
  return { left, top, width: right - left, height: bottom - top };
}

describe('printing', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });

  after(() => browser.close());

  const open = (scene: { html: string; reply: object }, setting: Partial<Setting> = {}): Promise<Page> =>
    pose(browser, scene, { width: 1352, css: CSS, ...setting });

  for (const [name, scene] of Object.entries(MAPS)) {
    for (const window of WINDOWS) {
      test(`scales marks with the land, ${window} px wide: ${name}`, async () => {
        const tab = await open(scene, { width: window - 48 });
        const isCut = scene.html.includes('fit');
        // The box of the country is fetched.
        if (isCut) await tab.locator('datafast-live-map .map.cut').waitFor();
        const { box, marks } = await marksOf(tab);
        assert.ok(marks.length > 2);
        for (const [sheet, format] of Object.entries(SHEETS)) {
          const painted = paintedIn(await tab.pdf(format));
          const printed = boxOf(painted, isCut ? BOX : PALETTE.land[0]);
          const ratio = printed.width / box.width;
          // The globe is not wider than the sheet in a wide window either.
          assert.ok(Math.abs(1 - ratio) > 0.1 || (name === 'the globe' && window > 500), `${sheet}: another width`);
          for (const mark of marks) {
            const x = printed.left + mark.x * printed.width;
            const y = printed.top + mark.y * printed.height;
            const found = painted.some(
              (piece) =>
                piece.color === mark.color &&
                Math.hypot(piece.x - x, piece.y - y) < 1 &&
                Math.abs(piece.width - mark.width * ratio) < 0.5,
            );
            assert.ok(found, `${sheet}: ${JSON.stringify(mark)} at ${x}, ${y}`);
          }
        }
        await leave(tab);
      });
    }
  }
});

describe('printed output', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchChromium();
  });

  after(() => browser.close());

  const MAP = '<datafast-live-map proxy-url="/live"></datafast-live-map>';

  test('has no buttons, tooltip or focus ring', async () => {
    const tab = await pose(browser, { html: MAP, reply: fourteen() }, { width: 800 });
    await tab.locator('datafast-live-map .map').focus();
    await tab.keyboard.press('Home');
    await tab.locator('datafast-live-map .tooltip').waitFor();
    await tab.emulateMedia({ media: 'print' });
    for (const hidden of ['button', '.tooltip', '.aim', '.effects']) {
      for (const node of await tab.locator(`datafast-live-map ${hidden}`).all())
        assert.ok(await node.isHidden(), hidden);
    }
    assert.equal(
      await tab.locator('datafast-live-map .map').evaluate((node) => getComputedStyle(node).outlineWidth),
      '0px',
    );
    await leave(tab);
  });

  test('shows the end state of a running animation', async () => {
    const tab = await pose(browser, { html: MAP, reply: fourteen() }, { width: 800 });
    await tab.emulateMedia({ reducedMotion: 'no-preference' });
    const [arrival] = (precisions() as { data: { visitors: object[] } }).data.visitors;
    await tab.locator('datafast-live-map').evaluate((node, visitor) => {
      const element = node as unknown as { snapshot: { data: { visitors: object[] } } };
      const { snapshot } = element;
      const data = { ...snapshot.data, visitors: [...snapshot.data.visitors, { ...visitor, visitorId: 'arrival' }] };
      element.snapshot = { ...snapshot, data };
    }, arrival);
    await tab.clock.runFor(100);
    await tab.locator('datafast-live-map .effects > .ring').waitFor({ state: 'attached' });
    await tab.emulateMedia({ media: 'print' });
    assert.ok(await tab.locator('datafast-live-map .effects > .ring').isHidden());
    assert.equal(await tab.evaluate(() => document.getAnimations().length), 0);
    await leave(tab);
  });

  test('includes every row of a table', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      person(String(index), { place: { city: `Town ${index}`, countryCode: 'PT', at: [-9 + index / 100, 39] } }),
    );
    const tab = await pose(browser, { html: MAP, reply: snapshot({ visitors: many }) }, { width: 800 });
    await tab.locator('datafast-live-map [part="list"]').click();
    const table = tab.locator('datafast-live-map .table');
    const isCut = (): Promise<boolean> => table.evaluate((node) => node.scrollHeight > node.clientHeight);
    assert.ok(await isCut(), 'on the screen it scrolls');
    await tab.emulateMedia({ media: 'print' });
    assert.equal(await isCut(), false);
    await leave(tab);
  });

  const ROWS = { html: `${MAP}<datafast-live-badge proxy-url="/live"></datafast-live-badge>`, reply: fourteen() };

  for (const [name, setting] of Object.entries<Partial<Setting>>({
    'a page that is light': {},
    'a page whose scheme is dark': { colorScheme: 'dark' },
    'a page that is dark without a scheme': {
      css: ':root { color-scheme: normal } body { background: #111; color: #eee }',
    },
  })) {
    test(`is light for ${name} and keeps the symbols of the rows`, async () => {
      const tab = await pose(browser, ROWS, { width: 800, ...setting });
      const painted = paintedIn(await tab.pdf({ format: 'A4' }));
      const colors = new Set(painted.map(({ color }) => color));
      assert.ok(colors.has(PALETTE.land[0]) && colors.has(PALETTE.visitor[0]));
      for (const token of ['land', 'visitor', 'text', 'payment'] as const)
        assert.ok(!colors.has(PALETTE[token][1]), token);
      assert.equal(painted.filter(({ color }) => color === PALETTE.payment[0]).length, 2, 'on the map and in its row');
      await leave(tab);
    });
  }

  test('is light for a dark page printed with backgrounds', async () => {
    const css = ':root { color-scheme: dark } body { background: #111 }';
    const tab = await pose(browser, ROWS, { width: 800, css: `${CSS} ${css}` });
    const painted = paintedIn(await tab.pdf({ format: 'A4', printBackground: true }));
    const page = painted.findIndex(({ color }) => color === '#111111');
    const surface = painted.findIndex(({ color, width }) => color === '#ffffff' && width > 600);
    assert.ok(page >= 0 && surface > page, 'the paper shows below the map');
    assert.ok(painted.slice(surface).some(({ color }) => color === PALETTE.land[0]));
    await leave(tab);
  });

  test('keeps the background of a map with theme="dark"', async () => {
    const dark = { ...ROWS, html: MAP.replace('proxy', 'theme="dark" proxy') };
    const tab = await pose(browser, dark, { width: 800, css: CSS });
    const painted = paintedIn(await tab.pdf({ format: 'A4' }));
    const surface = painted.find(({ color }) => color === '#121212');
    assert.ok(surface && surface.width > boxOf(painted, PALETTE.land[1]).width);
    await leave(tab);
  });
});
