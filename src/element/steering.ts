import type { Explorer } from '../explore/explore.ts';
import type { MapHandlers } from '../view/map.ts';
import type { Steer } from '../view/zoom.ts';
import type { Stage } from './stage.ts';

const KEYS: Readonly<Partial<Record<string, Steer>>> = {
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'zoomReset',
};

/** Who moves the camera. */
export interface Wheel {
  /** `null` where nobody can move it yet. */
  readonly explorer: Explorer | null;
  /** Somebody may move it soon. */
  want(): void;
  /** Moves it now, or as soon as it can be moved. */
  explore(action: (explorer: Explorer) => void): void;
}

/** What people do with the map: some of it steers the camera, and the rest goes on to the stage. */
export class Steering implements MapHandlers {
  readonly #stage: Stage;
  readonly #wheel: Wheel;
  readonly #onChange: () => void;
  #isHovered = false;
  #isFocused = false;

  /** @param onChange The element has to render. */
  constructor(stage: Stage, wheel: Wheel, onChange: () => void) {
    this.#stage = stage;
    this.#wheel = wheel;
    this.#onChange = onChange;
  }

  /** Somebody is at the map: it does not turn away. */
  get isUsed(): boolean {
    return this.#isHovered || this.#isFocused || this.#stage.pointed !== null;
  }

  readonly onSteer = (steer: Steer, event: Event): void => {
    this.#wheel.explore(({ helm }) => {
      helm.steer(steer);
    });
    // The button goes, and would take the keyboard's focus with it.
    if (steer === 'zoomReset' && event.target instanceof Element)
      event.target.closest<HTMLElement>('.map')?.focus({ preventScroll: true });
  };

  readonly onPointerDown = (event: PointerEvent): void => {
    const { explorer } = this.#wheel;
    // On a flat map a finger scrolls the page.
    const isFree = explorer?.helm.isFree && (event.pointerType !== 'touch' || explorer.helm.isGlobe);
    if (isFree && event.isPrimary && event.button === 0 && !isAboveMap(event)) explorer.drag.hold(event);
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    const { explorer } = this.#wheel;
    if (event.pointerType !== 'touch') this.#become({ isHovered: true });
    if (event.buttons === 0) explorer?.drag.end(event);
    const by = explorer?.drag.move(event);
    if (by) {
      this.#stage.onLeave();
      explorer?.helm.drag(by);
    } else if (isAbove(event, '.zoom')) this.#stage.onLeave();
    else this.#stage.onPointerMove(event);
  };

  readonly onPointerEnd = (event: PointerEvent): void => {
    if (this.#wheel.explorer?.drag.end(event)) this.#onChange();
  };

  readonly onPointerLeave = (event: PointerEvent): void => {
    this.#become({ isHovered: false });
    this.#stage.onPointerLeave(event);
  };

  readonly onClick = (event: MouseEvent): void => {
    const { explorer } = this.#wheel;
    // A finger does not hover before.
    this.#wheel.want();
    if (explorer?.drag.takeClick() || isAboveMap(event)) return;
    const before = this.#stage.pointed;
    this.#stage.onClick(event);
    const { pointed } = this.#stage;
    if (pointed) explorer?.helm.choose(pointed);
    // Beside the marks: whoever cannot drag brings a place into the middle so.
    else if (!before && explorer?.helm.isFree) {
      const box = (event.currentTarget as Element).getBoundingClientRect();
      explorer.helm.center(event.clientX - box.left, event.clientY - box.top);
    }
  };

  readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steer = KEYS[event.key];
    if (steer) {
      event.preventDefault();
      this.onSteer(steer, event);
    } else if (!isAboveMap(event)) {
      this.#stage.onKeyDown(event);
      if (this.#stage.pointed) this.#wheel.explorer?.helm.choose(this.#stage.pointed);
    }
  };

  readonly onFocusIn = ({ target }: FocusEvent): void => {
    // A click gives the focus too, and the globe would stand still for ever.
    this.#become({ isFocused: target instanceof Element && target.matches(':focus-visible') });
  };

  readonly onFocusOut = (): void => {
    this.#become({ isFocused: false });
    this.#stage.onLeave();
  };

  /** Nobody is at it any more, and no event has told so: it was taken from under the pointer. */
  leave(): void {
    this.#wheel.explorer?.drag.drop();
    this.onFocusOut();
    this.#become({ isHovered: false });
    this.#stage.onRowLeave();
  }

  #become({ isHovered = this.#isHovered, isFocused = this.#isFocused }): void {
    const isOther = isHovered !== this.#isHovered || isFocused !== this.#isFocused;
    this.#isHovered = isHovered;
    this.#isFocused = isFocused;
    if (!isOther) return;
    this.#wheel.want();
    this.#onChange();
  }
}

/** By the way that the event took: what it met may be gone by now. */
function isAbove(event: Event, what: string): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches(what));
}

/** Whether something happened to what stands above the map. */
function isAboveMap(event: Event): boolean {
  return isAbove(event, '.tooltip, .zoom');
}
