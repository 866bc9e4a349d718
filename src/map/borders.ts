import type { MultiLineString } from 'geojson';
import { decodeLine } from './arcs.ts';

/** What `npm run borders` has written. */
interface BordersFile {
  step: number;
  lines: string[];
}

/** The lines between two countries, from the text of `lazy/borders.data.ts` or `lazy/fine-borders.data.ts`. */
export function readBorders(text: string): MultiLineString {
  const { step, lines } = JSON.parse(text) as BordersFile;
  return { type: 'MultiLineString', coordinates: lines.map((line) => decodeLine(line, step)) };
}
