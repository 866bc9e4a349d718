import type { Box } from './initial-view.ts';

/** The box around each country's mainland, by ISO 3166-1 alpha-2 code; also XK. */
export type Boxes = Readonly<Record<string, Box>>;

/** From the text of `lazy/boxes.data.ts`. */
export function readBoxes(text: string): Boxes {
  return JSON.parse(text) as Boxes;
}
