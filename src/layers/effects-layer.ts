import { paymentKey } from '../marks/compose.ts';
import type { Mark } from '../marks/mark.ts';
import type { Highlights } from '../store/live-state.ts';
import { createElement } from './dom.ts';
import { RingThrottle } from './ring-throttle.ts';

type Effect = 'ring' | 'pop' | 'fade';

export interface EffectsUpdate {
  /** All marks in sight, those that are new, and those that are gone. */
  marks: readonly Mark[];
  added: readonly Mark[];
  removed: readonly Mark[];
  highlights: readonly Highlights[];
  isDense: boolean;
  /** Of the map, in CSS pixels. */
  width: number;
  height: number;
  /** Monotonic ms. */
  now: number;
}

/** Pixels. */
const RING_RADIUS = 20;
/** Where more play at once, the oldest are cut short unnoticed. */
const MOST = 12;
/** Fades of one update, and milliseconds until the next: a steady stream of departures does not flicker. */
const MOST_FADING = 6;
const FADE_GAP_MS = 1_000;

/**
 * Short animations above the marks: a ring and a flash for what is new, a fade for what is gone. They are HTML boxes that
 * the compositor moves; an animated SVG shape would repaint the map in each frame.
 */
export class EffectsLayer {
  readonly #box: Element;
  readonly #rings = new RingThrottle();
  /** Missing in jsdom, where no animation ever ends. */
  readonly #reducedMotion = (globalThis as Partial<typeof globalThis>).matchMedia?.('(prefers-reduced-motion: reduce)');
  #lastFade = -Infinity;

  constructor(box: Element) {
    this.#box = box;
    box.addEventListener('animationend', (event) => {
      (event.target as Element).remove();
    });
  }

  update(update: EffectsUpdate): void {
    if (this.#reducedMotion?.matches !== false) return;
    const { marks, removed, highlights, isDense, now } = update;
    if (removed.length <= MOST_FADING && now - this.#lastFade > FADE_GAP_MS) {
      this.#lastFade = now;
      for (const mark of removed) this.#play('fade', mark, update);
    }
    const paid = new Set(highlights.flatMap(({ payments }) => payments.map(paymentKey)));
    if (paid.size > 0)
      this.#ring(
        'payment',
        marks.filter(({ key }) => paid.has(key)),
        update,
      );
    // A single arrival does not stand out on a dense map.
    const arrived = new Set(isDense ? [] : highlights.flatMap(({ visitors }) => visitors));
    if (arrived.size > 0)
      this.#ring(
        'visitor',
        marks.filter(({ ids }) => ids.some((id) => arrived.has(id))),
        update,
      );
  }

  #ring(kind: 'visitor' | 'payment', marks: readonly Mark[], update: EffectsUpdate): void {
    for (const mark of marks.slice(0, this.#rings.take(marks.length, kind, update.now))) {
      if (update.added.includes(mark)) this.#play('pop', mark, update);
      this.#play('ring', mark, update);
    }
  }

  #play(effect: Effect, { x, y, radius, shape, isCustomer }: Mark, { width, height }: EffectsUpdate): void {
    const size = 2 * (effect === 'ring' ? RING_RADIUS : radius);
    const box = createElement('i', `${effect} ${shape === 'payment' ? shape : isCustomer ? 'customer' : 'visitor'}`);
    box.style.cssText = `left:${(100 * x) / width}%;top:${(100 * y) / height}%;width:${size}px;height:${size}px;margin:${-size / 2}px`;
    this.#box.append(box);
    if (this.#box.childElementCount > MOST) this.#box.firstElementChild?.remove();
  }
}
