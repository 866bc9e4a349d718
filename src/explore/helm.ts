import type { Point } from '../map/camera.ts';
import type { Home } from '../map/home.ts';
import type { Drawn } from '../view/marks.ts';
import type { Steer, ZoomButton } from '../view/zoom.ts';
import type { Viewpoint } from './viewpoint.ts';

const STEP = 2;
/** A turn of the globe by a button, in radians. */
const TURN = Math.PI / 6;
/** Pixels from the edge at which a mark counts as outside. */
const EDGE = 12;

/** The marks, and the one that is pointed at or has the keyboard. */
export interface Sights {
  readonly marks: readonly Drawn[];
  readonly pointed: Drawn | null;
  /** The one of a key, if it is still there. */
  find(key: string | null): Drawn | null;
}

/** What buttons, keys and hands ask for, in CSS pixels of the map: it knows what the viewpoint is to look at. */
export class Helm {
  readonly #sights: Sights;
  readonly #viewpoint: Viewpoint;
  /** The mark that was chosen or walked to last: what people zoom in on. */
  #chosen: string | null = null;
  #home: Home | null = null;
  #width = 0;
  #height = 0;

  constructor(sights: Sights, viewpoint: Viewpoint) {
    this.#sights = sights;
    this.#viewpoint = viewpoint;
  }

  /** @param width Of the map, in CSS pixels. */
  follow(home: Home, width: number): void {
    this.#home = home;
    this.#width = width;
    this.#height = (width * home.height) / home.width;
  }

  get isGlobe(): boolean {
    return this.#home?.projection === 'globe';
  }

  /** Whether there is more of the earth than the picture shows. */
  get isFree(): boolean {
    return this.isGlobe || this.#viewpoint.isNearer;
  }

  /** In their order. */
  get buttons(): ZoomButton[] {
    const { isOwn, isNearer, isNearest } = this.#viewpoint;
    return [
      ['zoomReset', isOwn || null],
      ['turnLeft', this.isGlobe || null],
      ['turnRight', this.isGlobe || null],
      ['zoomOut', isNearer],
      ['zoomIn', !isNearest],
    ];
  }

  steer(steer: Steer): void {
    if (!this.buttons.some(([name, isEnabled]) => name === steer && isEnabled)) return;
    const viewpoint = this.#viewpoint;
    if (steer === 'zoomIn') viewpoint.zoom(STEP, this.#about);
    else if (steer === 'zoomOut') viewpoint.zoom(1 / STEP, [0, 0]);
    else if (steer === 'zoomReset') viewpoint.reset();
    else viewpoint.turn(steer === 'turnLeft' ? TURN : -TURN);
  }

  /** Follows a hand. */
  drag(by: Point): void {
    this.#viewpoint.drag(this.#units(by));
  }

  /** Brings a position into the middle. */
  center(x: number, y: number): void {
    this.#viewpoint.zoom(1, this.#fromMiddle(x, y));
  }

  /** Remembers a mark as the one that is meant, and brings it into the picture. */
  choose(mark: Drawn): void {
    this.#chosen = mark.key;
    if (this.isFree && !this.#isSeen(mark)) this.center(mark.x, mark.y);
  }

  /** What people zoom in on: a mark, or else where most of the visitors are that are seen. */
  get #about(): Point {
    const chosen = this.#sights.pointed ?? this.#sights.find(this.#chosen);
    if (chosen && this.#isSeen(chosen)) return this.#fromMiddle(chosen.x, chosen.y);
    const marks = this.#sights.marks.filter((mark) => this.#isSeen(mark));
    let best = { people: 0, x: this.#width / 2, y: this.#height / 2 };
    for (const { x, y } of marks) {
      // As much as will be seen.
      const near = marks.filter(
        (mark) => Math.abs(mark.x - x) < this.#width / 2 / STEP && Math.abs(mark.y - y) < this.#height / 2 / STEP,
      );
      const middle = middleOf(near);
      if (middle.people > best.people) best = middle;
    }
    return this.#fromMiddle(best.x, best.y);
  }

  #isSeen({ x, y }: Drawn): boolean {
    return x >= EDGE && y >= EDGE && x <= this.#width - EDGE && y <= this.#height - EDGE;
  }

  #fromMiddle(x: number, y: number): Point {
    return this.#units([x - this.#width / 2, y - this.#height / 2]);
  }

  /** Pixels in the picture's own units. */
  #units([right, down]: Point): Point {
    const unit = this.#home && this.#width ? this.#home.width / this.#width : 0;
    return [right * unit, down * unit];
  }
}

function middleOf(marks: readonly Drawn[]): { people: number; x: number; y: number } {
  const sum = { people: 0, x: 0, y: 0 };
  for (const { x, y, ids } of marks) {
    sum.people += ids.length;
    sum.x += x * ids.length;
    sum.y += y * ids.length;
  }
  return { people: sum.people, x: sum.x / sum.people, y: sum.y / sum.people };
}
