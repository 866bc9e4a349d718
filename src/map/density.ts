import type { Point } from './camera.ts';
import { RANKS, SHAPES, type Mark, type Placed } from './marks.ts';

/** Above this many people a map turns to density. */
export const SURGE = 300;
/** Pixels: each cell of the map has one mark at most, which keeps within it, so that none covers another. */
const CELL = 28;
const LARGEST = CELL / 2 - 1;
/** From one corner of a cell to the other. */
const DIAGONAL = 40;
/** Numbers are written into so many of the fullest marks, of so many people at least. */
const MOST_NUMBERS = 16;
const LEAST_NUMBER = 10;
/** Pixels of a mark's radius that a number takes: one of two digits, and a longer one. */
const NUMBER_ROOM = 8;
const LONG_NUMBER_ROOM = 11;
/** What moves by fewer pixels stays, and what grows or shrinks by a smaller share keeps its size. */
const STILL = 2.5;
const SAME = 0.15;
/** More than a map that is zoomed in has. */
const COLUMNS = 65_536;

/** A cell of the screen, and the sums of who is in it. */
interface Cell {
  key: string;
  place: number;
  count: number;
  x: number;
  y: number;
  longitude: number;
  latitude: number;
  /** How sure its surest place is. */
  rank: number;
  isCustomer: boolean;
  /** Pixels around the point of the smallest country that may end within the cell, where of somebody only that is known. */
  room: number;
  point: Point | null;
  /** That of the poll before, if the cell had one. */
  mark: Mark | null;
}

/**
 * The map of a crowd: how many are where, in cells of the screen. A mark stands in the middle of its people, and from
 * poll to poll it is moved and resized only where one would see it.
 */
export class Density {
  /** Those of the last poll, by their place. */
  #cells = new Map<number, Cell>();

  place(people: readonly Placed[], dotSize: number): Mark[] {
    const cells = this.#collect(people);
    let largest = 1;
    for (const { count } of cells) largest = Math.max(largest, count);
    // In steps of a fifth, so that the scale rarely changes.
    const scale = Math.min(dotSize / 2, LARGEST / Math.sqrt(2 ** (Math.ceil(4 * Math.log2(largest)) / 4)));
    const radiusOf = ({ count }: Cell): number => Math.max(dotSize / 2, scale * Math.sqrt(count));
    const numbered = fullest(cells.filter((cell) => radiusOf(cell) >= roomFor(cell.count)));
    // Of a crowd few are ever asked who they are.
    let members: Map<number, string[]> | null = null;
    const idsOf = ({ place }: Cell): string[] => (members ??= membersOf(people)).get(place) ?? [];
    const marks = cells.map((cell) => (cell.mark = markOf(cell, radiusOf(cell), numbered.has(cell), idsOf)));
    // At its side of a cell a country may end: its number leaves the cell where it covers no other mark.
    for (const { rank, point, mark } of cells) {
      if (rank !== RANKS.country || !point || !mark) continue;
      const [x, y] = point;
      const isFree = marks.every(
        (other) => other === mark || Math.hypot(other.x - x, other.y - y) > other.radius + mark.radius,
      );
      if (isFree) Object.assign(mark, { x, y });
    }
    return marks;
  }

  #collect(people: readonly Placed[]): Cell[] {
    const before = this.#cells;
    this.#cells = new Map();
    for (const { at, precision, isCustomer, longitude, latitude, room = Infinity } of people) {
      if (!at) continue;
      const [x, y] = at;
      const place = placeOf(at);
      const rank = RANKS[precision];
      let cell = this.#cells.get(place);
      if (!cell) {
        const { key = `cell ${place}`, mark = null } = before.get(place) ?? {};
        cell = {
          key,
          place,
          count: 0,
          x: 0,
          y: 0,
          longitude: 0,
          latitude: 0,
          rank,
          isCustomer,
          room: DIAGONAL,
          point: null,
          mark,
        };
        this.#cells.set(place, cell);
      }
      cell.count++;
      cell.x += x;
      cell.y += y;
      cell.longitude += longitude;
      cell.latitude += latitude;
      cell.isCustomer &&= isCustomer;
      if (rank < cell.rank) cell.rank = rank;
      if (rank === RANKS.country && room < cell.room) {
        cell.room = room;
        cell.point = at;
      }
    }
    return [...this.#cells.values()];
  }
}

/** The number of the cell that a point is in. */
function placeOf([x, y]: Point): number {
  return Math.floor(y / CELL) * COLUMNS + Math.floor(x / CELL);
}

/** The ids of all, by cell. */
function membersOf(people: readonly Placed[]): Map<number, string[]> {
  const members = new Map<number, string[]>();
  for (const { id, at } of people) {
    if (!at) continue;
    const ids = members.get(placeOf(at));
    if (ids) ids.push(id);
    else members.set(placeOf(at), [id]);
  }
  return members;
}

/** Those that get a number; one that has it keeps it until another is fuller by a quarter. */
function fullest(cells: readonly Cell[]): Set<Cell> {
  const weight = ({ count, mark }: Cell): number => count * ((mark?.number ?? null) === null ? 1 : 1.25);
  const full = cells.filter(({ count }) => count >= LEAST_NUMBER);
  return new Set(full.sort((a, b) => weight(b) - weight(a) || (a.key < b.key ? -1 : 1)).slice(0, MOST_NUMBERS));
}

function markOf(cell: Cell, wanted: number, isNumbered: boolean, idsOf: (cell: Cell) => string[]): Mark {
  const { key, count, rank, isCustomer, point, mark: known } = cell;
  const isResized = !known || Math.abs(wanted - known.radius) > (SAME / 2) * known.radius;
  const own = isResized ? wanted : known.radius;
  const radius = Math.max(own, point ? roomFor(count) : 0);
  const x = within(cell.x / count, radius);
  const y = within(cell.y / count, radius);
  const isMoved = isResized || Math.hypot(x - known.x, y - known.y) > STILL;
  return {
    key,
    shape: count > 1 && rank === 0 ? 'cluster' : (SHAPES[rank] ?? 'country'),
    x: isMoved ? x : known.x,
    y: isMoved ? y : known.y,
    anchor: isMoved
      ? { longitude: cell.longitude / count, latitude: cell.latitude / count, dx: 0, dy: 0 }
      : known.anchor,
    radius,
    isCustomer,
    // One grain of a crowd does not tell how long ago it moved.
    activity: 'idle',
    likelihood: null,
    get ids() {
      return idsOf(cell);
    },
    number: isNumbered || point ? count : null,
  };
}

/** The radius that a number fits into; those of four digits and more are written with a letter. */
function roomFor(count: number): number {
  return count > 99 ? LONG_NUMBER_ROOM : NUMBER_ROOM;
}

/** Far enough from its cell's sides, along one axis. */
function within(value: number, radius: number): number {
  const start = Math.floor(value / CELL) * CELL;
  return Math.max(start + radius, Math.min(start + CELL - radius, value));
}
