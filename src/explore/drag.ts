import type { Point } from '../map/camera.ts';

/** Pixels: a hand that moves less has clicked. */
const SLACK = 4;

/** A mouse or a pen that holds the map, or a finger that the page has left to it. */
export class Drag {
  #held: { id: number; at: Point; isMoving: boolean } | null = null;
  /** The click that ends a drag is none. */
  #isClickOver = false;

  get isHeld(): boolean {
    return this.#held !== null;
  }

  hold({ pointerId, clientX, clientY }: PointerEvent): void {
    this.#isClickOver = false;
    this.#held = { id: pointerId, at: [clientX, clientY], isMoving: false };
  }

  /** @returns How far it has moved since the last time, in pixels; `null` where it is no drag (yet). */
  move({ pointerId, clientX, clientY, currentTarget }: PointerEvent): Point | null {
    const held = this.#held;
    if (held?.id !== pointerId) return null;
    const by: Point = [clientX - held.at[0], clientY - held.at[1]];
    if (!held.isMoving) {
      if (Math.hypot(...by) < SLACK) return null;
      held.isMoving = true;
      try {
        (currentTarget as Element).setPointerCapture(pointerId);
      } catch {
        // The pointer has just gone.
      }
    }
    held.at = [clientX, clientY];
    return by;
  }

  /** @returns Whether it had moved. */
  end({ pointerId }: PointerEvent): boolean {
    if (this.#held?.id !== pointerId) return false;
    this.#isClickOver = this.#held.isMoving;
    this.#held = null;
    return this.#isClickOver;
  }

  /** Lets go of it where no event tells that the hand is elsewhere. */
  drop(): void {
    this.#held = null;
  }

  /** Whether a click is the end of a drag. To be asked once. */
  takeClick(): boolean {
    const isOver = this.#isClickOver;
    this.#isClickOver = false;
    return isOver;
  }
}
