import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

/** An open tooltip. */
export interface Dismissible {
  readonly isOpen: boolean;
  /** Closes it by Escape, wherever pointer and focus are. */
  dismiss(): void;
  /** Closes it because the viewer is elsewhere. */
  close(): void;
}

/**
 * Closes the tooltip by Escape, wherever the focus is (WCAG 1.4.13), and by a touch elsewhere, which moves the focus in
 * some browsers only. It listens to the page only while the tooltip is open.
 */
export class TooltipDismissal implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #target: Dismissible;

  constructor(host: ReactiveControllerHost & Element, target: Dismissible) {
    this.#host = host;
    this.#target = target;
    host.addController(this);
  }

  /** An update may follow the disconnection. */
  hostUpdated(): void {
    const isOpen = this.#target.isOpen && this.#host.isConnected;
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

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // The dialog around the map stays open.
    event.preventDefault();
    event.stopPropagation();
    this.#target.dismiss();
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    const path = event.composedPath();
    const isInMap = path.includes(this.#host) && path.some((node) => node instanceof Element && node.matches('.map'));
    if (!isInMap) this.#target.close();
  };
}
