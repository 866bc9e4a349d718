import type { Point } from '../map/camera.ts';

/** Pixels: a hand that moves less has clicked. */
const SLACK = 4;
/** Pixels: a finger that moves less has not yet told where it goes. */
const FINGER_SLACK = 10;

/** A mouse or a pen that holds the map, or a finger that the page has left to it. */
export class Drag {
  readonly #keep: () => () => void;
  #held: { id: number; at: Point; isMoving: boolean; goBack: () => void } | null = null;
  /** The click that ends a drag is none. */
  #isClickOver = false;

  /** @param keep Keeps where the camera is, and gives the way back to it. */
  constructor(keep: () => () => void) {
    this.#keep = keep;
  }

  get isHeld(): boolean {
    return this.#held !== null;
  }

  hold({ pointerId, clientX, clientY }: PointerEvent): void {
    this.#isClickOver = false;
    this.#held = { id: pointerId, at: [clientX, clientY], isMoving: false, goBack: this.#keep() };
  }

  /** @returns How far it has moved since the last time, in pixels; `null` where it is no drag (yet). */
  move({ pointerId, pointerType, clientX, clientY, currentTarget }: PointerEvent): Point | null {
    const held = this.#held;
    if (held?.id !== pointerId) return null;
    const by: Point = [clientX - held.at[0], clientY - held.at[1]];
    if (!held.isMoving) {
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
        // The pointer has just gone.
      }
    }
    held.at = [clientX, clientY];
    return by;
  }

  /** Where the page takes the finger over after all, it has not moved anything. @returns Whether it had moved. */
  end({ pointerId, type }: PointerEvent): boolean {
    const held = this.#held;
    if (held?.id !== pointerId) return false;
    this.#isClickOver = held.isMoving;
    this.#held = null;
    if (held.isMoving && type === 'pointercancel') held.goBack();
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
