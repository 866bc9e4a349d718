import type { MultiLineString } from 'geojson';
import type { ReactiveControllerHost } from 'lit';
import type { Boxes } from '../map/boxes.ts';
import type { Land } from '../map/land.ts';
import { borders, boxes, fineBorders, fineLand } from './files.ts';

/** What a map can have besides its bundle. */
export interface Wanted {
  /** Finer land. */
  land: boolean;
  /** Borders between countries, as fine as the land. */
  borders: boolean;
  /** Where the countries are. */
  boxes: boolean;
}

/** Has what a map wants besides the bundle fetched, and updates its host when it is there. */
export class Detail {
  readonly #onArrival: () => void;
  #wanted: Wanted = { land: false, borders: false, boxes: false };

  constructor(host: ReactiveControllerHost) {
    this.#onArrival = () => {
      host.requestUpdate();
    };
  }

  /** To be told at each update, which is also when a request that failed is made again, but not on a server. */
  want(wanted: Wanted): void {
    this.#wanted = wanted;
    if (wanted.land) fineLand.want(this.#onArrival);
    if (wanted.borders) (wanted.land ? fineBorders : borders).want(this.#onArrival);
    if (wanted.boxes) boxes.want(this.#onArrival);
  }

  /** `null` while it is not wanted or not there. */
  get land(): Land | null {
    return this.#wanted.land ? fineLand.value : null;
  }

  /** `null` while they are not wanted or not there. Those of the other land, meanwhile, are better than none. */
  get borders(): MultiLineString | null {
    if (!this.#wanted.borders) return null;
    return this.land ? (fineBorders.value ?? borders.value) : (borders.value ?? fineBorders.value);
  }

  /** `null` while they are not there. Whoever has wanted them: where it looks depends on them before it can want them. */
  get boxes(): Boxes | null {
    return boxes.value;
  }
}
