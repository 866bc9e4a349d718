import { markAt, readingOrder } from '../map/hit-test.ts';
import type { Drawn } from '../view/marks.ts';

/** Which mark is meant: the one under the pointer, that of a ticker row, or the one that the keyboard has reached. */
export class Cursor {
  #key: string | null = null;

  /** The key of the mark that is meant, `null` for none. */
  get key(): string | null {
    return this.#key;
  }

  /** The mark itself, if it is still there. */
  find(marks: readonly Drawn[]): Drawn | null {
    return marks.find((mark) => mark.key === this.#key) ?? null;
  }

  /** @returns Whether another mark is meant than before. */
  set(key: string | null): boolean {
    const changed = key !== this.#key;
    this.#key = key;
    return changed;
  }

  pointAt(marks: readonly Drawn[], x: number, y: number): boolean {
    return this.set(markAt(people(marks), x, y)?.key ?? null);
  }

  /** Arrows walk in reading order and stop at the ends; Home and End jump there; Escape leaves. */
  press(key: string, marks: readonly Drawn[]): boolean {
    const order = readingOrder(people(marks));
    const index = order.findIndex((mark) => mark.key === this.#key);
    const last = order.length - 1;
    switch (key) {
      case 'ArrowRight':
      case 'ArrowDown':
        return this.set(order[Math.min(last, index + 1)]?.key ?? null);
      case 'ArrowLeft':
      case 'ArrowUp':
        return this.set(order[Math.max(0, index < 0 ? last : index - 1)]?.key ?? null);
      case 'Home':
        return this.set(order[0]?.key ?? null);
      case 'End':
        return this.set(order[last]?.key ?? null);
      default:
        return key === 'Escape' && this.set(null);
    }
  }
}

function people(marks: readonly Drawn[]): Drawn[] {
  return marks.filter((mark) => mark.shape !== 'payment');
}
