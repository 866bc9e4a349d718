import type { City } from './cities.ts';
import { hash, randomFrom, type Random } from './random.ts';
import { hourAt, type Hour } from './traffic.ts';

/** Something that begins at a time; everything else about it follows from its key. */
export interface Arrival {
  key: number;
  at: number;
  /** A city whose people are up at that time. */
  chooseCity: (random: Random) => City;
}

export interface ArrivalOptions {
  seed: number;
  wave: readonly Hour[];
  /** Mean number for each millisecond of the busiest hour. */
  rate: number;
}

/** Each slice of time has its own seed, so that no answer needs the memory of the one before. */
const SLICE_MS = 10_000;

/** All arrivals between two times, and some of just before. */
export function arrivalsBetween(since: number, until: number, { seed, wave, rate }: ArrivalOptions): Arrival[] {
  const arrivals: Arrival[] = [];
  for (let slice = Math.floor(since / SLICE_MS); slice * SLICE_MS <= until; slice++) {
    const start = slice * SLICE_MS;
    const { volume, chooseCity } = hourAt(wave, start);
    const random = randomFrom(hash(seed, slice));
    // A mean of 2.3 is three arrivals in 3 of 10 slices, else two.
    const count = Math.floor(rate * volume * SLICE_MS + random());
    // From 1: with 0 the first arrival would have the seed of the slice itself.
    for (let index = 1; index <= count; index++) {
      const at = start + Math.floor(random() * SLICE_MS);
      if (at <= until) arrivals.push({ key: hash(seed, slice, index), at, chooseCity });
    }
  }
  return arrivals;
}
