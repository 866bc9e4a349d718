type Name = string | null | undefined;

interface Entry<Value> {
  readonly one: Name;
  readonly two: Name;
  readonly three: Name;
  readonly value: Value;
}

/** Entries of a set: what is to be found in it may be in any of them. */
const WAYS = 16;

/**
 * Values by three names, in a set-associative table of a fixed size. Where a set is full, an entry that was not asked for lately
 * gives way. Many names are asked only once, and a `Map` that grows with them costs more than to find their answers.
 */
export class TripleMemory<Value> {
  readonly #sets: number;
  readonly #hashes: Int32Array;
  readonly #entries: (Entry<Value> | undefined)[];
  /** 1 for each entry that was asked for since it was last passed over. */
  readonly #wanted: Uint8Array;
  /** The entry of each set that is the next to give way. */
  readonly #hands: Uint8Array;

  /** @param limit Values in all, a power of two from 16. */
  constructor(limit: number) {
    this.#sets = limit / WAYS;
    this.#hashes = new Int32Array(limit);
    this.#entries = new Array<undefined>(limit).fill(undefined);
    this.#wanted = new Uint8Array(limit);
    this.#hands = new Uint8Array(this.#sets);
  }

  get(one: Name, two: Name, three: Name): Value | undefined {
    const index = this.#find(hashOf(one, two, three), one, two, three);
    if (index < 0) return undefined;
    this.#wanted[index] = 1;
    return this.#entries[index]?.value;
  }

  set(one: Name, two: Name, three: Name, value: Value): void {
    const hash = hashOf(one, two, three);
    const known = this.#find(hash, one, two, three);
    const index = known < 0 ? this.#free(hash) : known;
    this.#hashes[index] = hash;
    this.#entries[index] = { one, two, three, value };
  }

  delete(one: Name, two: Name, three: Name): void {
    const index = this.#find(hashOf(one, two, three), one, two, three);
    if (index >= 0) this.#entries[index] = undefined;
  }

  #find(hash: number, one: Name, two: Name, three: Name): number {
    const start = (hash & (this.#sets - 1)) * WAYS;
    for (let index = start; index < start + WAYS; index++) {
      if (this.#hashes[index] !== hash) continue;
      const entry = this.#entries[index];
      if (entry?.three === three && entry?.two === two && entry?.one === one) return index;
    }
    return -1;
  }

  /** As the hand of a clock goes round (the CLOCK algorithm): what is wanted is passed over once. */
  #free(hash: number): number {
    const set = hash & (this.#sets - 1);
    let hand = this.#hands[set] ?? 0;
    for (; this.#wanted[set * WAYS + hand] === 1; hand = (hand + 1) % WAYS) this.#wanted[set * WAYS + hand] = 0;
    this.#hands[set] = (hand + 1) % WAYS;
    return set * WAYS + hand;
  }
}

/** Of some letters of each, as a set has room for several that agree in them. */
function hashOf(one: Name, two: Name, three: Name): number {
  const hash = sample(one, sample(two, sample(three, 0)));
  return hash ^ (hash >>> 15);
}

/** @param name Whatever was asked. */
function sample(name: unknown, before: number): number {
  if (typeof name !== 'string' || name === '') return before;
  const { length } = name;
  const letters =
    (name.charCodeAt(0) << 16) ^
    (name.charCodeAt(length >> 2) << 8) ^
    name.charCodeAt(length >> 1) ^
    (name.charCodeAt(length - 1) << 4);
  return Math.imul(before ^ length ^ letters, 0x85ebca6b);
}
