import type { PlaceAnswer } from './answer.ts';
import { BitReader, evenProbabilities, NUMBER_PROBABILITIES } from './bits.ts';
import { shortHash } from './hash.ts';
import type { Regions } from './regions.ts';

/** A place that a name may mean. */
export interface PlaceCandidate {
  /** Tenths of a degree. */
  x: number;
  y: number;
  /** The index of its region, or −1. */
  region: number;
  /** It is the one that is meant where nothing else is known. */
  isMain: boolean;
  /** What it is answered with, from the first time on. */
  answer: PlaceAnswer | null;
}

const NONE: readonly PlaceCandidate[] = [];

/** A step along a row of the lattice is the likelier to be short, the shorter the one before was. */
const CONTEXTS = 8;

/** The places of a country by their names, of which only hashes are kept: a name that is not among them may rarely seem to be. */
export class Places {
  readonly #bits: number;
  /** With it the least visitors are taken for others. */
  readonly #salt: number;
  readonly #byHash = new Map<number, PlaceCandidate[]>();
  readonly #corners = evenProbabilities(NUMBER_PROBABILITIES);
  readonly #steps = evenProbabilities(NUMBER_PROBABILITIES * CONTEXTS);

  /** @param text As `tools/places.ts` writes it, for these regions; an empty one has no places. */
  constructor(text: string, regions: Regions) {
    const reader = new BitReader(text);
    const counts = evenProbabilities(NUMBER_PROBABILITIES);
    this.#bits = text === '' ? 1 : reader.plain(5);
    this.#salt = text === '' ? 0 : reader.plain(8);
    for (let region = -1; region < regions.x.length && text !== ''; region++) {
      const count = reader.number(counts);
      if (count > 0) this.#readRegion(reader, region, count, [regions.x[region] ?? 0, regions.y[region] ?? 0]);
    }
    const odds = evenProbabilities(NUMBER_PROBABILITIES);
    for (const found of this.#byHash.values()) {
      const main = found[found.length > 1 ? reader.number(odds) : 0];
      if (main) main.isMain = true;
    }
  }

  /** All places of a name. */
  find(key: string): readonly PlaceCandidate[] {
    return this.#byHash.get(shortHash(key, this.#bits, this.#salt)) ?? NONE;
  }

  /** All places. */
  *[Symbol.iterator](): Generator<PlaceCandidate, void> {
    for (const found of this.#byHash.values()) yield* found;
  }

  /** Row by row, from the region's southwestern corner, which follows from its point. */
  #readRegion(reader: BitReader, region: number, count: number, [x, y]: readonly [number, number]): void {
    const west = x + reader.signed(this.#corners);
    const south = y + reader.signed(this.#corners);
    const width = 1 + reader.number(this.#corners);
    let [cell, before] = [0, 0];
    for (let place = 0; place < count; place++) {
      const step = reader.number(this.#steps, before);
      before = Math.min(CONTEXTS - 1, 32 - Math.clz32(step));
      cell += step;
      const hash = reader.plain(this.#bits);
      const [x, y] = [west + (cell % width), south + Math.floor(cell / width)];
      const found = { x, y, region, isMain: false, answer: null };
      const known = this.#byHash.get(hash);
      if (known) known.push(found);
      else this.#byHash.set(hash, [found]);
    }
  }
}
