/** Values by three names. Beyond its limit it forgets those that were not asked for since half of it filled. */
export class TripleMemory<Value> {
  readonly #limit: number;
  #size = 0;
  #young: Tree<Value> = new Map();
  #old: Tree<Value> = new Map();

  /** @param limit Values in all. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(one: Name, two: Name, three: Name): Value | undefined {
    const known = this.#young.get(one)?.get(two)?.get(three);
    if (known !== undefined) return known;
    const old = this.#old.get(one)?.get(two)?.get(three);
    if (old !== undefined) this.set(one, two, three, old);
    return old;
  }

  set(one: Name, two: Name, three: Name, value: Value): void {
    if (this.#size >= this.#limit / 2) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#size = 0;
    }
    const branch = below(below(this.#young, one), two);
    if (!branch.has(three)) this.#size++;
    branch.set(three, value);
  }

  delete(one: Name, two: Name, three: Name): void {
    for (const tree of [this.#young, this.#old]) tree.get(one)?.get(two)?.delete(three);
  }
}

type Name = string | null | undefined;
type Tree<Value> = Map<Name, Map<Name, Map<Name, Value>>>;

function below<Value>(tree: Map<Name, Map<Name, Value>>, name: Name): Map<Name, Value> {
  let branch = tree.get(name);
  if (!branch) tree.set(name, (branch = new Map<Name, Value>()));
  return branch;
}
