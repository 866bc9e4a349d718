import { inflateSync } from 'node:zlib';

/** What one operator of a PDF's page has painted: a closed piece of a path. */
export interface Painted {
  /** Of six digits, with a #. */
  color: string;
  /** Its middle and its size, in CSS pixels of the page. */
  x: number;
  y: number;
  width: number;
  height: number;
}

type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

/** A CSS pixel is three quarters of a point. */
const PIXEL = 0.75;
const PAINTS = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*']);

/** The paths that Chromium has painted on the pages of a PDF, from the back to the front; text and pictures are left out. */
export function paintedIn(pdf: Buffer): Painted[] {
  return contents(pdf).flatMap(read);
}

/** The contents of pages: the streams that begin with the page's own scale. */
function contents(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Length (\d+)>>\s*stream\r?\n/g)].flatMap((match) => {
    const start = match.index + match[0].length;
    try {
      const stream = inflateSync(pdf.subarray(start, start + Number(match[1]))).toString('latin1');
      return /^\.24\d* |^\.23999/.test(stream) ? [stream] : [];
    } catch {
      // Not compressed, as pictures and fonts may be.
      return [];
    }
  });
}

function read(stream: string): Painted[] {
  const painted: Painted[] = [];
  const stack: { matrix: Matrix; color: string }[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let color = '#000000';
  let operands: number[] = [];
  let pieces: [x: number, y: number][][] = [];
  const point = (x = 0, y = 0): void => {
    const [a, b, c, d, e, f] = matrix;
    pieces.at(-1)?.push([a * x + c * y + e, b * x + d * y + f]);
  };
  for (const token of stream.split(/\s+/)) {
    const number = Number(token);
    if (token !== '' && !Number.isNaN(number)) {
      operands.push(number);
      continue;
    }
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = operands;
    if (token === 'q') stack.push({ matrix, color });
    else if (token === 'Q') ({ matrix, color } = stack.pop() ?? { matrix, color });
    else if (token === 'cm') matrix = times([a, b, c, d, e, f], matrix);
    else if (token === 'rg') color = `#${[a, b, c].map(hex).join('')}`;
    else if (token === 'm') {
      pieces.push([]);
      point(a, b);
    } else if (token === 'l') point(a, b);
    // The circles that are drawn have their extremes at the ends of their curves.
    else if (token === 'c') point(e, f);
    else if (token === 're') {
      pieces.push([]);
      point(a, b);
      point(a + c, b + d);
    } else if (PAINTS.has(token) || token === 'n') {
      if (token !== 'n') painted.push(...pieces.map((corners) => boxOf(color, corners)));
      pieces = [];
    }
    operands = [];
  }
  return painted;
}

/** @returns What does first the one and then the other. */
function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

function hex(share: number): string {
  return Math.round(share * 255)
    .toString(16)
    .padStart(2, '0');
}

/** PDF counts from below. */
function boxOf(color: string, corners: readonly [x: number, y: number][]): Painted {
  const [xs, ys] = [corners.map(([x]) => x / PIXEL), corners.map(([, y]) => -y / PIXEL)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { color, x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
}
