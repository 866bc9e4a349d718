import type { MultiLineString } from 'geojson';
import { Lazy } from '../controllers/lazy.ts';
import type { Boxes } from '../map/boxes.ts';
import type { Land } from '../map/land.ts';

interface TextModule {
  default: string;
}

/** What a map can have besides its bundle. */
export interface DetailRequest {
  /** Finer land. */
  land: boolean;
  /** Borders between countries, as fine as the land. */
  borders: boolean;
  /** The boxes of countries. */
  boxes: boolean;
}

/** How the files are read; part of the camera's code. */
export interface DetailReaders {
  readLand: (text: string) => Land;
  readBorders: (text: string) => MultiLineString;
  readBoxes: (text: string) => Boxes;
}

const FILES = {
  land: new Lazy<TextModule>('finer land', () => import('../map/lazy/fine-land.data.ts')),
  borders: new Lazy<TextModule>('borders', () => import('../map/lazy/borders.data.ts')),
  fineBorders: new Lazy<TextModule>('finer borders', () => import('../map/lazy/fine-borders.data.ts')),
  boxes: new Lazy<TextModule>('the boxes of countries', () => import('../map/lazy/boxes.data.ts')),
};

/** What was read, for all maps of the page. */
const read = new WeakMap<TextModule, unknown>();

/** Files beside the bundle. They are fetched as soon as an option needs them, beside the camera's code. */
export class DetailFiles {
  readonly #onArrival: () => void;
  #wanted: DetailRequest = { land: false, borders: false, boxes: false };

  constructor(onArrival: () => void) {
    this.#onArrival = onArrival;
  }

  /** Also repeats requests that failed some time ago. */
  request(wanted: DetailRequest): void {
    this.#wanted = wanted;
    if (wanted.land) FILES.land.request(this.#onArrival);
    if (wanted.borders) (wanted.land ? FILES.fineBorders : FILES.borders).request(this.#onArrival);
    if (wanted.boxes) FILES.boxes.request(this.#onArrival);
  }

  /** `null` while it is not wanted or not there. */
  land({ readLand }: DetailReaders): Land | null {
    return this.#wanted.land ? valueOf(FILES.land, readLand) : null;
  }

  /** `null` while they are not wanted or not there. Those of the other land are better than none. */
  borders({ readBorders }: DetailReaders): MultiLineString | null {
    if (!this.#wanted.borders) return null;
    const [first, second] = this.#wanted.land ? [FILES.fineBorders, FILES.borders] : [FILES.borders, FILES.fineBorders];
    return valueOf(first, readBorders) ?? valueOf(second, readBorders);
  }

  /** `null` while they are not there. */
  boxes({ readBoxes }: DetailReaders): Boxes | null {
    return valueOf(FILES.boxes, readBoxes);
  }
}

function valueOf<T>({ value: module }: Lazy<TextModule>, reader: (text: string) => T): T | null {
  if (!module) return null;
  if (!read.has(module)) read.set(module, reader(module.default));
  return read.get(module) as T;
}
