import type { Likelihood } from '../protocol/likelihood.ts';
import type { Precision } from '../protocol/types.ts';
import type { Point } from './camera.ts';
import { spread, spreadLimit } from './spread.ts';

/** Somebody or something with a place, ready to be drawn. */
export interface Placed {
  /** Stable from poll to poll. */
  id: string;
  longitude: number;
  latitude: number;
  precision: Exclude<Precision, 'none'>;
  isCustomer: boolean;
  /** How long ago the last activity was. */
  activity: Activity;
  /** Drawn around a dot. */
  likelihood?: Likelihood | null;
}

/** `active`: within the last minute; `idle`: up to 5 minutes; `away`: longer, about to leave. */
export type Activity = 'active' | 'idle' | 'away';

/** How a mark is drawn: a dot, something softer for a region, a dashed ring for a country, a number for many. */
export type MarkShape = 'dot' | 'region' | 'country' | 'cluster';

/** One mark of the map. */
export interface Mark {
  /** Stable from poll to poll. */
  key: string;
  shape: MarkShape;
  /** Pixels from the map's top left corner. */
  x: number;
  y: number;
  /** Pixels. */
  radius: number;
  isCustomer: boolean;
  activity: Activity;
  /** Of a dot, where it is told. */
  likelihood?: Likelihood | null;
  /** The ids of all that the mark stands for. */
  ids: readonly string[];
}

export interface PlacementOptions {
  /** Position in pixels, `null` where it is out of the picture. */
  project: (longitude: number, latitude: number) => Point | null;
  /** Diameter of a dot in pixels. */
  dotSize: number;
}

/** Above this many the map turns to density: marks merge over a wider distance. */
export const SURGE = 300;
/** Pixels within which two places merge in a surge. */
const SURGE_DISTANCE = 30;
/** Radius in pixels. */
const LARGEST_CLUSTER = 21;
/** Surest first: where shapes merge, the surest place counts. */
const RANKS = ['dot', 'region', 'country'] as const;
const SHAPES = { coordinates: 'dot', city: 'dot', region: 'region', country: 'country' } as const;
const NEIGHBOURS = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));
const ACTIVITIES: readonly Activity[] = ['active', 'idle', 'away'];

/** A place, or several that are close together, and who is there. */
interface Group {
  key: string;
  shape: 'dot' | 'region' | 'country';
  at: Point;
  people: Placed[];
  /** More than one place: nobody may be moved from the one to the other. */
  isMerged: boolean;
}

/**
 * Turns people into marks. Those at one place stand in a sunflower pattern, in slots by id, or become one mark with a
 * number where they would not fit; places that would cover each other become one with a number too. The same people
 * give the same marks, in whatever order they come.
 */
export function placeMarks(people: readonly Placed[], { project, dotSize }: PlacementOptions): Mark[] {
  const isSurge = people.length > SURGE;
  const places = collectPlaces(people, project);
  const limit = isSurge ? 1 : spreadLimit(dotSize);
  const isNumber = (group: Group): boolean => group.isMerged || group.people.length > limit;
  const groups = isSurge
    ? mergeNear(places, { distance: SURGE_DISTANCE, anyShape: true })
    : // Numbers are larger than dots, and take in what they would cover.
      mergeNear(mergeNear(places, { distance: dotSize * 0.75 }), { distance: dotSize * 1.5, absorbs: isNumber });
  const largest = groups.reduce((most, group) => Math.max(most, group.people.length), 1);
  return groups.flatMap((group) => {
    if (group.shape === 'dot' && !isNumber(group))
      return spread(group.people, group.at, dotSize).map(({ person, x, y }) => dot(person, x, y, dotSize / 2));
    return [single(group, dotSize, largest)];
  });
}

/** Everybody by exact place. The order of places is their own, not that of arrival, so that merging is stable. */
function collectPlaces(people: readonly Placed[], project: PlacementOptions['project']): Group[] {
  const places = new Map<string, Group>();
  for (const person of people) {
    const shape = SHAPES[person.precision];
    const key = `${shape} ${person.longitude},${person.latitude}`;
    const place = places.get(key);
    if (place) {
      place.people.push(person);
      continue;
    }
    const at = project(person.longitude, person.latitude);
    if (at) places.set(key, { key, shape, at, people: [person], isMerged: false });
  }
  const rank = (group: Group): number => RANKS.indexOf(group.shape);
  return [...places.values()].sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
}

interface Merging {
  /** Pixels. */
  distance: number;
  /** Shapes do not part them. */
  anyShape?: boolean;
  /** Of two groups one at least must be such. */
  absorbs?: (group: Group) => boolean;
}

/** Each group joins the first one before it that is nearer than the distance, found by grid cell. */
function mergeNear(places: Group[], { distance, anyShape = false, absorbs = () => true }: Merging): Group[] {
  const cells = new Map<string, Group[]>();
  const kept: Group[] = [];
  for (const place of places) {
    const [x, y] = place.at;
    const kind = anyShape ? '' : place.shape;
    const column = Math.floor(x / distance);
    const row = Math.floor(y / distance);
    const near = NEIGHBOURS.flatMap(([dx, dy]) => cells.get(`${kind} ${column + dx} ${row + dy}`) ?? []).find(
      (group) => Math.hypot(group.at[0] - x, group.at[1] - y) < distance && (absorbs(group) || absorbs(place)),
    );
    if (near) {
      near.people.push(...place.people);
      near.isMerged = true;
      continue;
    }
    kept.push(place);
    const cell = `${kind} ${column} ${row}`;
    cells.set(cell, [...(cells.get(cell) ?? []), place]);
  }
  return kept;
}

function dot(person: Placed, x: number, y: number, radius: number): Mark {
  const { id, isCustomer, activity, likelihood = null } = person;
  return { key: `dot ${id}`, shape: 'dot', x, y, radius, isCustomer, activity, likelihood, ids: [id] };
}

function single(group: Group, dotSize: number, largest: number): Mark {
  const { key, shape, people } = group;
  const [x, y] = group.at;
  const isCluster = people.length > 1;
  return {
    key,
    shape: isCluster && shape === 'dot' ? 'cluster' : shape,
    x,
    y,
    radius: isCluster ? clusterRadius(people.length, largest) : shape === 'country' ? dotSize : dotSize * 0.8,
    isCustomer: people.every((person) => person.isCustomer),
    activity: ACTIVITIES.find((activity) => people.some((person) => person.activity === activity)) ?? 'active',
    ids: people.map((person) => person.id).sort(),
  };
}

/** The area tells the number. The scale steps by powers of two with the largest, so that it rarely changes. */
function clusterRadius(count: number, largest: number): number {
  const scale = Math.min(3.2, LARGEST_CLUSTER / Math.sqrt(2 ** Math.ceil(Math.log2(largest))));
  return Math.max(8, count > 99 ? 13 : 0, scale * Math.sqrt(count));
}
