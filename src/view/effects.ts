import type { Drawn } from './marks.ts';

/** What draws the eye: a ring and a flash for what is new, a shadow that fades for who has gone. */
export type Effect = 'ring' | 'pop' | 'fade';

/** Pixels. */
const RING_RADIUS = 20;
/** Nobody sees the oldest end where more of them play. */
const MOST = 12;

/**
 * Short animations above the marks. They are boxes of their own that the compositor moves: one of an SVG shape would have
 * the main thread paint the map in each of its frames.
 */
export class Effects {
  readonly #box: Element;
  /** Missing in jsdom, where no animation ever ends. */
  readonly #still = (globalThis as Partial<typeof globalThis>).matchMedia?.('(prefers-reduced-motion: reduce)');

  constructor(box: Element) {
    this.#box = box;
    box.addEventListener('animationend', (event) => {
      (event.target as Element).remove();
    });
  }

  /** Plays one, and leaves nothing behind; does nothing where the viewer prefers no motion. */
  play(effect: Effect, { x, y, radius, shape, isCustomer }: Drawn): void {
    if (this.#still?.matches !== false) return;
    const size = 2 * (effect === 'ring' ? RING_RADIUS : radius);
    const box = document.createElement('i');
    box.className = `${effect} ${shape === 'payment' ? shape : isCustomer ? 'customer' : 'visitor'}`;
    box.style.cssText = `left:${x - size / 2}px;top:${y - size / 2}px;width:${size}px;height:${size}px`;
    this.#box.append(box);
    if (this.#box.childElementCount > MOST) this.#box.firstElementChild?.remove();
  }
}
