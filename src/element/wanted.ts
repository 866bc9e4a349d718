import type { Wanted } from '../controllers/detail.ts';
import type { ConfiguredElement } from './configured-element.ts';
import { readBox } from './options.ts';

/** What these options need besides the bundle: whoever shows the world without borders fetches nothing. */
export function wantedDetail({ fit, borders }: ConfiguredElement): Wanted {
  const isWorld = fit === 'world' || fit === 'auto';
  return { land: !isWorld, borders, boxes: !isWorld && !readBox(fit) };
}
