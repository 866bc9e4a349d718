import type { MultiLineString } from 'geojson';
import { lazyFile, type Lazy } from '../controllers/lazy.ts';
import { readBorders } from '../map/borders.ts';
import { readBoxes, type Boxes } from '../map/boxes.ts';
import { readFineLand } from '../map/fine-land.ts';
import type { Land } from '../map/land.ts';

// Each address stands as bundlers find it, who take the file along; `lazyFiles` in vite.config.ts does it for our builds.

export const fineLand: Lazy<Land> = lazyFile(
  'finer land',
  () => new URL('../map/lazy/fine-land.json', import.meta.url),
  readFineLand,
);

export const borders: Lazy<MultiLineString> = lazyFile(
  'borders',
  () => new URL('../map/lazy/borders.json', import.meta.url),
  readBorders,
);

export const fineBorders: Lazy<MultiLineString> = lazyFile(
  'finer borders',
  () => new URL('../map/lazy/fine-borders.json', import.meta.url),
  readBorders,
);

export const boxes: Lazy<Boxes> = lazyFile(
  'the boxes of countries',
  () => new URL('../map/lazy/boxes.json', import.meta.url),
  readBoxes,
);
