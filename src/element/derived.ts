import type { DetailController, Wanted } from '../controllers/detail.ts';
import type { Camera } from '../map/camera.ts';
import { createFrame, homeOf, type Box, type Frame, type Home, type HomeOptions } from '../map/frame.ts';
import type { Land } from '../map/land.ts';
import type { Lines } from '../map/rings.ts';
import type { ProjectionName } from '../map/projection-names.ts';
import type { SnapshotData } from '../protocol/types.ts';
import { tickerRows, type RowKind, type TickerRow } from '../ticker/rows.ts';
import type { Drawn } from '../view/marks.ts';
import type { ConfiguredElement } from './configured-element.ts';
import { memo } from './memo.ts';
import { readBox } from './options.ts';
import { showsPredictions } from './predictions.ts';
import { centerOf, needsAntarctic, Scene } from './scene.ts';
import { dataOf, NOTHING, type Shown } from './shown.ts';
import { summarize } from './summary.ts';

/** Marks grow older in steps of this many milliseconds. */
const AGEING_MS = 10_000;

type Center = HomeOptions['center'];
const CENTER: Center = [0, 0];

/** What the map has besides its bundle. */
type Detail = Pick<DetailController, 'land' | 'borders' | 'boxes'>;

/** What the map needs besides the bundle: whoever shows the world without borders has nothing fetched. */
export function wantedDetail({ fit, borders }: ConfiguredElement): Wanted {
  const isWorld = fit === 'world' || fit === 'auto';
  return { land: !isWorld, borders, boxes: !isWorld && !readBox(fit) };
}

/** What follows from options and data, computed when one of them changes and not at every rendering. */
export class Derived {
  readonly #home = memo(
    (projection: ProjectionName, box: Box | null, isOwn: boolean, antarctic: boolean, center: Center) =>
      homeOf({ projection, fit: box ?? 'world', isWorldSized: !isOwn, antarctic, center }),
  );
  readonly #frame = memo(
    (
      projection: ProjectionName,
      { width, height }: Home,
      camera: Camera,
      antarctic: boolean,
      land: Land | null,
      borders: Lines | null,
    ) => createFrame({ projection, width, height, camera, antarctic, land, borders }),
  );
  readonly #box = memo(readBox);
  /** The globe turns to the visitors once: it does not chase every arrival. */
  #center: Center | null = null;
  readonly #needsAntarctic = memo(needsAntarctic);
  readonly #summary = memo(summarize);
  readonly #rows = memo((data: SnapshotData, kinds: string, size: number) =>
    tickerRows(data, { kinds: kinds.split(' ') as RowKind[], size }),
  );
  readonly #composer = new Scene();
  readonly #scene = memo(
    (
      data: SnapshotData,
      presence: Shown['presence'],
      held: Shown['held'],
      frame: Frame,
      width: number,
      dotSize: number,
      now: number,
      predictions: boolean,
    ) => this.#composer.compose({ data, presence, held, frame, width, dotSize, now, predictions }),
  );

  frame({ projection, fit }: ConfiguredElement, shown: Shown, { land, borders, boxes }: Detail): Frame {
    const data = dataOf(shown);
    if (projection === 'globe' && data.visitors.length > 0) this.#center ??= centerOf(data);
    const antarctic = this.#needsAntarctic(data);
    // The box of a country comes later than its map: the picture has its size from the start.
    const own = this.#box(fit);
    const box = own ?? boxes?.[fit] ?? null;
    const home = this.#home(projection, box, own !== null, antarctic, this.#center ?? CENTER);
    return this.#frame(projection, home, home.camera, antarctic, land, borders);
  }

  rows({ tickerKinds, tickerSize }: ConfiguredElement, shown: Shown): readonly TickerRow[] {
    const data = dataOf(shown);
    return shown.rows && data !== NOTHING ? shown.rows : this.#rows(data, tickerKinds, tickerSize);
  }

  summary(locale: string, shown: Shown): string {
    return this.#summary(locale, dataOf(shown));
  }

  /** Whether the last scene was one of a crowd. */
  get isCrowd(): boolean {
    return this.#composer.isCrowd;
  }

  /** @param width Of the map, and the diameter of a dot, in CSS pixels. */
  scene(options: ConfiguredElement, shown: Shown, detail: Detail, width: number, dotSize: number): Drawn[] {
    const now = Math.floor(shown.now / AGEING_MS) * AGEING_MS;
    const frame = this.frame(options, shown, detail);
    const predictions = showsPredictions(options, shown);
    return this.#scene(dataOf(shown), shown.presence, shown.held, frame, width, dotSize, now, predictions);
  }
}
