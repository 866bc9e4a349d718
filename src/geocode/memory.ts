type Name = string | null | undefined;

interface Entry<Value> {
  readonly one: Name;
  readonly two: Name;
  readonly value: Value;
  /** Another of the same third name. */
  readonly next: Entry<Value> | undefined;
  /** How many follow. */
  readonly depth: number;
}

/** Values of the same third name that are kept: they are looked through one by one. */
const DEEPEST = 8;

/** Values by three names. Beyond its limit it forgets those that were not asked for since half of it filled. */
export class TripleMemory<Value> {
  readonly #limit: number;
  #size = 0;
  #young = new Map<Name, Entry<Value>>();
  #old = new Map<Name, Entry<Value>>();

  /** @param limit Values in all. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(one: Name, two: Name, three: Name): Value | undefined {
    const known = find(this.#young.get(three), one, two);
    if (known) return known.value;
    const old = find(this.#old.get(three), one, two);
    if (old) this.set(one, two, three, old.value);
    return old?.value;
  }

  set(one: Name, two: Name, three: Name, value: Value): void {
    if (this.#size++ >= this.#limit / 2) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#size = 1;
    }
    const others = without(this.#young.get(three), one, two);
    const next = others && others.depth < DEEPEST - 1 ? others : undefined;
    this.#young.set(three, { one, two, value, next, depth: next ? next.depth + 1 : 0 });
  }

  delete(one: Name, two: Name, three: Name): void {
    for (const entries of [this.#young, this.#old]) {
      const left = without(entries.get(three), one, two);
      if (left) entries.set(three, left);
      else entries.delete(three);
    }
  }
}

function find<Value>(entry: Entry<Value> | undefined, one: Name, two: Name): Entry<Value> | undefined {
  while (entry && (entry.one !== one || entry.two !== two)) entry = entry.next;
  return entry;
}

function without<Value>(entry: Entry<Value> | undefined, one: Name, two: Name): Entry<Value> | undefined {
  if (!find(entry, one, two)) return entry;
  let left: Entry<Value> | undefined;
  for (let other = entry; other; other = other.next) {
    if (other.one !== one || other.two !== two) left = { ...other, next: left, depth: left ? left.depth + 1 : 0 };
  }
  return left;
}
