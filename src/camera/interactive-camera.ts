import type { ReactiveControllerHost } from '@lit/reactive-element';
import { memo } from '../controllers/memo.ts';
import type { CountryPointOf } from '../geocode/visitor-place.ts';
import { cameraStyles } from '../layers/camera.styles.ts';
import { adoptStyle } from '../layers/dom.ts';
import type { CameraAction, CameraButton } from '../layers/zoom.ts';
import type { Camera, Point } from '../map/camera.ts';
import type { Basemap } from '../map/basemap.ts';
import { readBorders } from '../map/borders.ts';
import { readBoxes } from '../map/boxes.ts';
import { readFineLand } from '../map/fine-land.ts';
import { readLand, type Land } from '../map/land.ts';
import { createBasemap, type BasemapOptions } from '../map/projected-basemap.ts';
import type { Mark } from '../marks/mark.ts';
import type { Visitor } from '../protocol/types.ts';
import { CameraAnimator } from './camera-animator.ts';
import { CameraControls, canMove, type CameraContext } from './camera-controls.ts';
import {
  initialCameraStep,
  showsPartOfWorld,
  isZoomedIn,
  needsFineLand,
  nextCameraStep,
  type CameraInput,
  type CameraIntent,
  type CameraState,
} from './camera-state.ts';
import type { DetailReaders } from './detail-files.ts';
import { DragGesture } from './drag-gesture.ts';
import type { MapPosition } from './map-position.ts';
import { visitorPlaces } from './visitor-places.ts';
import { TooltipDismissal, type Dismissible } from './tooltip-dismissal.ts';
import { ZoomGestures } from './zoom-gestures.ts';

/** How the files of {@link Detail} are read. */
export const DETAIL_READERS: DetailReaders = { readLand: readFineLand, readBorders, readBoxes };

/** What the camera may look at, with the visitors as the map has them. */
export type CameraUpdate = Omit<CameraInput, 'places'> & {
  visitors: readonly Visitor[];
  countryPoint: CountryPointOf;
};

/** What a viewer does to the map, once that has an effect. */
export interface Interaction {
  position: MapPosition;
  selection: Dismissible;
}

/** The map as its camera sees it, without the camera itself. */
export type MarksInView = Omit<CameraContext, 'current'>;

/**
 * Everything that shows more of the earth than the whole world in its default projection: it is moved by time, by the
 * visitors and by the viewer. Its file is fetched on demand.
 */
export class InteractiveCamera {
  readonly drag: DragGesture<CameraState> = new DragGesture<CameraState>();
  readonly #controls = new CameraControls();
  readonly #places = memo(visitorPlaces);
  readonly #animator: CameraAnimator;
  readonly #gestures: ZoomGestures;
  readonly #surroundings: () => MarksInView;
  readonly #land: string;
  #state: CameraState;

  /**
   * @param land Text of the land, which the map of the world has as well.
   * @param onFrame The camera has moved, and nothing else has changed.
   */
  constructor(
    host: ReactiveControllerHost & Element,
    update: CameraUpdate,
    options: {
      surroundings: () => MarksInView;
      interaction: () => Interaction | null;
      land: string;
      onFrame: () => void;
    },
  ) {
    if (host.shadowRoot) adoptStyle(host.shadowRoot, cameraStyles);
    const { surroundings, interaction } = options;
    const tooltip = new TooltipDismissal(
      host,
      () => surroundings().selected !== null,
      () => interaction()?.selection,
    );
    this.#gestures = new ZoomGestures(
      host,
      () => interaction()?.position,
      (factor, from, to) => {
        this.drag.drop();
        tooltip.close();
        this.#apply(this.#controls.pinch(factor, from, to, this.#state, this.#scene));
      },
    );
    this.#surroundings = surroundings;
    this.#land = options.land;
    this.#animator = new CameraAnimator(host, options.onFrame);
    const { state, transition } = initialCameraStep(this.#inputOf(update));
    this.#state = state;
    this.#animator.moveTo(state.target, transition);
  }

  /** What is seen now. */
  get camera(): Camera {
    return this.#animator.camera ?? this.#state.target;
  }

  get buttons(): CameraButton[] {
    return this.#controls.buttons(this.#state);
  }

  get isGlobe(): boolean {
    return this.#state.input.initial.projection === 'globe';
  }

  /** There is more of the earth than the picture shows. */
  get canMove(): boolean {
    return canMove(this.#state);
  }

  /** Only a part of the world is seen. */
  get isCut(): boolean {
    return showsPartOfWorld(this.#state);
  }

  /** Finer land is seen now, or will be at the end of a move. */
  get isFine(): boolean {
    return this.needsFineLand && !this.#animator.isMoving && !this.drag.isHeld && !this.#gestures.isPinching;
  }

  get needsFineLand(): boolean {
    return needsFineLand(this.#state);
  }

  /** Applies what there is to look at. */
  update(update: CameraUpdate): void {
    this.#apply({ type: 'update', input: this.#inputOf(update) });
  }

  /** @param isAwake Whether it may move. @param isTurning Whether the globe turns by itself where it is seen as a whole. */
  configure(isAwake: boolean, isTurning: boolean): void {
    this.#animator.configure(isAwake, isTurning && !this.drag.isHeld && !isZoomedIn(this.#state));
  }

  act(action: CameraAction): void {
    this.#apply(this.#controls.intentOf(action, this.#state, this.#scene));
  }

  /** Brings a position of the map, in CSS pixels, into its middle. */
  center(at: Point): void {
    this.#apply(this.#controls.center(at, this.#state, this.#scene));
  }

  choose(mark: Mark): void {
    this.#apply(this.#controls.choose(mark, this.#state, this.#scene));
  }

  startDrag(event: PointerEvent, at: Point): void {
    const isAllowed = this.canMove && (event.pointerType !== 'touch' || this.isGlobe);
    // On a flat map a finger scrolls the page.
    if (isAllowed && event.isPrimary && event.button === 0) this.drag.hold(event, at, this.#state);
  }

  /** @returns Whether the map is dragged. */
  continueDrag(event: PointerEvent, at: Point): boolean {
    const from = this.drag.move(event, at);
    if (from) this.#apply(this.#controls.drag(from, at, this.#state, this.#scene));
    return from !== null;
  }

  /** @returns Whether the map was dragged. */
  endDrag(event: PointerEvent): boolean {
    const { hadMoved, restore } = this.drag.end(event);
    if (restore) this.#apply({ type: 'restore', before: restore });
    return hadMoved;
  }

  /** @param land `null`: that of the bundle. */
  draw(options: Omit<BasemapOptions, 'land'> & { land: Land | null }): Basemap {
    return createBasemap({ ...options, land: options.land ?? readLand(this.#land) });
  }

  #inputOf({ visitors, countryPoint, ...rest }: CameraUpdate): CameraInput {
    const isFollowing = rest.fit === 'auto' || rest.initial.projection === 'globe';
    return { ...rest, places: isFollowing ? this.#places(visitors, countryPoint) : [] };
  }

  get #scene(): CameraContext {
    return { ...this.#surroundings(), current: this.camera };
  }

  #apply(intent: CameraIntent | null): void {
    if (!intent) return;
    const { state, transition } = nextCameraStep(this.#state, intent);
    this.#state = state;
    this.#animator.moveTo(state.target, transition);
  }
}
