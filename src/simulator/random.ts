/** Numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/**
 * Mixes integers into one unsigned 32-bit number; each step is the finaliser of MurmurHash3 (Austin Appleby, public
 * domain), so neighbouring slices of time and neighbouring seeds have nothing in common. A part left out counts as 0.
 */
export function hash(first: number, second = 0, third = 0): number {
  return mix(mix(mix(0x9e3779b9, first), second), third) >>> 0;
}

function mix(state: number, part: number): number {
  let mixed = state ^ part;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** mulberry32 (Tommy Ettinger, public domain): small, fast, and good enough for made-up people. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** One of a list that is not empty, each as likely. */
export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** A chooser over a list that is not empty, each as likely as its weight says. */
export function weightedChoice<T>(entries: readonly (readonly [entry: T, weight: number])[]): (random: Random) => T {
  let total = 0;
  const bounds = entries.map(([, weight]) => (total += weight));
  return (random) => {
    const at = random() * total;
    let low = 0;
    let high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (at < (bounds[middle] ?? total)) high = middle;
      else low = middle + 1;
    }
    return entries[low]?.[0] as T;
  };
}

/** Digits that look like a database id, the same for the same two numbers. */
export function hex(first: number, second: number, length: number): string {
  let digits = '';
  for (let part = 0; digits.length < length; part++) digits += hash(first, second, part).toString(16).padStart(8, '0');
  return digits.slice(0, length);
}
