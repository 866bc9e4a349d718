import type { MultiLineString } from 'geojson';
import { readBorders } from '../map/borders.ts';
import { readBoxes, type Boxes } from '../map/boxes.ts';
import { readFineLand } from '../map/fine-land.ts';
import type { Land } from '../map/land.ts';
import { LazyFile } from './lazy-file.ts';

// Each address stands as bundlers find it, who take the file along; `lazyFiles` in vite.config.ts does it for our builds.

export const fineLand: LazyFile<Land> = new LazyFile<Land>(
  () => new URL('../map/lazy/fine-land.json', import.meta.url),
  readFineLand,
);

export const borders: LazyFile<MultiLineString> = new LazyFile<MultiLineString>(
  () => new URL('../map/lazy/borders.json', import.meta.url),
  readBorders,
);

export const fineBorders: LazyFile<MultiLineString> = new LazyFile<MultiLineString>(
  () => new URL('../map/lazy/fine-borders.json', import.meta.url),
  readBorders,
);

export const boxes: LazyFile<Boxes> = new LazyFile<Boxes>(
  () => new URL('../map/lazy/boxes.json', import.meta.url),
  readBoxes,
);
