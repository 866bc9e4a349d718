import { RANKS, SHAPES, type Mark, type Placed } from './marks.ts';

/** Above this many people a map turns to density. */
export const SURGE = 300;
/** Pixels: each cell of the map has one mark at most, which keeps within it, so that none covers another. */
const CELL = 28;
const LARGEST = CELL / 2 - 1;
/** Numbers are written into so many of the fullest marks, of so many people at least. */
const MOST_NUMBERS = 16;
const LEAST_NUMBER = 10;
/** Pixels of a mark's radius that a number takes, with each of its digits. */
const NUMBER_ROOM = 2;
const DIGIT_ROOM = 3;
/** What moves by fewer pixels stays, and what grows or shrinks by a smaller share keeps its size. */
const STILL = 2.5;
const SAME = 0.15;
const COLUMNS = 256;

interface Cell {
  key: string;
  people: Placed[];
  x: number;
  y: number;
  longitude: number;
  latitude: number;
  /** How sure its surest place is. */
  rank: number;
  isCustomer: boolean;
}

/**
 * The map of a crowd: how many are where, in cells of the screen. A mark stands in the middle of its people, and from
 * poll to poll it is moved and resized only where one would see it: the one of the last time is given again else.
 */
export class Density {
  #marks = new Map<string, Mark>();

  place(people: Iterable<Placed>, dotSize: number): Mark[] {
    const cells = collect(people);
    let largest = 1;
    for (const { people: inside } of cells) largest = Math.max(largest, inside.length);
    // In steps of a fifth, so that the scale rarely changes.
    const scale = Math.min(dotSize / 2, LARGEST / Math.sqrt(2 ** (Math.ceil(4 * Math.log2(largest)) / 4)));
    const radiusOf = ({ people: inside }: Cell): number => Math.max(dotSize / 2, scale * Math.sqrt(inside.length));
    const numbered = this.#choose(cells.filter((cell) => radiusOf(cell) >= roomFor(cell.people.length)));
    const marks = cells.map((cell) => this.#mark(cell, radiusOf(cell), numbered.has(cell)));
    this.#marks = new Map(marks.map((mark) => [mark.key, mark]));
    return marks;
  }

  /** The fullest; one that has a number keeps it until another is fuller by a quarter. */
  #choose(cells: readonly Cell[]): Set<Cell> {
    const weight = ({ key, people }: Cell): number =>
      people.length * ((this.#marks.get(key)?.number ?? null) === null ? 1 : 1.25);
    const full = cells.filter(({ people }) => people.length >= LEAST_NUMBER);
    return new Set(full.sort((a, b) => weight(b) - weight(a) || (a.key < b.key ? -1 : 1)).slice(0, MOST_NUMBERS));
  }

  #mark({ key, people, x, y, longitude, latitude, rank, isCustomer }: Cell, wanted: number, isNumbered: boolean): Mark {
    const count = people.length;
    const known = this.#marks.get(key);
    const isResized = !known || Math.abs(wanted - known.radius) > (SAME / 2) * known.radius;
    const radius = isResized ? wanted : known.radius;
    const at = { x: within(x / count, radius), y: within(y / count, radius) };
    const isMoved = !known || Math.hypot(at.x - known.x, at.y - known.y) > STILL || isResized;
    return {
      key,
      shape: count > 1 && rank === 0 ? 'cluster' : (SHAPES[rank] ?? 'country'),
      ...(isMoved ? at : { x: known.x, y: known.y }),
      anchor: isMoved ? { longitude: longitude / count, latitude: latitude / count, dx: 0, dy: 0 } : known.anchor,
      radius,
      isCustomer,
      // One grain of a crowd does not tell how long ago it moved.
      activity: 'idle',
      // Asked for where somebody points, and not at every poll.
      get ids() {
        return people.map(({ id }) => id);
      },
      likelihood: null,
      number: isNumbered ? count : null,
    };
  }
}

function collect(people: Iterable<Placed>): Cell[] {
  const cells: Cell[] = [];
  const byPlace: (Cell | undefined)[] = [];
  for (const person of people) {
    const { at, precision, isCustomer } = person;
    if (!at) continue;
    const place = Math.floor(at[1] / CELL) * COLUMNS + Math.floor(at[0] / CELL);
    const rank = RANKS[precision];
    let cell = byPlace[place];
    if (!cell) {
      cell = { key: `cell ${place}`, people: [], x: 0, y: 0, longitude: 0, latitude: 0, rank, isCustomer };
      byPlace[place] = cell;
      cells.push(cell);
    }
    cell.people.push(person);
    cell.x += at[0];
    cell.y += at[1];
    cell.longitude += person.longitude;
    cell.latitude += person.latitude;
    cell.isCustomer &&= isCustomer;
    if (rank < cell.rank) cell.rank = rank;
  }
  return cells;
}

/** The radius that a number fits into; those of four digits and more are written with a letter. */
function roomFor(count: number): number {
  return NUMBER_ROOM + DIGIT_ROOM * Math.min(3, String(count).length);
}

/** Far enough from its cell's sides, along one axis. */
function within(value: number, radius: number): number {
  const start = Math.floor(value / CELL) * CELL;
  return Math.max(start + radius, Math.min(start + CELL - radius, value));
}
