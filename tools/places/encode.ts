// The texts that `Regions` and `Places` in src/geocode/ read.
import { evenProbabilities, NUMBER_PROBABILITIES } from '../../src/geocode/bits.ts';
import { shortHash } from '../../src/geocode/hash.ts';
import { BitWriter } from './bit-writer.ts';
import { groupBy } from './group-by.ts';
import type { LatticePoint, PackedName } from './place.ts';

const CONTEXTS = 8;

/** Bits of a hash of one of so many names; a word that is not among them matches one with a chance of 1 in 2 ** spare. */
const bitsFor = (count: number, spare: number): number => Math.round(Math.log2(count) + 0.1) + spare;

/** Hashes of which no two are the same: a region must not be mistaken for another one. */
function distinctHashes(keys: readonly string[], spare: number): { bits: number; salt: number } {
  for (let bits = bitsFor(keys.length, spare); bits < 32; bits++) {
    for (let salt = 0; salt < 256; salt++) {
      if (new Set(keys.map((key) => shortHash(key, bits, salt))).size === keys.length) return { bits, salt };
    }
  }
  throw new Error(`Two regions have the same key: ${keys.join(' ')}.`);
}

/**
 * @param regions In their order.
 * @param spare A word that is no region is mistaken for one with a chance of 1 in 2 ** spare.
 */
export function encodeRegions(regions: readonly (LatticePoint & { keys: readonly string[] })[], spare: number): string {
  if (regions.length === 0) return '';
  const writer = new BitWriter();
  const [odds, ways] = [evenProbabilities(NUMBER_PROBABILITIES), evenProbabilities(NUMBER_PROBABILITIES * 2)];
  const { bits, salt } = distinctHashes(
    regions.flatMap(({ keys }) => keys),
    spare,
  );
  writer.number(odds, regions.length);
  writer.plain(bits, 5);
  writer.plain(salt, 8);
  let [x, y] = [0, 0];
  for (const region of regions) {
    writer.signed(ways, region.x - x);
    writer.signed(ways, region.y - y, 1);
    ({ x, y } = region);
    writer.number(odds, region.keys.length);
    for (const key of region.keys) writer.plain(shortHash(key, bits, salt), bits);
  }
  return writer.finish();
}

/** Salts that are tried. */
const SALTS = 64;
/** A name that is mistaken for one of another region rarely comes without its own region. */
const ELSEWHERE = 0.2;

interface HashedNames<Name> {
  /** Visitors who are placed wrongly. */
  lost: number;
  salt: number;
  names: Name[];
}

/**
 * The names that can be found by hashes of so many bits: of two of a region that have the same, the more used one. The
 * salt is the one that places the fewest visitors wrongly.
 *
 * @param others Names of the country that are not among them, and should not be mistaken for them.
 */
function hashed<Name extends PackedName>(
  names: readonly Name[],
  others: readonly PackedName[],
  bits: number,
): HashedNames<Name> {
  let best: HashedNames<Name> = { lost: Infinity, salt: 0, names: [] };
  for (let salt = 0; salt < SALTS; salt++) {
    const kept = new Map<number, Name[]>();
    let lost = 0;
    for (const name of names) {
      const hash = shortHash(name.key, bits, salt);
      const same = kept.get(hash);
      const rival = same?.find(({ region }) => region === name.region);
      if (!same) kept.set(hash, [name]);
      else if (!rival) same.push(name);
      else {
        lost += Math.min(name.use, rival.use);
        if (name.use > rival.use) same[same.indexOf(rival)] = name;
      }
    }
    for (const { key, region, use } of others) {
      const same = kept.get(shortHash(key, bits, salt));
      if (same) lost += same.some((name) => name.region === region) ? use : use * ELSEWHERE;
    }
    if (lost < best.lost) best = { lost, salt, names: [...kept.values()].flat() };
  }
  return best;
}

/**
 * @param names Of those with the same key the heaviest is the main one.
 * @param others More names of the country, which should not be mistaken for one of these.
 */
export function encodePlaces(
  names: readonly PackedName[],
  regions: readonly LatticePoint[],
  spare: number,
  others: readonly PackedName[] = [],
): string {
  if (names.length === 0) return '';
  const writer = new BitWriter();
  const bits = bitsFor(names.length, spare);
  const { salt, names: found } = hashed(names, others, bits);
  writer.plain(bits, 5);
  writer.plain(salt, 8);
  const groups = groupBy(found, ({ region }) => region);
  const [counts, corners, steps] = [
    evenProbabilities(NUMBER_PROBABILITIES),
    evenProbabilities(NUMBER_PROBABILITIES),
    evenProbabilities(NUMBER_PROBABILITIES * CONTEXTS),
  ];
  const written: PackedName[] = [];
  for (let region = -1; region < regions.length; region++) {
    const group = groups.get(region) ?? [];
    writer.number(counts, group.length);
    if (group.length === 0) continue;
    const [xs, ys] = [group.map(({ x }) => x), group.map(({ y }) => y)];
    const [west, south] = [Math.min(...xs), Math.min(...ys)];
    const width = Math.max(...xs) - west + 1;
    writer.signed(corners, west - (regions[region]?.x ?? 0));
    writer.signed(corners, south - (regions[region]?.y ?? 0));
    writer.number(corners, width - 1);
    const cellOf = ({ x, y }: LatticePoint): number => (y - south) * width + x - west;
    let [cell, before] = [0, 0];
    for (const name of group.sort((one, other) => cellOf(one) - cellOf(other) || (one.key < other.key ? -1 : 1))) {
      const step = cellOf(name) - cell;
      writer.number(steps, step, before);
      before = Math.min(CONTEXTS - 1, 32 - Math.clz32(step));
      cell += step;
      writer.plain(shortHash(name.key, bits, salt), bits);
      written.push(name);
    }
  }
  const odds = evenProbabilities(NUMBER_PROBABILITIES);
  for (const same of groupBy(written, ({ key }) => shortHash(key, bits, salt)).values()) {
    if (same.length === 1) continue;
    const heaviest = same.reduce((most, name) => (name.weight > most.weight ? name : most));
    writer.number(odds, same.indexOf(heaviest));
  }
  return writer.finish();
}
