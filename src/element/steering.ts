import type { MapHandlers } from '../view/map.ts';
import type { Steer } from '../view/zoom.ts';
import { Drag } from './drag.ts';
import type { Helm } from './helm.ts';
import type { Stage } from './stage.ts';

const KEYS: Readonly<Partial<Record<string, Steer>>> = {
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'zoomReset',
};

/** What people do with the map: some of it steers the camera, and the rest goes on to the stage. */
export class Steering implements MapHandlers {
  readonly #stage: Stage;
  readonly #helm: Helm;
  readonly #onChange: () => void;
  readonly #drag = new Drag();
  #isHovered = false;
  #isFocused = false;

  /** @param onChange The element has to render. */
  constructor(stage: Stage, helm: Helm, onChange: () => void) {
    this.#stage = stage;
    this.#helm = helm;
    this.#onChange = onChange;
  }

  /** Somebody is at the map: it does not turn away. */
  get isUsed(): boolean {
    return this.#isHovered || this.#isFocused || this.#drag.isHeld || this.#stage.pointed !== null;
  }

  get isDragged(): boolean {
    return this.#drag.isHeld;
  }

  readonly onSteer = (steer: Steer, event: Event): void => {
    this.#helm.steer(steer);
    // The button goes, and would take the keyboard's focus with it.
    if (steer === 'zoomReset' && event.target instanceof Element)
      event.target.closest<HTMLElement>('.map')?.focus({ preventScroll: true });
  };

  readonly onPointerDown = (event: PointerEvent): void => {
    // On a flat map a finger scrolls the page.
    const isFree = this.#helm.isFree && (event.pointerType !== 'touch' || this.#helm.isGlobe);
    if (isFree && event.isPrimary && event.button === 0 && !isAboveMap(event)) this.#drag.hold(event);
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.#become({ isHovered: true });
    if (event.buttons === 0) this.#drag.end(event);
    const by = this.#drag.move(event);
    if (by) {
      this.#stage.onLeave();
      this.#helm.drag(by);
    } else if (isAbove(event, '.zoom')) this.#stage.onLeave();
    else this.#stage.onPointerMove(event);
  };

  readonly onPointerEnd = (event: PointerEvent): void => {
    if (this.#drag.end(event)) this.#onChange();
  };

  readonly onPointerLeave = (event: PointerEvent): void => {
    this.#become({ isHovered: false });
    this.#stage.onPointerLeave(event);
  };

  readonly onClick = (event: MouseEvent): void => {
    if (this.#drag.takeClick() || isAboveMap(event)) return;
    const before = this.#stage.pointed;
    this.#stage.onClick(event);
    const { pointed } = this.#stage;
    if (pointed) this.#helm.choose(pointed);
    // Beside the marks: whoever cannot drag brings a place into the middle so.
    else if (!before && this.#helm.isFree) {
      const box = (event.currentTarget as Element).getBoundingClientRect();
      this.#helm.center(event.clientX - box.left, event.clientY - box.top);
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
      if (this.#stage.pointed) this.#helm.choose(this.#stage.pointed);
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

  #become({ isHovered = this.#isHovered, isFocused = this.#isFocused }): void {
    const isOther = isHovered !== this.#isHovered || isFocused !== this.#isFocused;
    this.#isHovered = isHovered;
    this.#isFocused = isFocused;
    if (isOther) this.#onChange();
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
