import type { MapPosition } from '../camera/map-position.ts';
import type { CameraAction } from '../layers/zoom.ts';
import type { Point } from '../map/camera.ts';
import type { Mark } from '../marks/mark.ts';
import type { CameraLoader } from './camera-loader.ts';
import type { Selection } from './selection.ts';

const ACTIONS: Readonly<Partial<Record<string, CameraAction>>> = {
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'zoomReset',
};

export interface MapInputListener {
  /** The marks that are drawn. */
  marks: () => readonly Mark[];
  /** Something else is selected, or the viewer comes or goes. */
  onChange: () => void;
  /** A viewer chose a mark. */
  onSelect: (mark: Mark) => void;
}

/** Turns events of the map into selections and camera movements. */
export class MapInput {
  readonly #map: HTMLElement;
  readonly #position: MapPosition;
  readonly #loader: CameraLoader;
  readonly #selection: Selection;
  readonly #listener: MapInputListener;
  #isHovered = false;
  #isFocused = false;

  /** @param map The map's box. */
  constructor(
    map: HTMLElement,
    position: MapPosition,
    loader: CameraLoader,
    selection: Selection,
    listener: MapInputListener,
  ) {
    this.#map = map;
    this.#position = position;
    this.#loader = loader;
    this.#selection = selection;
    this.#listener = listener;
    for (const [type, handle] of Object.entries(this.#handlers)) map.addEventListener(type, handle as EventListener);
  }

  /** Handles an event of before: it has no path and no target any more. */
  handle(event: Event): void {
    (this.#handlers as Record<string, (event: never) => void>)[event.type]?.(event as never);
  }

  /** A viewer is at the map: the globe does not turn away. */
  get isUsed(): boolean {
    return this.#isHovered || this.#isFocused || this.#selected !== null;
  }

  readonly onCameraAction = (action: CameraAction): void => {
    this.#loader.use((camera) => {
      camera.act(action);
    });
    // The button disappears, and would take the keyboard's focus with it.
    if (action === 'zoomReset') this.#focusMap();
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    // A second finger may follow.
    this.#loader.request();
    if (!isAbove(event, CONTROLS)) this.#loader.camera?.startDrag(event, this.#position.of(event));
  };

  readonly #onPointerMove = (event: PointerEvent): void => {
    const { camera } = this.#loader;
    const at = this.#position.of(event);
    if (event.pointerType !== 'touch') this.#setUse({ isHovered: true });
    if (event.buttons === 0) camera?.endDrag(event);
    if (camera?.continueDrag(event, at) || isAbove(event, '.zoom')) this.#report(this.#selection.clear());
    // A finger scrolls, and opens a tooltip by a tap; the pointer may enter the tooltip.
    else if (event.pointerType !== 'touch' && !isAbove(event, '.tooltip')) this.#pointAt(at, false);
  };

  readonly #onPointerEnd = (event: PointerEvent): void => {
    if (this.#loader.camera?.endDrag(event)) this.#listener.onChange();
  };

  readonly #onPointerLeave = (event: PointerEvent): void => {
    this.#setUse({ isHovered: false });
    if (event.pointerType !== 'touch') this.#report(this.#selection.clear());
  };

  readonly #onClick = (event: MouseEvent): void => {
    const { camera } = this.#loader;
    // A finger does not hover before.
    this.#loader.request();
    if (camera?.drag.takeClick() || isAbove(event, CONTROLS)) return;
    const wasSelected = this.#selected !== null;
    const at = this.#position.of(event);
    this.#pointAt(at, true);
    const mark = this.#selected;
    if (mark) {
      this.#listener.onSelect(mark);
      camera?.choose(mark);
    }
    // For viewers who cannot drag: a click beside the marks brings a place into the middle.
    else if (!wasSelected && camera?.canMove) camera.center(at);
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = ACTIONS[event.key];
    if (action) {
      event.preventDefault();
      this.onCameraAction(action);
      return;
    }
    if (isAbove(event, CONTROLS)) return;
    if (event.key === 'Enter') {
      if (this.#selected) this.#listener.onSelect(this.#selected);
    } else if (this.#selection.press(event.key, this.#listener.marks())) {
      event.preventDefault();
      this.#listener.onChange();
    }
    if (this.#selected) this.#loader.camera?.choose(this.#selected);
  };

  readonly #onFocusIn = (): void => {
    // A click focuses as well, and would stop the globe for good.
    this.#setUse({ isFocused: this.#focused?.matches(':focus-visible') ?? false });
  };

  readonly #onFocusOut = (): void => {
    this.#setUse({ isFocused: false });
    this.#report(this.#selection.clear());
  };

  /** The buttons disappear. */
  leaveButtons(): void {
    if (this.#focused) this.#focusMap();
  }

  /** The map was taken from under the pointer, which no event reports. */
  release(): void {
    this.#loader.camera?.drag.drop();
    this.#onFocusOut();
    this.#setUse({ isHovered: false });
  }

  /** What is focused, of the map or in it. */
  get #focused(): Element | null {
    const { activeElement } = this.#map.getRootNode() as ShadowRoot;
    return this.#map.contains(activeElement) ? activeElement : null;
  }

  #focusMap(): void {
    this.#map.focus({ preventScroll: true });
  }

  readonly #handlers = {
    pointerdown: this.#onPointerDown,
    pointermove: this.#onPointerMove,
    pointerup: this.#onPointerEnd,
    /** The page has taken the pointer over to scroll. */
    pointercancel: this.#onPointerEnd,
    pointerleave: this.#onPointerLeave,
    click: this.#onClick,
    keydown: this.#onKeyDown,
    focusin: this.#onFocusIn,
    focusout: this.#onFocusOut,
  };

  get #selected(): Mark | null {
    return this.#selection.find(this.#listener.marks());
  }

  #pointAt([x, y]: Point, isClick: boolean): void {
    this.#report(this.#selection.pointAt(this.#listener.marks(), x, y, isClick));
  }

  #report(hasChanged: boolean): void {
    if (hasChanged) this.#listener.onChange();
  }

  #setUse({ isHovered = this.#isHovered, isFocused = this.#isFocused }): void {
    if (isHovered === this.#isHovered && isFocused === this.#isFocused) return;
    this.#isHovered = isHovered;
    this.#isFocused = isFocused;
    this.#loader.request();
    this.#listener.onChange();
  }
}

/** What lies above the map. */
const CONTROLS = '.tooltip, .zoom';

/** By the event's path: its target may be gone by now. */
function isAbove(event: Event, selector: string): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches(selector));
}
