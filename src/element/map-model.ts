import type { MultiLineString } from 'geojson';
import type { DetailFiles, DetailReaders } from '../camera/detail-files.ts';
import type { CameraUpdate, InteractiveCamera } from '../camera/interactive-camera.ts';
import type { Camera } from '../map/camera.ts';
import { blankBasemap, type Basemap } from '../map/basemap.ts';
import { initialView, SOUTH, spanOf, type Box, type InitialView } from '../map/initial-view.ts';
import { needsAntarctic, type Land } from '../map/land.ts';
import type { ProjectionName } from '../map/projection-names.ts';
import { worldBasemap } from '../map/world-basemap.ts';
import { composeMarks, locateAhead, type Composition, type MarkInput } from '../marks/compose.ts';
import type { Visitor } from '../protocol/types.ts';
import type { LiveState } from '../store/live-state.ts';
import { memo } from '../controllers/memo.ts';
import { needsCamera } from './camera-needs.ts';
import { readBox, type LiveMapOptions } from './options.ts';
import type { VisitorLocator } from './visitor-locator.ts';

/** The camera's code, as far as it is there. */
export interface LoadedCamera {
  camera: InteractiveCamera | null;
  readers: DetailReaders | null;
  /** It could not be loaded: the world is shown instead. */
  isMissing: boolean;
  detail: Pick<DetailFiles, 'land' | 'borders' | 'boxes'>;
}

/** Width of the map, and the diameter of a dot, in CSS pixels; and whether likelihoods are drawn. */
export interface MarkSize {
  width: number;
  dotSize: number;
  predictions: boolean;
}

/** Where visitors are, and countries. */
export type Locator = Pick<VisitorLocator, 'locate' | 'countryPoint'>;

/** Marks age in steps of so many milliseconds. */
const AGEING_MS = 10_000;
/** Visitors whose places are worked out in one step. */
const LOCATED_AT_ONCE = 1_000;
/** Longitude and latitude in the middle of the globe before there are visitors. */
const FRONT = [10, 20] as const;

/** What the map shows, worked out from options and state when one of them changes. */
export class MapModel {
  readonly #locator: Locator;
  readonly #placeDense: () => MarkInput['placeDense'];
  readonly #readBox = memo(readBox);
  readonly #initialView = memo(
    (projection: ProjectionName, box: Box | null, isWorldSized: boolean, antarctic: boolean) =>
      initialView({ projection, fit: box ?? 'world', isWorldSized, antarctic, center: box ? centerOf(box) : FRONT }),
  );
  readonly #world = memo(worldBasemap);
  readonly #blank = memo(blankBasemap);
  readonly #seen = memo(
    (
      camera: InteractiveCamera,
      initial: InitialView,
      seen: Camera,
      antarctic: boolean,
      land: Land | null,
      borders: MultiLineString | null,
    ) => camera.draw({ ...initial, camera: seen, initial, antarctic, land, borders }),
  );
  readonly #hasAntarctic = memo((visitors: readonly Visitor[]) => needsAntarctic({ visitors }));
  #composition: Composition | null = null;

  /** @param placeDense Of dense maps, as far as its code is there. */
  constructor(locator: Locator, placeDense: () => MarkInput['placeDense']) {
    this.#locator = locator;
    this.#placeDense = placeDense;
  }

  initialView(options: LiveMapOptions, { visitors }: LiveState, loaded: LoadedCamera): InitialView {
    const { projection, fit } = options;
    // The globe has the same size with Antarctica.
    const antarctic = projection !== 'globe' && this.#hasAntarctic(visitors);
    if (!loaded.camera && loaded.isMissing) return this.#initialView('equal-earth', null, true, antarctic);
    // The box of a country arrives later than its map, which has its size from the start.
    return this.#initialView(projection, this.#boxOf(options, loaded), this.#readBox(fit) === null, antarctic);
  }

  /** Whether more is shown than the whole inhabited world in its default projection. */
  needsCamera(options: LiveMapOptions, { visitors }: LiveState): boolean {
    return needsCamera(options) || this.#hasAntarctic(visitors);
  }

  /** @param now Monotonic ms. */
  cameraUpdate(options: LiveMapOptions, state: LiveState, loaded: LoadedCamera, now: number): CameraUpdate {
    const visitors = this.#locator.locate(state.visitors);
    const { countryPoint } = this.#locator;
    return { initial: this.initialView(options, state, loaded), visitors, countryPoint, fit: options.fit, now };
  }

  basemap(options: LiveMapOptions, state: LiveState, loaded: LoadedCamera): Basemap {
    const initial = this.initialView(options, state, loaded);
    const { camera, readers, detail } = loaded;
    const [, south = 0] = this.#boxOf(options, loaded) ?? [];
    const antarctic = south < SOUTH || this.#hasAntarctic(state.visitors);
    const isWorld = initial.projection === 'equal-earth' && initial.camera.scale === initial.worldScale;
    if (!camera || !readers) return isWorld ? this.#world(initial) : this.#blank(initial);
    const borders = detail.borders(readers);
    const isInitial = camera.camera === initial.camera;
    if (isWorld && isInitial && !antarctic && !options.graticule && !options.daylight && !borders)
      return this.#world(initial);
    return this.#seen(camera, initial, camera.camera, antarctic, camera.isFine ? detail.land(readers) : null, borders);
  }

  compose(state: LiveState, basemap: Basemap, size: MarkSize): Composition {
    return (this.#composition = composeMarks(this.#markInput(state, basemap, size), this.#composition));
  }

  /** Does a part of that beforehand, in steps between which the page can respond. */
  *locateInSteps(state: LiveState, basemap: Basemap, size: MarkSize): Generator<void, void> {
    const input = this.#markInput(state, basemap, size);
    const { visitors } = input;
    const composition = (this.#composition ??= composeMarks({
      ...input,
      visitors: [],
      lastActivity: [],
      payments: [],
    }));
    for (let start = 0; start < visitors.length; start += LOCATED_AT_ONCE) {
      locateAhead(composition, visitors.slice(start, start + LOCATED_AT_ONCE));
      yield;
    }
  }

  #markInput(state: LiveState, basemap: Basemap, { width, dotSize, predictions }: MarkSize): MarkInput {
    const now = Math.floor(state.asOf / AGEING_MS) * AGEING_MS;
    const visitors = this.#locator.locate(state.visitors);
    const { lastActivity, payments } = state;
    const { countryPoint } = this.#locator;
    const placeDense = this.#placeDense();
    return {
      visitors,
      countryPoint,
      lastActivity,
      payments,
      now,
      basemap,
      width,
      dotSize,
      predictions,
      placeDense,
    };
  }

  #boxOf({ fit }: LiveMapOptions, { readers, detail }: LoadedCamera): Box | null {
    return this.#readBox(fit) ?? (readers && detail.boxes(readers)?.[fit]) ?? null;
  }
}

function centerOf([west, south, east, north]: Box): [longitude: number, latitude: number] {
  return [west + spanOf(west, east) / 2, (south + north) / 2];
}
