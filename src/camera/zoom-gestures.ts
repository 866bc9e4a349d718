import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import type { Point } from '../map/camera.ts';
import type { MapPosition } from './map-position.ts';

/** What a gesture does: what was at one position of the map comes to another, and is so many times nearer. */
export type OnZoom = (factor: number, from: Point, to: Point) => void;

/** Nearer by so much for a pixel of the wheel; a pinch on a touchpad is a wheel with Ctrl as well, of few pixels. */
const ZOOM_PER_PIXEL = 0.01;
/** Of one event: a notch of a mouse's wheel is some hundred pixels. */
const MOST_PIXELS = 50;
/** Pixels of a line and of a page, in which some browsers and mice count. */
const UNITS = [1, 16, 400] as const;

/**
 * Zooms by pinch and by the wheel with Ctrl or ⌘, and pans by two fingers. The wheel alone and one finger belong to the
 * page: of those no event is touched.
 */
export class ZoomGestures implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #position: () => MapPosition | undefined;
  readonly #onZoom: OnZoom;
  /** Two fingers at the event before. */
  #pinch: { middle: Point; distance: number } | null = null;

  /** @param position On the map; absent until the map responds to a viewer. */
  constructor(host: ReactiveControllerHost & Element, position: () => MapPosition | undefined, onZoom: OnZoom) {
    this.#host = host;
    this.#position = position;
    this.#onZoom = onZoom;
    host.addController(this);
  }

  /** Two fingers are on the map. */
  get isPinching(): boolean {
    return this.#pinch !== null;
  }

  hostConnected(): void {
    this.#listen('addEventListener');
  }

  hostDisconnected(): void {
    this.#listen('removeEventListener');
    this.#pinch = null;
  }

  #listen(listen: 'addEventListener' | 'removeEventListener'): void {
    const active = { passive: false };
    this.#host[listen]('wheel', this.#onWheel as EventListener, active);
    this.#host[listen]('touchstart', this.#onTouch as EventListener, active);
    this.#host[listen]('touchmove', this.#onTouch as EventListener, active);
    this.#host[listen]('touchend', this.#onTouchEnd);
    this.#host[listen]('touchcancel', this.#onTouchEnd);
  }

  readonly #onWheel = (event: WheelEvent): void => {
    const position = (event.ctrlKey || event.metaKey) && isOnMap(event) ? this.#position() : undefined;
    if (!position) return;
    // The browser would zoom the page.
    event.preventDefault();
    const pixels = event.deltaY * (UNITS[event.deltaMode] ?? 1);
    const at = position.of(event);
    this.#onZoom(Math.exp(-ZOOM_PER_PIXEL * Math.max(-MOST_PIXELS, Math.min(MOST_PIXELS, pixels))), at, at);
  };

  readonly #onTouch = (event: TouchEvent): void => {
    const before = this.#pinch;
    this.#pinch = null;
    const [one, other, third] = event.touches;
    const position = isOnMap(event) ? this.#position() : undefined;
    // Where the page scrolls already, the browser keeps the fingers.
    if (!position || !one || !other || third || !event.cancelable) return;
    event.preventDefault();
    const [a, b] = [position.of(one), position.of(other)];
    const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const distance = Math.max(1, Math.hypot(a[0] - b[0], a[1] - b[1]));
    this.#pinch = { middle, distance };
    if (before) this.#onZoom(distance / before.distance, before.middle, middle);
  };

  readonly #onTouchEnd = (): void => {
    if (!this.#pinch) return;
    this.#pinch = null;
    // Finer land was left out.
    this.#host.requestUpdate();
  };
}

/** Whether an event is on the map. */
export function isOnMap(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches('.map'));
}
