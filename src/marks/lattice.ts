import { shortHash } from '../geocode/hash.ts';
import type { Point } from '../map/camera.ts';
import { RANKS, type Dot, type LatticeSite, type LocatedVisitor, type Mark } from './mark.ts';

/** Distance of two rows of sites, as a share of that of two neighbours, which is a dot's diameter: a triangular lattice. */
const ROW = Math.sqrt(3) / 2;
/** Radius of a dot of one visitor and of the fullest site, as shares of the distance: two full sites do not touch. */
const LEAST = 0.22;
const MOST = 0.45;
/** Of a dot with a hole, which a smaller one would not show. */
const LEAST_OPEN = 0.36;
/** Radius of the halo of the fullest site, of one visitor's share of it at most, and of the smallest, as shares of the distance. */
const HALO = 1.9;
const HALO_OF_ONE = 0.26;
const LEAST_HALO = 0.75;
/** Sizes of dots: an arrival in a crowd changes few of them. */
const STEPS = 8;
/** Visitors on a site that is drawn as full, at least. */
const LEAST_FULL = 8;
/** From a point to the nearest site and on to the edge of its dot, at most. */
const REACH = 0.67 + MOST;
/** Pixels. Visitors of a cell share a mark, so that a pointer and a keyboard have few targets, none too small. */
const CELL = 28;
/** More columns than a zoomed map has. */
const COLUMNS = 65_536;

/** Marks of a dense map. */
export interface LatticePlacement {
  readonly marks: readonly Mark[];
  /** Those with visitors. */
  readonly sites: Map<number, LatticeSite>;
  /** Visitors on a site that is drawn as full. */
  readonly full: number;
}

/** What a dot of one size measures, in pixels. */
interface DotSize {
  radius: number;
  halo: number;
}

/**
 * Shows visitors by dots on the sites of a lattice: the more at a site, the larger its dot, and the halo around it. Dots
 * never move, nor do they cover each other. A visitor known only by country is at a site within it, the same one from
 * poll to poll.
 *
 * @param pitch Pixels between two neighbouring sites.
 * @param before The placement before, whose dots are kept where possible, and the scale while it fits.
 */
export function placeOnLattice(
  visitors: readonly LocatedVisitor[],
  pitch: number,
  before?: LatticePlacement | null,
): LatticePlacement {
  const sites = before?.sites ?? new Map<number, LatticeSite>();
  for (const site of sites.values()) site.count = site.customers = 0;
  let full = LEAST_FULL;
  for (const visitor of visitors) {
    if (!visitor.at) continue;
    // Most have been there before.
    let { site } = visitor;
    if (site?.among !== sites) visitor.site = site = siteAt(sites, visitor, visitor.at, pitch);
    count(visitor, site);
    full = Math.max(full, site.count);
  }
  const known = before?.full ?? 0;
  full = full <= known && full > known / 3 ? known : 2 ** Math.ceil(Math.log2(full));
  const sizeOf = sizesFor(pitch, full);
  const cells: Record<string, LatticeSite[]> = {};
  for (const [index, site] of sites) {
    if (site.count === 0) {
      sites.delete(index);
      site.among = null;
      continue;
    }
    site.dot = dotOf(site, sizeOf(site.count), LEAST_OPEN * pitch);
    (cells[site.cell] ??= []).push(site);
  }
  // The ids of a dense map are rarely asked for.
  let members: Record<string, string[]> | null = null;
  const idsOf = (cell: string): string[] => {
    if (!members) {
      members = {};
      for (const { id, at, site } of visitors) if (at && site) (members[site.cell] ??= []).push(id);
    }
    return members[cell] ?? [];
  };
  return { marks: Object.entries(cells).map(([cell, taken]) => markOf(cell, taken, idsOf)), sites, full };
}

