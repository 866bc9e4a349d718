import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { isOnMap } from './zoom-gestures.ts';

/** What the open tooltip describes. Both methods report a change. */
export interface Dismissible {
  /** By Escape, wherever pointer and focus are. */
  dismiss(): boolean;
  /** The viewer is elsewhere. */
  clear(): boolean;
}

/**
 * Closes the tooltip by Escape, wherever the focus is (WCAG 1.4.13), and by a touch elsewhere, which moves the focus in
 * some browsers only. It listens to the page only while the tooltip is open.
 */
export class TooltipDismissal implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #isOpen: () => boolean;
  readonly #selection: () => Dismissible | undefined;

  constructor(host: ReactiveControllerHost & Element, isOpen: () => boolean, selection: () => Dismissible | undefined) {
    this.#host = host;
    this.#isOpen = isOpen;
    this.#selection = selection;
    host.addController(this);
  }

  /** An update may follow the disconnection. */
  hostUpdated(): void {
    const isOpen = this.#isOpen() && this.#host.isConnected;
    const listen = isOpen ? 'addEventListener' : 'removeEventListener';
    document[listen]('keydown', this.#onKeyDown as EventListener, true);
    document[listen]('pointerdown', this.#onPointerDown as EventListener, true);
  }

  hostConnected(): void {
    this.hostUpdated();
  }

  hostDisconnected(): void {
    this.hostUpdated();
  }

  close(): void {
    if (this.#selection()?.clear()) this.#host.requestUpdate();
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // The dialog around the map stays open.
    event.preventDefault();
    event.stopPropagation();
    if (this.#selection()?.dismiss()) this.#host.requestUpdate();
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this.#host) || !isOnMap(event)) this.close();
  };
}
