import { markAt, inReadingOrder, targetRadius } from '../marks/hit-test.ts';
import type { Mark } from '../marks/mark.ts';
import { GAP } from '../layers/tooltip.ts';

/**
 * Which mark is meant, by the pointer or by the keyboard. Every change reports whether it made a difference.
 */
export class Selection {
  #key: string | null = null;
  /** The mark that Escape closed, under a pointer that may still be there. */
  #dismissed: string | null = null;
  /** How far the keyboard has come. */
  #index = 0;

  /** The mark that is pointed at or focused, if it still exists. */
  find(marks: readonly Mark[]): Mark | null {
    return this.#key === null ? null : (marks.find((mark) => mark.key === this.#key) ?? null);
  }

  clear(): boolean {
    return this.#set(null);
  }

  /** Clears it; a pointer that only trembles does not bring it back. */
  dismiss(): boolean {
    const key = this.#key;
    const changed = this.#set(null);
    this.#dismissed = key;
    return changed;
  }

  /** @param isClick A click also brings back a mark that was dismissed. */
  pointAt(marks: readonly Mark[], x: number, y: number, isClick: boolean): boolean {
    const held = this.find(marks);
    // On the way to its tooltip the pointer still means the mark.
    const isOnTheWay = held !== null && Math.hypot(held.x - x, held.y - y) <= targetRadius(held) + GAP + 1;
    const at = markAt(withoutPayments(marks), x, y) ?? (isOnTheWay ? held : null);
    return at !== null && at.key === this.#dismissed && !isClick ? false : this.#set(at?.key ?? null);
  }

  /**
   * Arrows walk in reading order and stop at the ends; Home and End jump there; Escape clears. Where the mark has gone,
   * its neighbours are next.
   */
  press(key: string, marks: readonly Mark[]): boolean {
    const order = inReadingOrder(withoutPayments(marks));
    const last = order.length - 1;
    const found = order.findIndex((mark) => mark.key === this.#key);
    const goTo = (index: number): boolean => {
      this.#index = Math.max(0, Math.min(last, index));
      return this.#set(order[this.#index]?.key ?? null);
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

  #set(key: string | null): boolean {
    const changed = key !== this.#key;
    this.#key = key;
    this.#dismissed = null;
    return changed;
  }
}

function withoutPayments(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark) => mark.shape !== 'payment');
}