function siteAt(sites: Map<number, LatticeSite>, visitor: LocatedVisitor, at: Point, pitch: number): LatticeSite {
  const [column, row] = siteOf(visitor, at, pitch);
  const index = row * COLUMNS + column;
  let site = sites.get(index);
  if (!site) {
    const [x, y] = [(column + shiftOf(row)) * pitch, row * ROW * pitch];
    const cell = Math.floor(y / CELL) * COLUMNS + Math.floor(x / CELL);
    sites.set(index, (site = { among: sites, cell, x, y, count: 0, customers: 0, rank: 0, visitor, dot: null }));
  }
  return site;
}

function count(visitor: LocatedVisitor, site: LatticeSite): void {
  const rank = RANKS[visitor.precision];
  if (site.count++ === 0) {
    site.rank = rank;
    site.visitor = visitor;
  } else if (rank < site.rank) site.rank = rank;
  if (visitor.isCustomer) site.customers++;
}

/** Column and row of the site of a visitor. */
function siteOf({ id, precision, clearance = 0 }: LocatedVisitor, [x, y]: Point, pitch: number): Point {
  const room = precision === 'country' ? clearance - REACH * pitch : 0;
  if (room > 0) {
    const random = shortHash(id, 31);
    const angle = (random & 0x7fff) * (Math.PI / 0x4000);
    const distance = room * Math.sqrt((random >>> 15) / 0xffff);
    x += distance * Math.cos(angle);
    y += distance * Math.sin(angle);
  }
  const row = Math.round(y / (ROW * pitch));
  return [Math.round(x / pitch - shiftOf(row)), row];
}

/** Every other row is moved by half a column. */
function shiftOf(row: number): number {
  return row & 1 ? 0.5 : 0;
}

/** A dot grows as much with each doubling of its visitors, so that places of one and of a thousand fit into one map. */
function sizesFor(pitch: number, full: number): (count: number) => DotSize {
  const sizes: DotSize[] = [];
  const size = (count: number): DotSize => {
    const step = Math.round((STEPS * Math.log2(count)) / Math.log2(full)) / STEPS;
    const halo = Math.min(HALO, HALO_OF_ONE * Math.sqrt(full)) * full ** ((step - 1) / 2);
    return { radius: pitch * (LEAST + (MOST - LEAST) * step), halo: halo < LEAST_HALO ? 0 : pitch * halo };
  };
  return (count) => (sizes[count] ??= size(count));
}

/** @param leastOpen Radius of a dot with a hole, at least. */
function dotOf({ x, y, count, customers, rank, dot }: LatticeSite, { radius, halo }: DotSize, leastOpen: number): Dot {
  const isCustomer = customers === count;
  const own = isCustomer || rank > RANKS.city ? Math.max(radius, leastOpen) : radius;
  const isSame = dot?.radius === own && dot.halo === halo && dot.rank === rank && dot.isCustomer === isCustomer;
  return isSame ? dot : { x, y, radius: own, halo, rank, isCustomer, path: '' };
}

function markOf(cell: string, sites: readonly LatticeSite[], idsOf: (cell: string) => string[]): Mark {
  const dots: Dot[] = [];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let most = 0;
  for (const { dot } of sites) {
    if (!dot) continue;
    dots.push(dot);
    left = Math.min(left, dot.x);
    right = Math.max(right, dot.x);
    top = Math.min(top, dot.y);
    bottom = Math.max(bottom, dot.y);
    most = Math.max(most, dot.radius);
  }
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const { longitude = 0, latitude = 0, at } = sites[0]?.visitor ?? {};
  return {
    key: `cell ${cell}`,
    shape: 'dense',
    x,
    y,
    anchor: { longitude, latitude, dx: x - (at?.[0] ?? x), dy: y - (at?.[1] ?? y) },
    radius: Math.hypot(right - x, bottom - y) + most,
    isCustomer: dots.every((dot) => dot.isCustomer),
    activity: 'idle',
    likelihood: null,
    get ids() {
      return idsOf(cell);
    },
    number: null,
    dots,
  };
}
