import { BitReader, evenProbabilities, NUMBER_PROBABILITIES } from './bits.ts';
import type { Coordinates } from './country-points.ts';
import { shortHash } from './hash.ts';
import { regionKeys } from './region-names.ts';
import { memoizedByName } from './memoized.ts';

/** The regions of a country. */
export class Regions {
  /** Where most of each region's people are, in tenths of a degree. */
  readonly x: number[] = [];
  readonly y: number[] = [];
  readonly #bits: number;
  /** With it no two regions of the country have the same hash. */
  readonly #salt: number;
  readonly #byHash = new Map<number, number>();

  /** @param text As `tools/places.ts` writes it; an empty one has no regions. */
  constructor(text: string) {
    const reader = new BitReader(text);
    const [odds, ways] = [evenProbabilities(NUMBER_PROBABILITIES), evenProbabilities(NUMBER_PROBABILITIES * 2)];
    const count = text === '' ? 0 : reader.number(odds);
    this.#bits = count === 0 ? 1 : reader.plain(5);
    this.#salt = count === 0 ? 0 : reader.plain(8);
    let [x, y] = [0, 0];
    for (let region = 0; region < count; region++) {
      this.x.push((x += reader.signed(ways)));
      this.y.push((y += reader.signed(ways, 1)));
      const keys = reader.number(odds);
      for (let key = 0; key < keys; key++) this.#byHash.set(reader.plain(this.#bits), region);
    }
  }

  /** The index of a region by its name, its ISO 3166-2 code with or without the country, or −1. */
  readonly find: (name: string) => number = memoizedByName((name) => this.#look(name));

  #look(name: string): number {
    for (const key of regionKeys(name)) {
      const found = this.#byHash.get(shortHash(key, this.#bits, this.#salt));
      if (found !== undefined) return found;
    }
    return -1;
  }

  at(region: number): Coordinates | null {
    const [x, y] = [this.x[region], this.y[region]];
    return x === undefined || y === undefined ? null : { longitude: x / 10, latitude: y / 10 };
  }
}
