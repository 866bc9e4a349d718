import type { Point } from '../map/camera.ts';
import { RANKS, SHAPES, type LocatedVisitor, type Mark } from './mark.ts';

/** Visitors above which a map is dense, and below which a dense map is sparse again. */
export const DENSE_ABOVE = 300;
export const SPARSE_BELOW = 270;
/** Pixels. A cell has at most one mark, which stays within it, so that none covers another. */
const CELL = 28;
const LARGEST = CELL / 2 - 1;
/** From one corner of a cell to the other. */
const DIAGONAL = 40;
/** Only so many of the fullest marks have a number, and only from so many visitors on. */
const MOST_NUMBERS = 16;
const LEAST_NUMBER = 10;
/** Radius in pixels that a number of two digits fits into, and a longer one. */
const NUMBER_RADIUS = 8;
const LONG_NUMBER_RADIUS = 11;
/** A mark that would move by fewer pixels stays; one that would change by a smaller share keeps its size. */
const STILL = 2.5;
const SAME = 0.15;
/** More columns than a zoomed map has. */
const COLUMNS = 65_536;

/** A cell of the screen, and sums over its visitors. */
interface Cell {
  key: string;
  index: number;
  count: number;
  x: number;
  y: number;
  longitude: number;
  latitude: number;
  /** Of its most precise place. */
  rank: number;
  isCustomer: boolean;
  /** Pixels from the nearest end of a country that may end within the cell, where of a visitor only the country is known. */
  clearance: number;
  /** The point of that country. */
  countryPoint: Point | null;
  /** Until it is placed again, the mark of the placement before. */
  mark: Mark | null;
}

/** Marks of a dense map. */
export interface GridPlacement {
  readonly marks: readonly Mark[];
  readonly cells: ReadonlyMap<number, Cell>;
}

/**
 * Counts visitors by cells of the screen. A mark is in the middle of its visitors; from poll to poll it moves and changes
 * its size only where a viewer would see it.
 *
 * @param before Cells of the placement before, whose marks are kept where possible.
 */
export function placeOnGrid(
  visitors: readonly LocatedVisitor[],
  dotSize: number,
  before: ReadonlyMap<number, Cell> = new Map<number, Cell>(),
): GridPlacement {
  const cells = collectCells(visitors, before);
  let largest = 1;
  for (const { count } of cells.values()) largest = Math.max(largest, count);
  // In steps of a fifth, so that the scale rarely changes.
  const scale = Math.min(dotSize / 2, LARGEST / Math.sqrt(2 ** (Math.ceil(4 * Math.log2(largest)) / 4)));
  const radiusOf = ({ count }: Cell): number => Math.max(dotSize / 2, scale * Math.sqrt(count));
  const all = [...cells.values()];
  const numbered = fullest(all.filter((cell) => radiusOf(cell) >= radiusForNumber(cell.count)));
  // The ids of a dense map are rarely asked for.
  let members: Map<number, string[]> | null = null;
  const idsOf = ({ index }: Cell): string[] => (members ??= idsByCell(visitors)).get(index) ?? [];
  const marks = all.map((cell) => (cell.mark = markOf(cell, radiusOf(cell), numbered.has(cell), idsOf)));
  for (const cell of all) returnToCountry(cell, marks);
  return { marks, cells };
}

/** A country may end within the cell: its mark is at the country's own point where it covers no other mark there. */
function returnToCountry({ rank, countryPoint, mark }: Cell, marks: readonly Mark[]): void {
  if (rank !== RANKS.country || !countryPoint || !mark) return;
  const [x, y] = countryPoint;
  const { radius } = mark;
  const isFree = marks.every((other) => other === mark || Math.hypot(other.x - x, other.y - y) > other.radius + radius);
  if (isFree) Object.assign(mark, { x, y });
}

function collectCells(visitors: readonly LocatedVisitor[], before: ReadonlyMap<number, Cell>): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  for (const { at, precision, isCustomer, longitude, latitude, clearance = Infinity } of visitors) {
    if (!at) continue;
    const [x, y] = at;
    const index = cellIndex(at);
    const rank = RANKS[precision];
    let cell = cells.get(index);
    if (!cell) {
      const { key = `cell ${index}`, mark = null } = before.get(index) ?? {};
      const sums = { count: 0, x: 0, y: 0, longitude: 0, latitude: 0 };
      cell = { key, index, ...sums, rank, isCustomer, clearance: DIAGONAL, countryPoint: null, mark };
      cells.set(index, cell);
    }
    cell.count++;
    cell.x += x;
    cell.y += y;
    cell.longitude += longitude;
    cell.latitude += latitude;
    cell.isCustomer &&= isCustomer;
    if (rank < cell.rank) cell.rank = rank;
    if (rank === RANKS.country && clearance < cell.clearance) {
      cell.clearance = clearance;
      cell.countryPoint = at;
    }
  }
  return cells;
}

function cellIndex([x, y]: Point): number {
  return Math.floor(y / CELL) * COLUMNS + Math.floor(x / CELL);
}

function idsByCell(visitors: readonly LocatedVisitor[]): Map<number, string[]> {
  const members = new Map<number, string[]>();
  for (const { id, at } of visitors) {
    if (!at) continue;
    const ids = members.get(cellIndex(at));
    if (ids) ids.push(id);
    else members.set(cellIndex(at), [id]);
  }
  return members;
}

/** Cells that get a number; one that has it keeps it until another is fuller by a quarter. */
function fullest(cells: readonly Cell[]): Set<Cell> {
  const weight = ({ count, mark }: Cell): number => count * ((mark?.number ?? null) === null ? 1 : 1.25);
  const full = cells.filter(({ count }) => count >= LEAST_NUMBER);
  return new Set(full.sort((a, b) => weight(b) - weight(a) || (a.key < b.key ? -1 : 1)).slice(0, MOST_NUMBERS));
}

function markOf(cell: Cell, wanted: number, isNumbered: boolean, idsOf: (cell: Cell) => string[]): Mark {
  const { key, count, rank, isCustomer, countryPoint, mark: known } = cell;
  const isResized = !known || Math.abs(wanted - known.radius) > (SAME / 2) * known.radius;
  const own = isResized ? wanted : known.radius;
  const radius = Math.max(own, countryPoint ? radiusForNumber(count) : 0);
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
    activity: 'idle',
    likelihood: null,
    get ids() {
      return idsOf(cell);
    },
    number: isNumbered || countryPoint ? count : null,
  };
}

/** The radius that a number fits into; from four digits on it is written in compact form. */
function radiusForNumber(count: number): number {
  return count > 99 ? LONG_NUMBER_RADIUS : NUMBER_RADIUS;
}

/** Far enough from its cell's sides, along one axis. */
function within(value: number, radius: number): number {
  const start = Math.floor(value / CELL) * CELL;
  return Math.max(start + radius, Math.min(start + CELL - radius, value));
}
