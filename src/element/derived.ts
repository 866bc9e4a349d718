import type { Camera } from '../map/camera.ts';
import { createFrame, homeOf, type Frame, type Home, type HomeOptions } from '../map/frame.ts';
import type { ProjectionName } from '../map/projection-names.ts';
import type { SnapshotData } from '../protocol/types.ts';
import { tickerRows, type RowKind, type TickerRow } from '../ticker/rows.ts';
import type { Drawn } from '../view/marks.ts';
import type { ConfiguredElement } from './configured-element.ts';
import { memo } from './memo.ts';
import { readBox } from './options.ts';
import { showsPredictions } from './predictions.ts';
import { centerOf, composeScene, needsAntarctic } from './scene.ts';
import { dataOf, type Shown } from './shown.ts';
import { summarize } from './summary.ts';

/** Marks grow older in steps of this many milliseconds. */
const AGEING_MS = 10_000;
const DOT_SIZE = 8;

type Center = HomeOptions['center'];

/** What follows from options and data, computed when one of them changes and not at every rendering. */
export class Derived {
  readonly #home = memo((projection: ProjectionName, fit: string, antarctic: boolean, center: Center | null) =>
    homeOf({ projection, fit: readBox(fit) ?? 'world', antarctic, center: center ?? [0, 0] }),
  );
  readonly #frame = memo((projection: ProjectionName, { width, height }: Home, camera: Camera, antarctic: boolean) =>
    createFrame({ projection, width, height, camera, antarctic }),
  );
  /** The globe turns to the visitors once: it does not chase every arrival. */
  #center: Center | null = null;
  readonly #needsAntarctic = memo(needsAntarctic);
  readonly #summary = memo(summarize);
  readonly #rows = memo((data: SnapshotData, kinds: string, size: number) =>
    tickerRows(data, { kinds: kinds.split(' ') as RowKind[], size }),
  );
  readonly #scene = memo(
    (
      data: SnapshotData,
      presence: Shown['presence'],
      frame: Frame,
      width: number,
      dotSize: number,
      now: number,
      predictions: boolean,
    ) => composeScene({ data, presence, frame, width, dotSize, now, predictions }),
  );

  frame({ projection, fit }: ConfiguredElement, shown: Shown): Frame {
    const data = dataOf(shown);
    if (projection === 'globe' && data.visitors.length > 0) this.#center ??= centerOf(data);
    const antarctic = this.#needsAntarctic(data);
    const home = this.#home(projection, fit, antarctic, this.#center);
    return this.#frame(projection, home, home.camera, antarctic);
  }

  rows({ tickerKinds, tickerSize }: ConfiguredElement, shown: Shown): TickerRow[] {
    return this.#rows(dataOf(shown), tickerKinds, tickerSize);
  }

  summary(locale: string, shown: Shown): string {
    return this.#summary(locale, dataOf(shown));
  }

  /** @param width Of the map, in CSS pixels. */
  scene(options: ConfiguredElement, shown: Shown, width: number): Drawn[] {
    const size = parseFloat(getComputedStyle(options).getPropertyValue('--live-map-dot-size'));
    const now = Math.floor(shown.now / AGEING_MS) * AGEING_MS;
    const frame = this.frame(options, shown);
    const predictions = showsPredictions(options, shown);
    return this.#scene(dataOf(shown), shown.presence, frame, width, size || DOT_SIZE, now, predictions);
  }
}
