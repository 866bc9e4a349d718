import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Width where nothing is laid out, as in jsdom and happy-dom: tests find the marks of a map of this width. */
const UNMEASURED = 960;

/** The width of one element of the host's shadow tree, in whole CSS pixels; 0 until it is measured. */
export class SizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #find: () => Element | null;
  #observer: ResizeObserver | undefined;
  #observed: Element | null = null;
  width = 0;

  constructor(host: ReactiveControllerHost & Element, find: () => Element | null) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  /** An update may come after the end. */
  hostUpdated(): void {
    const element = this.#host.isConnected ? this.#find() : null;
    if (element === this.#observed) return;
    const { ResizeObserver } = globalThis as Partial<typeof globalThis>;
    this.#observer ??= ResizeObserver && new ResizeObserver(this.#measured);
    this.#observer?.disconnect();
    if (element) this.#observer?.observe(element);
    this.#observed = element;
  }

  hostDisconnected(): void {
    this.hostUpdated();
  }

  /** The way back keeps the shadow tree: it must be observed again without an update. */
  hostConnected(): void {
    // Only a document with a layout can be hit-tested.
    if (!('elementsFromPoint' in document)) this.width = UNMEASURED;
    this.hostUpdated();
  }

  readonly #measured = (entries: ResizeObserverEntry[]): void => {
    const width = Math.round(entries.at(-1)?.contentRect.width ?? 0);
    if (width === this.width || width === 0) return;
    this.width = width;
    this.#host.requestUpdate();
  };
}
