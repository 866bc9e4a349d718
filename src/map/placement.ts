import type { Point } from './camera.ts';
import { RANKS, SHAPES, type Activity, type Mark, type Placed } from './marks.ts';
import { spread, spreadLimit } from './spread.ts';

/** Radius in pixels. */
const LARGEST_CLUSTER = 21;
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
export function placeMarks(people: readonly Placed[], dotSize: number): Mark[] {
  const places = collectPlaces(people);
  const limit = spreadLimit(dotSize);
  const isNumber = (group: Group): boolean => group.isMerged || group.people.length > limit;
  // Numbers are larger than dots, and take in what they would cover.
  const near = mergeNear(places, dotSize * 0.75, () => true);
  const groups = mergeNear(near, dotSize * 1.5, isNumber);
  const largest = groups.reduce((most, group) => Math.max(most, group.people.length), 1);
  return groups.flatMap((group) => {
    if (group.shape === 'dot' && !isNumber(group))
      return spread(group.people, group.at, dotSize).map(({ person, x, y }) => dot(person, group, x, y, dotSize / 2));
    return [single(group, dotSize, largest)];
  });
}

/** Everybody by exact place. The order of places is their own, not that of arrival, so that merging is stable. */
function collectPlaces(people: readonly Placed[]): Group[] {
  const places = new Map<string, Group>();
  for (const person of people) {
    const shape = SHAPES[RANKS[person.precision]];
    const key = `${shape} ${person.longitude},${person.latitude}`;
    const place = places.get(key);
    if (place) {
      place.people.push(person);
      continue;
    }
    const { at } = person;
    if (at) places.set(key, { key, shape, at, people: [person], isMerged: false });
  }
  const rank = (group: Group): number => SHAPES.indexOf(group.shape);
  return [...places.values()].sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
}

/** Each group joins the first one of its shape that is nearer than the distance in pixels; of the two one must absorb. */
function mergeNear(places: Group[], distance: number, absorbs: (group: Group) => boolean): Group[] {
  const kept: Group[] = [];
  for (const place of places) {
    const near = kept.find(
      (group) => isNear(group, place, distance) && group.shape === place.shape && (absorbs(group) || absorbs(place)),
    );
    if (!near) {
      kept.push(place);
      continue;
    }
    near.people.push(...place.people);
    near.isMerged = true;
  }
  return kept;
}

function isNear({ at: [ax, ay] }: Group, { at: [bx, by] }: Group, distance: number): boolean {
  return (ax - bx) ** 2 + (ay - by) ** 2 < distance ** 2;
}

function dot(person: Placed, { at }: Group, x: number, y: number, radius: number): Mark {
  const { id, longitude, latitude, isCustomer, activity, likelihood } = person;
  const anchor = { longitude, latitude, dx: x - at[0], dy: y - at[1] };
  return {
    key: `dot ${id}`,
    shape: 'dot',
    x,
    y,
    anchor,
    radius,
    isCustomer,
    activity,
    likelihood,
    ids: [id],
    number: null,
  };
}

function single({ key, shape, people, at: [x, y] }: Group, dotSize: number, largest: number): Mark {
  const count = people.length;
  const isCluster = count > 1;
  const [{ longitude, latitude } = { longitude: 0, latitude: 0 }] = people;
  return {
    key,
    shape: isCluster && shape === 'dot' ? 'cluster' : shape,
    x,
    y,
    anchor: { longitude, latitude, dx: 0, dy: 0 },
    radius: isCluster ? clusterRadius(count, largest) : shape === 'country' ? dotSize : dotSize * 0.8,
    isCustomer: people.every((person) => person.isCustomer),
    activity: ACTIVITIES.find((activity) => people.some((person) => person.activity === activity)) ?? 'active',
    likelihood: null,
    ids: people.map((person) => person.id).sort(),
    number: isCluster ? count : null,
  };
}

/** The area tells the number. The scale steps by powers of two with the largest, so that it rarely changes. */
function clusterRadius(count: number, largest: number): number {
  const scale = Math.min(3.2, LARGEST_CLUSTER / Math.sqrt(2 ** Math.ceil(Math.log2(largest))));
  return Math.max(8, count > 99 ? 13 : 0, scale * Math.sqrt(count));
}
