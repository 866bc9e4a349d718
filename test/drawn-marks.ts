import type { Locator } from 'playwright-core';

/** A mark as a map shows it. */
export interface DrawnMark {
  /** Its classes. */
  look: string;
  /** Its middle, in CSS pixels of the window. */
  x: number;
  y: number;
  /** Of its largest shape, in CSS pixels. */
  radius: number;
}

/**
 * The marks of a live map. A server draws a node for each, the element a path for all that look alike, in which each begins
 * with an absolute position. The dots of a dense map are not among them. It may run in another page: all that it uses is in
 * it.
 */
export function drawnMarks({ shadowRoot }: Element): DrawnMark[] {
  const svg = shadowRoot?.querySelector('.marks');
  if (!svg) return [];
  const { x: left, y: top, width, height } = svg.getBoundingClientRect();
  const [, , unitsWide = 0, unitsHigh = 0] = svg.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
  // Simulated documents have no layout.
  const [scaleX, scaleY] = [(width || unitsWide) / unitsWide, (height || unitsHigh) / unitsHigh];
  return [...svg.querySelectorAll('.mark:not(.dense)')].flatMap((mark) => {
    const look = mark.getAttribute('class') ?? '';
    if (mark.localName !== 'g') {
      const { x, y, width: wide, height: high } = (mark.querySelector('.body') ?? mark).getBoundingClientRect();
      return wide > 0 ? [{ look, x: x + wide / 2, y: y + high / 2, radius: wide / 2 }] : [];
    }
    const [pieces = [], ...others] = [...mark.querySelectorAll('path')].map(
      (path) => path.getAttribute('d')?.match(/M[^M]+/g) ?? [],
    );
    return pieces.map((piece, index) => {
      const [x = NaN, y = NaN] = /^M(\S+) ([^m]+)/.exec(piece)?.slice(1).map(Number) ?? [];
      const radii = [piece, ...others.map((other) => other[index] ?? '')].map((one) =>
        Number(/m(?:0 )?-([\d.]+)/.exec(one)?.[1] ?? 0),
      );
      return { look, x: left + x * scaleX, y: top + y * scaleY, radius: Math.max(...radii) * scaleX };
    });
  });
}

/** @param shape A class of marks. @returns Whether a mark is one of them. */
export function isOf(shape: string): (mark: DrawnMark) => boolean {
  return ({ look }) => look.split(' ').includes(shape);
}

/** Waits until a map shows the marks that are expected. @returns These. */
export async function waitForMarks(
  map: Locator,
  areThere: (marks: DrawnMark[]) => boolean = ({ length }) => length > 0,
): Promise<DrawnMark[]> {
  let marks: DrawnMark[] = [];
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    marks = await map.evaluate(drawnMarks);
    if (areThere(marks)) return marks;
    await map.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error(`Got other marks: ${marks.map(({ look, x, y }) => `${look} ${x},${y}`).join('; ')}`);
}
