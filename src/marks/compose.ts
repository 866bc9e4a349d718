import { visitorPlace, type CountryPointOf } from '../geocode/visitor-place.ts';
import type { Point } from '../map/camera.ts';
import type { Basemap } from '../map/basemap.ts';
import { likelihoodOf } from '../protocol/likelihood.ts';
import { RowCache } from '../protocol/row-cache.ts';
import type { Payment, Visitor } from '../protocol/types.ts';
import { clearanceAround } from './clearance.ts';
import { diamondPosition, DIAMOND_RADIUS, isPointPrecision } from './diamond.ts';
import type { LatticePlacement, placeOnLattice } from './lattice.ts';
import { activityOf, DENSE_ABOVE, SPARSE_BELOW, type LocatedVisitor, type Mark } from './mark.ts';
import { placeMarks, type Placement } from './placement.ts';

/** What marks are made of. */
export interface MarkInput {
  visitors: readonly Visitor[];
  /** Epoch ms of the last activity of each visitor; `null` where none was seen. */
  lastActivity: readonly (number | null)[];
  payments: readonly Payment[];
  countryPoint: CountryPointOf;
  /** Epoch ms by the server's clock. */
  now: number;
  basemap: Basemap;
  /** CSS pixels. */
  width: number;
  /** CSS pixels. */
  dotSize: number;
  /** Likelihoods to buy are drawn. */
  predictions: boolean;
  /** Places the marks of a dense map; without it a map is never dense. Few maps need its code. */
  placeDense: typeof placeOnLattice | null;
}

/** Marks, and what makes the next ones similar to them and cheap. */
export interface Composition {
  /** From the back to the front. */
  readonly marks: readonly Mark[];
  /** There are too many visitors to draw each: marks show how many are where. */
  readonly isDense: boolean;
  readonly input: MarkInput;
  readonly groups: Groups;
}

/** Visitors drawn together, for one input; independent of where a globe is turned to. */
interface Groups {
  readonly input: MarkInput;
  readonly located: RowCache<Located>;
  readonly placement: Placement | null;
  readonly lattice: LatticePlacement | null;
  readonly marks: readonly Mark[];
}

/** A visitor on this basemap; `null` where there is no place. */
interface Located {
  readonly visitor: Visitor;
  readonly place: LocatedVisitor | null;
}

/** Pixels; a country's ring with a smaller radius is not drawn. */
const LEAST_RING = 3;

/**
 * Turns visitors and payments into marks: visitors first, and above them the payments that have a place of their own.
 *
 * @param previous The composition before, whose unchanged parts are reused and whose marks keep their positions.
 * @returns The composition before itself, where the input is the same.
 */
export function composeMarks(input: MarkInput, previous: Composition | null = null): Composition {
  if (previous && isSameInput(previous.input, input)) return previous;
  const { basemap, payments, width, dotSize } = input;
  const scale = width / basemap.width;
  const project = (longitude: number, latitude: number): Point | null =>
    scaled(basemap.project(longitude, latitude), scale);
  const groups = previous && isSameGrouping(previous.groups.input, input) ? previous.groups : group(input, previous);
  const { foreshortening } = basemap;
  const visitors = foreshortening
    ? groups.marks.map((mark) => turned(mark, project, foreshortening)).filter((mark) => mark !== null)
    : groups.marks;
  const diamonds = payments
    .map((payment) => paymentMark(payment, project, groups.lattice ? [] : visitors, dotSize * DIAMOND_RADIUS))
    .filter((mark) => mark !== null);
  return { marks: [...visitors, ...diamonds], isDense: groups.lattice !== null, input, groups };
}

export function paymentKey(id: string): string {
  return `payment ${id}`;
}

function isSameInput(before: MarkInput, input: MarkInput): boolean {
  return (Object.keys(input) as (keyof MarkInput)[]).every((key) => before[key] === input[key]);
}

function isSameGrouping(before: MarkInput, input: MarkInput): boolean {
  return (
    before.visitors === input.visitors &&
    before.lastActivity === input.lastActivity &&
    before.now === input.now &&
    before.placeDense === input.placeDense &&
    isSamePicture(before, input)
  );
}

function isSamePicture(before: MarkInput, { basemap, width, dotSize, predictions, countryPoint }: MarkInput): boolean {
  return (
    before.basemap.projectPlane === basemap.projectPlane &&
    before.width === width &&
    before.dotSize === dotSize &&
    before.predictions === predictions &&
    before.countryPoint === countryPoint
  );
}

