import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { registerMessages } from '../../src/i18n/registry.ts';
import { PALETTE } from '../../src/palette/palette.ts';
import { IMAGE_THEMES } from '../../src/pictures/image-palette.ts';
import { badgeSvg } from '../../src/pictures/badge.ts';
import { mapImage } from '../../src/pictures/map-image.ts';
import type { ImageOptions } from '../../src/pictures/image-options.ts';
import { launchChromium } from '../../tools/browsers/chromium.ts';
import { counted, LIGHT, pictured, simulated } from '../pictures/support.ts';

registerMessages('de', { people: { one: 'Person hier', other: 'Menschen sind gerade hier' } });
registerMessages('ja', { people: { other: '人が閲覧中' } });
registerMessages('ar', { people: { other: 'أشخاص هنا الآن' } });

const SHADE = { light: 0, dark: 1 } as const;

describe('the proxy’s pictures in a browser', () => {
  let browser: Browser;
  const pages: Partial<Record<'light' | 'dark', Page>> = {};

  before(async () => {
    browser = await launchChromium();
    for (const colorScheme of ['light', 'dark'] as const) pages[colorScheme] = await browser.newPage({ colorScheme });
  });

  after(() => browser.close());

  /** As an `<img>`: its own size, and the colour of a point of it. */
  async function shown(svg: string, x: number, y: number, scheme: 'light' | 'dark' = 'light') {
    return pages[scheme]!.evaluate(
      async ({ svg, x, y }) => {
        const image = new Image();
        image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d')!;
        canvas.drawImage(image, 0, 0);
        const [r = 0, g = 0, b = 0] = canvas.getImageData(x, y, 1, 1).data;
        const colour = `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
        return { width: image.naturalWidth, height: image.naturalHeight, colour };
      },
      { svg, x, y },
    );
  }

  for (const theme of IMAGE_THEMES) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`are ${theme} when the viewer’s system is ${scheme}`, async () => {
        const variant: ImageOptions = { theme, language: 'en' };
        const shade = SHADE[theme === 'auto' ? scheme : theme];
        const badge = await shown(badgeSvg(counted(14), variant), 16, 14, scheme);
        assert.equal(badge.height, 28);
        assert.equal(badge.colour, PALETTE.visitor[shade]);
        const still = await shown(mapImage(counted(14), variant), 430, 200, scheme);
        assert.deepEqual([still.width, still.height], [800, 400]);
        assert.equal(still.colour, PALETTE.land[shade], 'Africa');
      });
    }
  }

  for (const language of ['en', 'de', 'ja', 'ar']) {
    it(`the badge fits its text in ${language} with any font`, async () => {
      for (const count of [0, 1, 14, 888, 12_345]) {
        const svg = badgeSvg(counted(count), { theme: 'light', language });
        for (const font of ['', 'serif', 'monospace']) {
          const boxes = await pages.light!.evaluate(
            ({ svg, font }) => {
              document.body.innerHTML = svg;
              if (font) document.querySelector('g')!.setAttribute('font-family', font);
              const shapes = [...document.querySelectorAll('rect, circle, text')];
              const [pill, dot, ...texts] = shapes.map((shape) => shape.getBoundingClientRect().toJSON() as DOMRect);
              return { pill: pill!, parts: [dot!, ...texts].sort((a, b) => a.left - b.left) };
            },
            { svg, font },
          );
          let left = boxes.pill.left + 10;
          for (const part of boxes.parts) {
            assert.ok(part.left >= left, `${count} in ${font}: ${JSON.stringify(boxes)}`);
            left = part.right - 0.5;
          }
          assert.ok(left <= boxes.pill.right - 10);
        }
      }
    });
  }

  it('are well-formed XML', async () => {
    const svgs = [badgeSvg(null, LIGHT), mapImage(null, LIGHT)];
    for (const people of [14, 5000])
      svgs.push(mapImage(pictured(simulated(people)), { theme: 'auto', language: 'en' }));
    const roots = await pages.light!.evaluate(
      (all) => all.map((svg) => new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement.nodeName),
      svgs,
    );
    assert.deepEqual(roots, ['svg', 'svg', 'svg', 'svg']);
  });

  it('keep the page’s colours unchanged when inlined', async () => {
    const colour = await pages.dark!.evaluate(
      (svg) => {
        document.body.innerHTML = `<p style="color: rgb(1, 2, 3)">Text</p>${svg}`;
        const { color, fill } = getComputedStyle(document.querySelector('p')!);
        return `${color} ${fill}`;
      },
      badgeSvg(counted(14), { theme: 'auto', language: 'en' }),
    );
    assert.equal(colour, 'rgb(1, 2, 3) rgb(0, 0, 0)');
  });
});
