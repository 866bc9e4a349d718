import type { MultiLineString } from 'geojson';
import { lazyText, type Lazy } from '../controllers/lazy.ts';
import { readBorders } from '../map/borders.ts';
import { readBoxes, type Boxes } from '../map/boxes.ts';
import { readFineLand } from '../map/fine-land.ts';
import type { Land } from '../map/land.ts';

// Modules, as every bundler takes them along: few know `new URL('./x.json', import.meta.url)`.

export const fineLand: Lazy<Land> = lazyText('finer land', () => import('../map/lazy/fine-land.data.ts'), readFineLand);

export const borders: Lazy<MultiLineString> = lazyText(
  'borders',
  () => import('../map/lazy/borders.data.ts'),
  readBorders,
);

export const fineBorders: Lazy<MultiLineString> = lazyText(
  'finer borders',
  () => import('../map/lazy/fine-borders.data.ts'),
  readBorders,
);

export const boxes: Lazy<Boxes> = lazyText(
  'the boxes of countries',
  () => import('../map/lazy/boxes.data.ts'),
  readBoxes,
);