function group(input: MarkInput, previous: Composition | null): Groups {
  const { dotSize, placeDense } = input;
  const known = previous && isSamePicture(previous.groups.input, input) ? previous.groups : null;
  const located = known?.located ?? new RowCache<Located>();
  located.begin();
  locateAll(located, input.visitors, input);
  located.end();
  const drawn = drawnOf(located, input);
  if (placeDense && drawn.length > (previous?.isDense ? SPARSE_BELOW : DENSE_ABOVE)) {
    const lattice = placeDense(drawn, dotSize, known?.lattice);
    return { input, located, placement: null, lattice, marks: lattice.marks };
  }
  const placement = placeMarks(drawn, dotSize, previous?.groups.placement ?? undefined);
  return { input, located, placement, lattice: null, marks: placement.marks };
}

/** Locates visitors for the next composition: those of a first one are so many that it would take long. */
export function locateAhead({ input, groups }: Composition, visitors: readonly Visitor[]): void {
  locateAll(groups.located, visitors, input);
}

function locateAll(located: RowCache<Located>, visitors: readonly Visitor[], input: MarkInput): void {
  for (const visitor of visitors) {
    const entry = located.enter(visitor.visitorId);
    if (entry && entry.row?.visitor !== visitor) entry.row = { visitor, place: locate(visitor, input) };
  }
}

/** The visitors on the basemap, with their activity now. */
function drawnOf({ rows }: RowCache<Located>, { lastActivity, now }: MarkInput): LocatedVisitor[] {
  const drawn: LocatedVisitor[] = [];
  for (const { row, index } of rows) {
    const place = row?.place;
    if (!place?.at) continue;
    place.activity = activityOf(lastActivity[index] ?? null, now);
    drawn.push(place);
  }
  return drawn;
}

function locate(visitor: Visitor, { basemap, width, predictions, countryPoint }: MarkInput): LocatedVisitor | null {
  const place = visitorPlace(visitor, countryPoint);
  if (!place) return null;
  const { room, ...own } = place;
  const { visitorId: id, isCustomer } = visitor;
  const scale = width / basemap.width;
  const at = basemap.projectPlane(place.longitude, place.latitude);
  return {
    id,
    ...own,
    isCustomer,
    activity: 'active',
    likelihood: predictions ? likelihoodOf(visitor) : null,
    at: scaled(at, scale),
    clearance: at && room ? clearanceAround(place, at, basemap.projectPlane) * scale : 0,
  };
}

function scaled(point: Point | null, scale: number): Point | null {
  return point && [point[0] * scale, point[1] * scale];
}

/** The mark where a turned globe shows its place; `null` on the far side. */
function turned(
  mark: Mark,
  project: (longitude: number, latitude: number) => Point | null,
  foreshortening: NonNullable<Basemap['foreshortening']>,
): Mark | null {
  const { longitude, latitude, dx, dy } = mark.anchor;
  const point = project(longitude, latitude);
  // Towards the rim a country's ring narrows as its country does, and dots come closer to each other.
  const isRing = mark.shape === 'country' && mark.number === null;
  const narrowing = isRing || mark.dots ? foreshortening(longitude, latitude) : 1;
  const radius = mark.radius * (isRing ? narrowing : 1);
  if (!point || (isRing && radius <= LEAST_RING)) return null;
  const [x, y] = [point[0] + dx * narrowing, point[1] + dy * narrowing];
  const across = (value: number, from: number, to: number): number => to + (value - from) * narrowing;
  const moved = { ...mark, x, y, radius };
  if (mark.dots)
    moved.dots = mark.dots.map((dot) => ({
      ...dot,
      x: across(dot.x, mark.x, x),
      y: across(dot.y, mark.y, y),
      path: '',
    }));
  return moved;
}

function paymentMark(
  { _id, latitude, longitude, precision }: Payment,
  project: (longitude: number, latitude: number) => Point | null,
  marks: readonly Mark[],
  radius: number,
): Mark | null {
  if (latitude === null || longitude === null || !isPointPrecision(precision)) return null;
  const point = project(longitude, latitude);
  if (!point) return null;
  const [x, y] = diamondPosition(point, marks);
  return {
    key: paymentKey(_id),
    shape: 'payment',
    x,
    y,
    anchor: { longitude, latitude, dx: x - point[0], dy: y - point[1] },
    radius,
    isCustomer: true,
    activity: 'active',
    likelihood: null,
    ids: [],
    number: null,
  };
}
