import type { ReactiveControllerHost } from 'lit';
import type { Wanted } from '../explore/detail.ts';
import type { Explorer } from '../explore/explore.ts';
import type { Outlook } from '../explore/viewpoint.ts';
import { messagesVersion } from '../i18n/registry.ts';
import { needsAntarctic } from '../map/antarctic.ts';
import type { Camera } from '../map/camera.ts';
import type { Boxes } from '../map/boxes.ts';
import { blankFrame, type Frame } from '../map/frame.ts';
import { homeOf, SOUTH, spanOf, type Box, type Home } from '../map/home.ts';
import type { Land } from '../map/land.ts';
import type { ProjectionName } from '../map/projection-names.ts';
import type { Lines } from '../map/rings.ts';
import { worldFrame } from '../map/world.ts';
import type { SnapshotData, Visitor } from '../protocol/types.ts';
import { tickerRows, type RowKind, type TickerRow } from '../ticker/rows.ts';
import type { Drawn } from '../view/marks.ts';
import type { ConfiguredElement } from './configured-element.ts';
import { exploring } from './looking.ts';
import { memo } from './memo.ts';
import { readBox } from './options.ts';
import { Placing } from './placing.ts';
import { showsPredictions } from './predictions.ts';
import { placesOf, Scene } from './scene.ts';
import { countOf, dataOf, NOTHING, withoutHeld, type Shown } from './shown.ts';
import { summarize } from './summary.ts';

/** Marks grow older in steps of this many milliseconds. */
export const AGEING_MS = 10_000;

/** What the globe shows in its middle before anybody is there. */
const FRONT = [10, 20] as const;

/** Whether other views are shown than that of the whole world in its usual projection. */
export function needsExplorer({ projection, fit, borders, graticule }: ConfiguredElement): boolean {
  return projection !== 'equal-earth' || fit !== 'world' || borders || graticule;
}

/**
 * What the map needs besides the bundle: whoever shows the world without borders has nothing fetched.
 *
 * @param isFine Finer land will be seen.
 * @param known The boxes that are there.
 */
export function wantedDetail({ fit, borders }: ConfiguredElement, isFine: boolean, known: Boxes | null): Wanted {
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
  readonly #frame = memo(
    (explorer: Explorer, home: Home, camera: Camera, antarctic: boolean, land: Land | null, borders: Lines | null) =>
      explorer.draw({ ...home, camera, home, antarctic, land, borders }),
  );
  readonly #world = memo(worldFrame);
  readonly #blank = memo(blankFrame);
  readonly #visitors = memo(withoutHeld);
  readonly #needsAntarctic = memo((visitors: readonly Visitor[]) => needsAntarctic({ visitors }));
  readonly #places = memo(placesOf);
  readonly #summary = memo((_version: number, ...shown: Parameters<typeof summarize>) => summarize(...shown));
  readonly #rows = memo((data: SnapshotData, kinds: string, size: number) =>
    tickerRows(data, { kinds: kinds.split(' ') as RowKind[], size }),
  );
  readonly #composer = new Scene();
  readonly #placing: Placing;

  constructor(host: ReactiveControllerHost) {
    this.#placing = new Placing(host);
  }

  /** @param explorer `null` where nobody needs it or it is not there: then the whole world is all that can be seen. */
  frame(options: ConfiguredElement, shown: Shown, explorer: Explorer | null): Frame {
    const home = this.#homeFor(options, shown, explorer);
    const [, south = 0] = this.#boxFor(options, explorer) ?? [];
    const antarctic = south < SOUTH || this.#needsAntarctic(this.#visitorsOf(shown));
    const isWorld = home.projection === 'equal-earth' && home.camera.scale === home.worldScale;
    if (!explorer) return isWorld ? this.#world(home, antarctic) : this.#blank(home);
    const { detail, isFine } = explorer;
    const camera = explorer.camera ?? home.camera;
    if (isWorld && camera === home.camera && !options.graticule && !detail.borders) return this.#world(home, antarctic);
    return this.#frame(explorer, home, camera, antarctic, isFine ? detail.land : null, detail.borders);
  }

  /** @param now Monotonic milliseconds. */
  outlook(options: ConfiguredElement, shown: Shown, explorer: Explorer | null, now: number): Outlook {
    const { fit, projection } = options;
    // Where everybody is only matters where the map goes there.
    const isFollowing = fit === 'auto' || projection === 'globe';
    const places = isFollowing ? this.#places(this.#placing.of(dataOf(shown))) : [];
    return { home: this.#homeFor(options, shown, explorer), places, fit, now };
  }

  rows({ tickerKinds, tickerSize }: ConfiguredElement, shown: Shown): readonly TickerRow[] {
    const data = dataOf(shown);
    return shown.rows && data !== NOTHING ? shown.rows : this.#rows(data, tickerKinds, tickerSize);
  }

  summary(locale: string, shown: Shown, minCount: number): string {
    return this.#summary(messagesVersion(), locale, this.#visitorsOf(shown), countOf(shown), minCount);
  }

  /** @param width Of the map, and the diameter of a dot, in CSS pixels. */
  scene(options: ConfiguredElement, shown: Shown, frame: Frame, width: number, dotSize: number): Drawn[] {
    const { presence, held } = shown;
    const now = Math.floor(shown.now / AGEING_MS) * AGEING_MS;
    const predictions = showsPredictions(options, shown);
    const data = this.#placing.of(dataOf(shown));
    return this.#composer.compose({ data, presence, held, now, frame, width, dotSize, predictions });
  }

  #homeFor({ projection, fit }: ConfiguredElement, shown: Shown, explorer: Explorer | null): Home {
    // The globe is as large with it as without.
    const antarctic = projection !== 'globe' && this.#needsAntarctic(this.#visitorsOf(shown));
    // What shows other views did not come: the world is better than nothing.
    if (!explorer && exploring.isMissing) return this.#home('equal-earth', null, true, antarctic);
    // The box of a country comes later than its map: the picture has its size from the start.
    return this.#home(projection, this.#boxFor({ fit }, explorer), this.#box(fit) === null, antarctic);
  }

  /** Everybody who is shown: the same list as long as nobody comes or goes, also where the camera moves in each frame. */
  #visitorsOf(shown: Shown): readonly Visitor[] {
    return this.#visitors(dataOf(shown).visitors, shown.held.visitors);
  }

  /** What is to be fitted, as far as it is known. */
  #boxFor({ fit }: Pick<ConfiguredElement, 'fit'>, explorer: Explorer | null): Box | null {
    return this.#box(fit) ?? explorer?.detail.boxes?.[fit] ?? null;
  }
}

function middleOfBox([west, south, east, north]: Box): [longitude: number, latitude: number] {
  return [west + spanOf(west, east) / 2, (south + north) / 2];
}
