import type { Point } from '../map/camera.ts';

/** Pixels on the screen that a hand or a finger moves before it drags; less is a click, or not yet decided. */
const SLACK = 4;
const FINGER_SLACK = 10;

interface Held<State> {
  id: number;
  /** On the screen. */
  start: Point;
  /** On the map, at the last event. */
  at: Point;
  isMoving: boolean;
  before: State;
}

/** A mouse or a pen that drags the map, or a finger that the page leaves to it. */
export class DragGesture<State> {
  #held: Held<State> | null = null;
  /** The click that ends a drag is none. */
  #isClickOver = false;

  get isHeld(): boolean {
    return this.#held !== null;
  }

  /** @param at On the map. @param before What a cancelled drag goes back to. */
  hold({ pointerId, clientX, clientY }: PointerEvent, at: Point, before: State): void {
    this.#isClickOver = false;
    this.#held = { id: pointerId, start: [clientX, clientY], at, isMoving: false, before };
  }

  /**
   * @param at On the map.
   * @returns Where on the map it was at the event before; `null` where it does not drag (yet).
   */
  move({ pointerId, pointerType, clientX, clientY, currentTarget }: PointerEvent, at: Point): Point | null {
    const held = this.#held;
    if (held?.id !== pointerId) return null;
    if (!held.isMoving) {
      const by: Point = [clientX - held.start[0], clientY - held.start[1]];
      const isFinger = pointerType === 'touch';
      if (Math.hypot(...by) < (isFinger ? FINGER_SLACK : SLACK)) return null;
      if (isFinger && Math.abs(by[0]) <= Math.abs(by[1])) {
        // Up or down it scrolls the page.
        this.drop();
        return null;
      }
      held.isMoving = true;
      try {
        (currentTarget as Element).setPointerCapture(pointerId);
      } catch {
        // The pointer is gone already.
      }
    }
    const before = held.at;
    held.at = at;
    return before;
  }

  /** @returns Whether it had moved, and what to go back to where the page took the finger over. */
  end({ pointerId, type }: PointerEvent): { hadMoved: boolean; restore: State | null } {
    const held = this.#held;
    if (held?.id !== pointerId) return { hadMoved: false, restore: null };
    this.#held = null;
    this.#isClickOver = held.isMoving;
    return { hadMoved: held.isMoving, restore: held.isMoving && type === 'pointercancel' ? held.before : null };
  }

  /** Ends it where no event reports that the pointer is elsewhere. */
  drop(): void {
    this.#held = null;
  }

  /** Whether a click is the end of a drag; it is only once. */
  takeClick(): boolean {
    const isOver = this.#isClickOver;
    this.#isClickOver = false;
    return isOver;
  }
}
