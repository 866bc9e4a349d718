import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { isPaintable } from './task.ts';

/** Whether the element can be seen: its tab is shown, and it is on the screen or close to it. */
export class VisibilityController implements ReactiveController {
  /** `null` until the observer has reported. */
  onScreen: boolean | null = null;
  readonly #onChange: () => void;
  #observer: IntersectionObserver | undefined;
  #element: Element | null = null;

  constructor(host: ReactiveControllerHost, onChange: () => void) {
    this.#onChange = onChange;
    host.addController(this);
  }

  /** Until the observer has reported, the element counts as on the screen: the first poll should not wait for it. */
  get visible(): boolean {
    return this.onScreen !== false && document.visibilityState !== 'hidden';
  }

  /** The element has been in a frame of the page, or there is none to wait for. */
  get isPainted(): boolean {
    return this.onScreen !== null || !isPaintable() || document.visibilityState === 'hidden';
  }

  /** @param element The outermost box in the shadow tree: a host with `display: contents` has no box. */
  observe(element: Element): void {
    if (element === this.#element) return;
    this.#element = element;
    this.#observer?.observe(element);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onChange);
    // jsdom has none: there the element counts as on the screen.
    const { IntersectionObserver } = globalThis as Partial<typeof globalThis>;
    this.#observer ??= IntersectionObserver && new IntersectionObserver(this.#observed, { rootMargin: '100px' });
    if (this.#element) this.#observer?.observe(this.#element);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onChange);
    this.#observer?.disconnect();
  }

  readonly #observed = (entries: IntersectionObserverEntry[]): void => {
    const onScreen = entries.at(-1)?.isIntersecting ?? true;
    if (onScreen === this.onScreen) return;
    this.onScreen = onScreen;
    this.#onChange();
  };
}
