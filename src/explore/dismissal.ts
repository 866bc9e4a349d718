import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Somebody reads what a mark says of itself. */
export interface Dismissible {
  readonly pointed: object | null;
  /** Escape closes it. */
  dismiss(): void;
  /** Whoever read it is elsewhere. */
  onLeave(): void;
}

/**
 * Closes the tooltip from afar: by Escape, wherever the focus is (WCAG 1.4.13), and by a touch elsewhere, which takes the
 * focus from the map in some browsers only. The page hears of neither event while nothing is open.
 */
export class Dismissal implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #target: Dismissible;

  constructor(host: ReactiveControllerHost & Element, target: Dismissible) {
    this.#host = host;
    this.#target = target;
    host.addController(this);
  }

  /** An update may come after the end. */
  hostUpdated(): void {
    const isOpen = this.#target.pointed !== null && this.#host.isConnected;
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
    // It has closed something: the dialog that the map may stand in stays.
    event.preventDefault();
    event.stopPropagation();
    this.#target.dismiss();
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    const path = event.composedPath();
    const isInMap = path.includes(this.#host) && path.some((node) => node instanceof Element && node.matches('.map'));
    if (!isInMap) this.#target.onLeave();
  };
}
