import type { Camera } from '../map/camera.ts';
import { createFrame, homeOf, type Box, type Frame, type Home } from '../map/frame.ts';
import type { ProjectionName } from '../map/projection-names.ts';
import type { SnapshotData } from '../protocol/types.ts';
import { tickerRows, type RowKind, type TickerRow } from '../ticker/rows.ts';
import type { Drawn } from '../view/marks.ts';
import type { ConfiguredElement } from './configured-element.ts';
import { memo } from './memo.ts';
import { readBox } from './options.ts';
import { composeScene, needsAntarctic, placesOf } from './scene.ts';
import { dataOf, type Shown } from './shown.ts';
import { summarize } from './summary.ts';
import type { Outlook } from './viewpoint.ts';

/** Marks grow older in steps of this many milliseconds. */
const AGEING_MS = 10_000;
const DOT_SIZE = 8;

/** What the globe shows in its middle before anybody is there. */
const FRONT = [10, 20] as const;

/** What follows from options and data, computed when one of them changes and not at every rendering. */
export class Derived {
  /** Of the country that the map is fitted to, as soon as it is known. */
  box: Box | null = null;
  readonly #ownBox = memo(readBox);
  readonly #home = memo((projection: ProjectionName, box: Box | null, isWorldSized: boolean, antarctic: boolean) => {
    const center = box ? middleOfBox(box) : FRONT;
    return homeOf({ projection, fit: box ?? 'world', isWorldSized, antarctic, center });
  });
  readonly #frame = memo((home: Home, camera: Camera, antarctic: boolean) =>
    createFrame({ ...home, camera, home, antarctic }),
  );
  #dotSize = DOT_SIZE;
  readonly #needsAntarctic = memo(needsAntarctic);
  readonly #places = memo(placesOf);
  readonly #summary = memo(summarize);
  readonly #rows = memo((data: SnapshotData, kinds: string, size: number) =>
    tickerRows(data, { kinds: kinds.split(' ') as RowKind[], size }),
  );
  readonly #scene = memo(
    (data: SnapshotData, presence: Shown['presence'], frame: Frame, width: number, dotSize: number, now: number) =>
      composeScene({ data, presence, frame, width, dotSize, now }),
  );

  /** @param camera `null` before it has looked anywhere. */
  frame(options: ConfiguredElement, shown: Shown, camera: Camera | null): Frame {
    const home = this.#homeFor(options, shown);
    return this.#frame(home, camera ?? home.camera, this.#needsAntarctic(dataOf(shown)));
  }

  /** @param now Monotonic milliseconds. */
  outlook(options: ConfiguredElement, shown: Shown, now: number): Outlook {
    return { home: this.#homeFor(options, shown), places: this.#places(dataOf(shown)), fit: options.fit, now };
  }

  rows({ tickerKinds, tickerSize }: ConfiguredElement, shown: Shown): TickerRow[] {
    return this.#rows(dataOf(shown), tickerKinds, tickerSize);
  }

  summary(locale: string, shown: Shown): string {
    return this.#summary(locale, dataOf(shown));
  }

  /** @param width Of the map, in CSS pixels. */
  scene(shown: Shown, frame: Frame, width: number): Drawn[] {
    const now = Math.floor(shown.now / AGEING_MS) * AGEING_MS;
    return this.#scene(dataOf(shown), shown.presence, frame, width, this.#dotSize, now);
  }

  /** Asks the browser for the size of dots, which is too dear for each frame of a move. */
  measure(element: Element): void {
    this.#dotSize = parseFloat(getComputedStyle(element).getPropertyValue('--live-map-dot-size')) || DOT_SIZE;
  }

  #homeFor({ projection, fit }: ConfiguredElement, shown: Shown): Home {
    const own = this.#ownBox(fit);
    return this.#home(projection, own ?? this.box, own === null, this.#needsAntarctic(dataOf(shown)));
  }
}

function middleOfBox([west, south, east, north]: Box): [longitude: number, latitude: number] {
  return [(west + (east > west ? east : east + 360)) / 2, (south + north) / 2];
}
