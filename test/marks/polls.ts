import { composeMarks, type Composition, type MarkInput } from '../../src/marks/compose.ts';
import { placeOnLattice, type LatticePlacement } from '../../src/marks/lattice.ts';
import type { LocatedVisitor, Mark } from '../../src/marks/mark.ts';
import { placeMarks, type Placement } from '../../src/marks/placement.ts';

/** Places one poll after the other on a lattice, each with the scale of the one before. */
export class LatticePolls {
  #last: LatticePlacement | undefined;

  place(visitors: readonly LocatedVisitor[], dotSize: number): Mark[] {
    this.#last = placeOnLattice(visitors, dotSize, this.#last);
    return [...this.#last.marks];
  }
}

/** Places one poll after the other, each with the placement before. */
export class Polls {
  last: Placement | undefined;

  place(visitors: readonly LocatedVisitor[], dotSize: number): Mark[] {
    this.last = placeMarks(visitors, dotSize, this.last);
    return [...this.last.marks];
  }
}

/** Composes one poll after the other, each with the composition before. */
export class ComposedPolls {
  #last: Composition | null = null;

  get isDense(): boolean {
    return this.#last?.isDense ?? false;
  }

  compose(input: MarkInput): Mark[] {
    this.#last = composeMarks(input, this.#last);
    return [...this.#last.marks];
  }
}
