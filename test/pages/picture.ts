import { PNG } from 'pngjs';
import type { Page } from 'playwright-core';

export type Colour = readonly [red: number, green: number, blue: number];

/** A picture of a page, to read pixels from. */
export class Picture {
  readonly #png: PNG;
  readonly #scale: number;

  constructor(png: Buffer, scale: number) {
    this.#png = PNG.sync.read(png);
    this.#scale = scale;
  }

  static async of(tab: Page, scale: number): Promise<Picture> {
    return new Picture(await tab.screenshot({ fullPage: true }), scale);
  }

  /** How often each colour, 0xrrggbb, stands in a box of CSS pixels. */
  coloursIn({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Map<number, number> {
    const found = new Map<number, number>();
    const end = (value: number, limit: number): number => Math.min(limit, Math.ceil(value * this.#scale));
    for (let row = Math.max(0, Math.floor(y * this.#scale)); row < end(y + height, this.#png.height); row++) {
      for (let column = Math.max(0, Math.floor(x * this.#scale)); column < end(x + width, this.#png.width); column++) {
        const at = 4 * (row * this.#png.width + column);
        const key = this.#png.data.readUIntBE(at, 3);
        found.set(key, (found.get(key) ?? 0) + 1);
      }
    }
    return found;
  }
}

/** @param key As 0xrrggbb. */
export function readColour(key: number): Colour {
  return [key >> 16, (key >> 8) & 255, key & 255];
}

/** The colour that most of a box has. */
export function mostOf(colours: ReadonlyMap<number, number>): Colour {
  const [[key] = [0]] = [...colours].sort(([, a], [, b]) => b - a);
  return readColour(key);
}

/** WCAG 2: 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
