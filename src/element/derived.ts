import type { DetailController, Wanted } from '../controllers/detail.ts';
import { needsAntarctic } from '../map/antarctic.ts';
import type { Camera } from '../map/camera.ts';
import { createFrame, homeOf, type Box, type Frame, type Home } from '../map/frame.ts';
import type { Land } from '../map/land.ts';
import type { ProjectionName } from '../map/projection-names.ts';
import type { Lines } from '../map/rings.ts';
import type { SnapshotData } from '../protocol/types.ts';
import { tickerRows, type RowKind, type TickerRow } from '../ticker/rows.ts';
import type { Drawn } from '../view/marks.ts';
import type { ConfiguredElement } from './configured-element.ts';
import { memo } from './memo.ts';
import { readBox } from './options.ts';
import { showsPredictions } from './predictions.ts';
import { placesOf, Scene } from './scene.ts';
import { dataOf, NOTHING, type Shown } from './shown.ts';
import { summarize } from './summary.ts';
import type { Outlook } from './viewpoint.ts';

/** Marks grow older in steps of this many milliseconds. */
const AGEING_MS = 10_000;

/** What the globe shows in its middle before anybody is there. */
const FRONT = [10, 20] as const;

/** What the map has besides its bundle. */
type Detail = Pick<DetailController, 'land' | 'borders' | 'boxes'>;

/**
 * What the map needs besides the bundle: whoever shows the world without borders has nothing fetched.
 *
 * @param isFine Finer land will be seen.
 * @param known The boxes that are there.
 */
export function wantedDetail({ fit, borders }: ConfiguredElement, isFine: boolean, known: Detail['boxes']): Wanted {
  const isWorld = fit === 'world' || fit === 'auto';
  const boxes = !isWorld && !readBox(fit);
  // How fine the borders have to be is known when it is known where the country is.
  return { land: isFine, borders: borders && (!boxes || known !== null), boxes };
}

/** What follows from options and data, computed when one of them changes and not at every rendering. */
export class Derived {
  /** Whether more are shown than the map can show one by one. */
  get isCrowd(): boolean {
    return this.#composer.isCrowd;
  }

  readonly #box = memo(readBox);
  readonly #home = memo((projection: ProjectionName, box: Box | null, isWorldSized: boolean, antarctic: boolean) => {
    const center = box ? middleOfBox(box) : FRONT;
    return homeOf({ projection, fit: box ?? 'world', isWorldSized, antarctic, center });
  });
  readonly #frame = memo((home: Home, camera: Camera, antarctic: boolean, land: Land | null, borders: Lines | null) =>
    createFrame({ ...home, camera, home, antarctic, land, borders }),
  );
  readonly #needsAntarctic = memo(needsAntarctic);
  readonly #places = memo(placesOf);
  readonly #summary = memo(summarize);
  readonly #rows = memo((data: SnapshotData, kinds: string, size: number) =>
    tickerRows(data, { kinds: kinds.split(' ') as RowKind[], size }),
  );
  readonly #composer = new Scene();

  /** @param camera `null` before it has looked anywhere. @param isFine It has come to rest where finer land is seen. */
  frame(options: ConfiguredElement, shown: Shown, detail: Detail, camera: Camera | null, isFine: boolean): Frame {
    const home = this.#homeFor(options, shown, detail);
    const land = isFine ? detail.land : null;
    return this.#frame(home, camera ?? home.camera, this.#needsAntarctic(dataOf(shown)), land, detail.borders);
  }

  /** @param now Monotonic milliseconds. */
  outlook(options: ConfiguredElement, shown: Shown, detail: Detail, now: number): Outlook {
    const { fit, projection } = options;
    // Where everybody is only matters where the map goes there.
    const isFollowing = fit === 'auto' || projection === 'globe';
    const places = isFollowing ? this.#places(dataOf(shown)) : [];
    return { home: this.#homeFor(options, shown, detail), places, fit, now };
  }

  rows({ tickerKinds, tickerSize }: ConfiguredElement, shown: Shown): readonly TickerRow[] {
    const data = dataOf(shown);
    return shown.rows && data !== NOTHING ? shown.rows : this.#rows(data, tickerKinds, tickerSize);
  }

  summary(locale: string, shown: Shown): string {
    return this.#summary(locale, dataOf(shown));
  }

  /** @param width Of the map, and the diameter of a dot, in CSS pixels. */
  scene(options: ConfiguredElement, shown: Shown, frame: Frame, width: number, dotSize: number): Drawn[] {
    const { presence, held } = shown;
    const now = Math.floor(shown.now / AGEING_MS) * AGEING_MS;
    const predictions = showsPredictions(options, shown);
    return this.#composer.compose({ data: dataOf(shown), presence, held, now, frame, width, dotSize, predictions });
  }

  #homeFor({ projection, fit }: ConfiguredElement, shown: Shown, { boxes }: Detail): Home {
    // The box of a country comes later than its map: the picture has its size from the start.
    const own = this.#box(fit);
    const box = own ?? boxes?.[fit] ?? null;
    return this.#home(projection, box, own === null, this.#needsAntarctic(dataOf(shown)));
  }
}

function middleOfBox([west, south, east, north]: Box): [longitude: number, latitude: number] {
  return [(west + (east > west ? east : east + 360)) / 2, (south + north) / 2];
}
