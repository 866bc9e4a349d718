import type { Basemap } from '../map/basemap.ts';
import type { Composition } from '../marks/compose.ts';
import type { Mark } from '../marks/mark.ts';
import type { Highlights } from '../store/live-state.ts';
import { BasemapLayer } from './basemap-layer.ts';
import type { EffectsLayer } from './effects-layer.ts';
import { MarksLayer, type MarksUpdate } from './marks-layer.ts';

export interface MapUpdate {
  basemap: Basemap;
  graticule: boolean;
  /** The night side, drawn by its own layer. */
  night: SVGElement | null;
  /** `null` until the map is measured. */
  composition: Composition | null;
  DenseLayer: MarksUpdate['DenseLayer'];
  locale: string;
  /** The mark that is pointed at, focused, or belongs to the row that is. */
  activeKey: string | null;
  /** Of the map that the marks are placed for, in CSS pixels. */
  width: number;
  /** Of its box: the marks placed by a server are shown in a box of another width. */
  boxWidth: number;
  /** Changes with the same generation as before are animated. */
  generation: number;
  highlights: readonly Highlights[];
  /** Monotonic ms. */
  now: number;
}

/** Pixels that the largest mark reaches beyond both edges of the map together. */
const OVERHANG = 100;

/** The map's layers. Each owns its nodes, which the view only creates. */
export class MapLayers {
  readonly #basemap: BasemapLayer;
  readonly #svg: SVGSVGElement;
  /** `null` until the map is measured. */
  #marks: MarksLayer | null = null;
  #last: MapUpdate | null = null;

  constructor(basemap: SVGSVGElement, marks: SVGSVGElement) {
    this.#basemap = new BasemapLayer(basemap);
    this.#svg = marks;
  }

  /** @param effects `null` until their file is there. */
  update(update: MapUpdate, effects: EffectsLayer | null): void {
    const {
      basemap,
      graticule,
      night,
      composition,
      DenseLayer,
      locale,
      activeKey,
      width,
      boxWidth,
      generation,
      highlights,
      now,
    } = update;
    const before = this.#last;
    this.#basemap.update(basemap, graticule, night);
    if (!composition) return;
    this.#last = update;
    const isSame =
      before?.composition === composition &&
      before.locale === locale &&
      before.activeKey === activeKey &&
      before.width === width &&
      before.boxWidth === boxWidth;
    if (isSame && highlights.length === 0) return;
    const layer = (this.#marks ??= new MarksLayer(this.#svg));
    const height = (width * basemap.height) / basemap.width;
    const { isDense } = composition;
    const marks = composition.marks.filter((mark) => isInSight(mark, width, height));
    const { added, removed } = layer.update({ marks, width, height, boxWidth, locale, activeKey, DenseLayer });
    // Elsewhere marks have merely moved, and what comes into the picture that way does not arrive.
    if (before?.width === width && before.basemap === basemap && before.generation === generation)
      effects?.update({ marks, added, removed, highlights, isDense, width, height, now });
  }
}

/** Whether a mark is at least partly inside of the map. */
export function isInSight({ x, y }: Mark, width: number, height: number): boolean {
  return Math.abs(2 * x - width) < width + OVERHANG && Math.abs(2 * y - height) < height + OVERHANG;
}
