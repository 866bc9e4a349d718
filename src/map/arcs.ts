import type { Position } from 'geojson';
import { ALPHABET } from './land.data.ts';

/** The steps of an arc, which `tools/base45.ts` has written: first all to the east, then all to the north. */
export function decodeArc(text: string): [number, number][] {
  const base = ALPHABET.length / 2;
  const numbers: number[] = [];
  let digits = 0;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    digits = digits * base + (digit % base);
    if (digit >= base) continue;
    numbers.push(digits % 2 ? -(digits + 1) / 2 : digits / 2);
    digits = 0;
  }
  const half = numbers.length / 2;
  return numbers.slice(0, half).map((east, index) => [east, numbers[half + index] ?? 0]);
}

/** A line in degrees. @param step Degrees of a step; the grid begins at 180° west, 90° south. */
export function decodeLine(text: string, step: number): Position[] {
  let x = 0;
  let y = 0;
  return decodeArc(text).map(([east, north]) => [(x += east) * step - 180, (y += north) * step - 90]);
}
