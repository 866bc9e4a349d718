/** A row of a list, as long as successive lists have it. */
export interface CachedRow<Row> {
  readonly id: string;
  row: Row | null;
  /** Number of the last list with it, and the position in that list. */
  list: number;
  index: number;
}

/**
 * Rows by id over successive lists: each id once in a list, and what is known of a row from the list before. Successive
 * lists keep their order but for a few rows, so that most need not be looked up.
 */
export class RowCache<Row> {
  readonly #rows = new Map<string, CachedRow<Row>>();
  #before: CachedRow<Row>[] = [];
  /** Where in the list before the next row is expected. */
  #next = 0;
  #now: CachedRow<Row>[] = [];
  #lists = 0;

  /** The rows of this list, in its order. */
  get rows(): readonly CachedRow<Row>[] {
    return this.#now;
  }

  /** Starts another list. */
  begin(): void {
    this.#lists++;
    this.#before = this.#now;
    this.#now = [];
    this.#next = 0;
  }

  /** The row of an id, new or from the list before; `null` where this list already has it. */
  enter(id: string): CachedRow<Row> | null {
    let known = this.#before[this.#next];
    if (known?.id !== id) known = this.#rows.get(id);
    if (known?.list === this.#lists) return null;
    if (known) this.#next = known.index + 1;
    else this.#rows.set(id, (known = { id, row: null, list: 0, index: 0 }));
    known.list = this.#lists;
    known.index = this.#now.push(known) - 1;
    return known;
  }

  get(id: string): CachedRow<Row> | undefined {
    return this.#rows.get(id);
  }

  /** Ends the list. @returns The rows that it no longer has. */
  end(): CachedRow<Row>[] {
    const gone = this.#before.filter(({ list }) => list !== this.#lists);
    for (const { id } of gone) this.#rows.delete(id);
    return gone;
  }
}
