import type { MultiLineString } from 'geojson';
import type { DetailRequest } from '../camera/detail-files.ts';
import { InteractiveCamera, DETAIL_READERS } from '../camera/interactive-camera.ts';
import { LazyGeocoder } from '../controllers/lazy-geocoder.ts';
import { detailFor, WORLD_CAMERA } from '../element/camera-needs.ts';
import type { LiveMapView, MapCamera } from '../element/live-map-view.ts';
import { MapModel, type LoadedCamera, type Locator } from '../element/map-model.ts';
import { showsPredictions, type LiveMapOptions } from '../element/options.ts';
import { countryPoint } from '../geocode/country-points.ts';
import { PLACES, REGIONS } from '../geocode/hot.data.ts';
import { isNamed } from '../geocode/visitor-place.ts';
import { BasemapLayer } from '../layers/basemap-layer.ts';
import type { Boxes } from '../map/boxes.ts';
import type { Basemap } from '../map/basemap.ts';
import type { Land } from '../map/land.ts';
import { RINGS } from '../map/land.data.ts';
import bordersText from '../map/lazy/borders.data.ts';
import boxesText from '../map/lazy/boxes.data.ts';
import fineBordersText from '../map/lazy/fine-borders.data.ts';
import fineLandText from '../map/lazy/fine-land.data.ts';
import { composeMarks, type Composition } from '../marks/compose.ts';
import { placeOnLattice } from '../marks/lattice.ts';
import type { LiveState } from '../store/live-state.ts';
import { htmlOf } from './element-tree.ts';
import { createMarkNodes } from './mark-nodes.ts';

/** What the map shows. */
export interface RenderedMap {
  camera: MapCamera;
  basemap: Basemap;
  composition: Composition;
  /** The same for a map of another width, in CSS pixels. */
  composeFor: (width: number) => Composition;
}

/** Nothing is fetched: places that are not among the largest are as precise as region or country. */
const geocoder = new LazyGeocoder({ PLACES, REGIONS }, {});
const locator: Locator = {
  countryPoint,
  locate: (visitors) => (visitors.some(isNamed) ? geocoder.locate(visitors, () => undefined) : visitors),
};

/** Read when first wanted. */
let land: Land | undefined;
let fineBorders: MultiLineString | undefined;
let borders: MultiLineString | undefined;
let boxes: Boxes | undefined;

function detailOf(wanted: DetailRequest): LoadedCamera['detail'] {
  return {
    land: ({ readLand }) => (wanted.land ? (land ??= readLand(fineLandText)) : null),
    borders: ({ readBorders }) => {
      if (!wanted.borders) return null;
      return wanted.land ? (fineBorders ??= readBorders(fineBordersText)) : (borders ??= readBorders(bordersText));
    },
    boxes: ({ readBoxes }) => (boxes ??= readBoxes(boxesText)),
  };
}

type CameraHost = ConstructorParameters<typeof InteractiveCamera>[0];

/** Nothing moves. */
const HOST = { addController: () => undefined, requestUpdate: () => undefined } as unknown as CameraHost;

/** The map as the element first draws it. @param width Of the map, and the diameter of a dot, in CSS pixels. */
export function renderMap(options: LiveMapOptions, state: LiveState, width: number, dotSize: number): RenderedMap {
  const model = new MapModel(locator, () => placeOnLattice);
  let loaded: LoadedCamera = {
    camera: null,
    readers: DETAIL_READERS,
    isMissing: false,
    detail: detailOf(detailFor(options, null)),
  };
  if (model.needsCamera(options, state)) {
    const camera = new InteractiveCamera(HOST, model.cameraUpdate(options, state, loaded, 0), {
      land: RINGS,
      surroundings: () => ({ marks: [], selected: null, width }),
      interaction: () => null,
      onFrame: () => undefined,
    });
    loaded = { ...loaded, camera, detail: detailOf(detailFor(options, camera)) };
  }
  const basemap = model.basemap(options, state, loaded);
  const predictions = showsPredictions(options, state);
  const composition = model.compose(state, basemap, { width, dotSize, predictions });
  return {
    camera: loaded.camera ?? WORLD_CAMERA,
    basemap,
    composition,
    composeFor: (other) => composeMarks({ ...composition.input, width: other }),
  };
}

/** A map to draw. */
export interface DrawnMap {
  basemap: Basemap;
  graticule: boolean;
  night: SVGElement | null;
  /** For a map that is so many CSS pixels wide; `null` without a snapshot. */
  composition: Composition | null;
  width: number;
  locale: string;
}

/**
 * Draws the map with the marks for two widths: those that differ are each shown at one of them. Dots keep their size on
 * the screen, so that those of a wide map would cover each other on a narrow one.
 */
export function drawMap(
  view: LiveMapView,
  { basemap, graticule, night, composition, width, locale }: DrawnMap,
  narrow: Pick<DrawnMap, 'composition' | 'width'>,
): void {
  new BasemapLayer(view.basemap).update(basemap, graticule, night);
  if (!composition) return;
  const layers = createMarkNodes(composition, basemap, width, locale);
  view.marks.append(...layers);
  if (!narrow.composition || narrow.width === width) return;
  const others = createMarkNodes(narrow.composition, basemap, narrow.width, locale);
  for (const [index, layer] of others.entries()) mergeLayer(layers[index], layer);
}

/** Inserts what is drawn on narrow maps alone where it belongs between marks that are the same on both. */
function mergeLayer(layer: Element | undefined, narrow: Element): void {
  if (!layer) return;
  // The box of dense marks may be empty.
  const wideMarks = new Map([...layer.children].filter(isDrawn).map((mark) => [htmlOf(mark), mark]));
  let next = layer.children[0] ?? null;
  for (const mark of [...narrow.children].filter(isDrawn)) {
    const html = htmlOf(mark);
    const shared = wideMarks.get(html);
    if (shared) next = shared.nextElementSibling;
    else layer.insertBefore(withClass(mark, 'narrow'), next);
    wideMarks.delete(html);
  }
  for (const mark of wideMarks.values()) withClass(mark, 'wide');
}

function isDrawn(mark: Element): boolean {
  return mark.localName === 'circle' || mark.children.length > 0;
}

function withClass(mark: Element, name: string): Element {
  const before = mark.getAttribute('class');
  mark.setAttribute('class', before ? `${before} ${name}` : name);
  return mark;
}
