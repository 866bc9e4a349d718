import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether anybody can see the element: its tab is shown, and it is on the screen or close to it. */
export class VisibilityController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #onChange: () => void;
  #observer: IntersectionObserver | undefined;
  /** Until the observer has spoken the element counts as on the screen: the first poll should not wait for it. */
  #onScreen = true;

  constructor(host: ReactiveControllerHost & Element, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  get visible(): boolean {
    return this.#onScreen && document.visibilityState !== 'hidden';
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onChange);
    // jsdom has none: there the element counts as on the screen.
    const { IntersectionObserver } = globalThis as Partial<typeof globalThis>;
    this.#observer ??= IntersectionObserver && new IntersectionObserver(this.#observed, { rootMargin: '100px' });
    this.#observer?.observe(this.#host);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onChange);
    this.#observer?.disconnect();
  }

  readonly #observed = (entries: IntersectionObserverEntry[]): void => {
    const onScreen = entries.at(-1)?.isIntersecting ?? true;
    if (onScreen === this.#onScreen) return;
    this.#onScreen = onScreen;
    this.#onChange();
  };
}
