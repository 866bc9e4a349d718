import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { isPaintable } from './task.ts';

/** Width where nothing is laid out, as in jsdom and happy-dom: tests find the marks of a map of this width. */
const UNMEASURED = 960;

/** The width of one element of the host's shadow tree, in whole CSS pixels; 0 until it is measured. */
export class SizeController implements ReactiveController {
  width = 0;
  readonly #host: ReactiveControllerHost & Element;
  #observer: ResizeObserver | undefined;
  #element: Element | null = null;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  observe(element: Element): void {
    this.#element = element;
    this.hostConnected();
  }

  /** The shadow tree is kept while the host is out of the document. */
  hostConnected(): void {
    if (!isPaintable()) this.width = UNMEASURED;
    const { ResizeObserver } = globalThis as Partial<typeof globalThis>;
    if (!this.#element || !this.#host.isConnected || !ResizeObserver) return;
    this.#observer ??= new ResizeObserver(this.#measured);
    this.#observer.observe(this.#element);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  readonly #measured = (entries: ResizeObserverEntry[]): void => {
    const width = Math.round(entries.at(-1)?.contentRect.width ?? 0);
    if (width === this.width || width === 0) return;
    this.width = width;
    this.#host.requestUpdate();
  };
}
