import { markAt, readingOrder, targetRadius } from '../map/hit-test.ts';
import type { Drawn } from '../view/marks.ts';
import { GAP } from '../view/tooltip.ts';

/** Which mark is meant: the one under the pointer, that of a ticker row, or the one that the keyboard has reached. */
export class Cursor {
  #key: string | null = null;
  /** The mark that was left by Escape, under a pointer that may still be there. */
  #dismissed: string | null = null;
  /** How far the keyboard has come. */
  #index = 0;

  /** The mark itself, if it is still there. */
  find(marks: readonly Drawn[]): Drawn | null {
    return this.#key === null ? null : (marks.find((mark) => mark.key === this.#key) ?? null);
  }

  /** @returns Whether another mark is meant than before. */
  set(key: string | null): boolean {
    const changed = key !== this.#key;
    this.#key = key;
    this.#dismissed = null;
    return changed;
  }

  /** Leaves the mark; a pointer that only trembles does not bring it back. */
  dismiss(): boolean {
    const key = this.#key;
    const changed = this.set(null);
    this.#dismissed = key;
    return changed;
  }

  /** @param isMeant Somebody clicks, and does not only pass. */
  pointAt(marks: readonly Drawn[], x: number, y: number, isMeant: boolean): boolean {
    const held = this.find(marks);
    // On the way to its tooltip the pointer is still at the mark.
    const isOnTheWay = held !== null && Math.hypot(held.x - x, held.y - y) <= targetRadius(held) + GAP + 1;
    const at = markAt(people(marks), x, y) ?? (isOnTheWay ? held : null);
    return at !== null && at.key === this.#dismissed && !isMeant ? false : this.set(at?.key ?? null);
  }

  /**
   * Arrows walk in reading order and stop at the ends; Home and End jump there; Escape leaves. Where the mark has gone
   * meanwhile, those beside it are the next ones.
   */
  press(key: string, marks: readonly Drawn[]): boolean {
    const order = readingOrder(people(marks));
    const last = order.length - 1;
    const found = order.findIndex((mark) => mark.key === this.#key);
    const goTo = (index: number): boolean => {
      this.#index = Math.max(0, Math.min(last, index));
      return this.set(order[this.#index]?.key ?? null);
    };
    const isGone = found < 0 && this.#key !== null;
    switch (key) {
      case 'ArrowRight':
      case 'ArrowDown':
        return goTo(isGone ? this.#index : found + 1);
      case 'ArrowLeft':
      case 'ArrowUp':
        return goTo(isGone ? this.#index - 1 : found < 0 ? last : found - 1);
      case 'Home':
        return goTo(0);
      case 'End':
        return goTo(last);
      default:
        return key === 'Escape' && this.dismiss();
    }
  }
}

function people(marks: readonly Drawn[]): Drawn[] {
  return marks.filter((mark) => mark.shape !== 'payment');
}
