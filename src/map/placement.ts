import type { Point } from './camera.ts';
import { RANKS, SHAPES, type Activity, type Mark, type Placed } from './marks.ts';
import { slotOffset, slotsOf, spreadLimit, spreadRadius } from './spread.ts';

/** Radius in pixels. */
const LARGEST_CLUSTER = 21;
const ACTIVITIES: readonly Activity[] = ['active', 'idle', 'away'];

/** A place, or several that are close together, and who is there. */
interface Group {
  key: string;
  /** As sure as the surest place is. */
  shape: 'dot' | 'region' | 'country';
  at: Point;
  people: Placed[];
  /** More than one place: nobody may be moved from the one to the other. */
  isMerged: boolean;
}

/** What is drawn around a country's ring, as a share of its radius. */
const BAND = 1.4;
/** How much of a mark beside a number may be covered, as a share of the smaller one's radius. */
const COVERED = 0.3;
/** A number gives way to one that is so many times as full. */
const STAYS = 1.25;

/**
 * Turns people into marks. Those at one place stand in a sunflower pattern, or become one mark with a number where they
 * would not fit; of whom only the country is known they fit while they stand in it, and even one may not. Places that would cover each other
 * become one with a number too, and a number takes in whatever it would cover. The same people give the same marks, in
 * whatever order they come.
 *
 * @param slots Those of the last time, by id, so that whoever stays has the same spot, and the keys of the numbers, so that
 *   they do too; it takes over those of this time.
 */
export function placeMarks(
  people: readonly Placed[],
  dotSize: number,
  slots: Map<string, number> = new Map<string, number>(),
): Mark[] {
  const limitOf = ({ shape, people: [first] }: Group): number =>
    shape === 'region'
      ? 1
      : spreadLimit(dotSize, shape === 'dot' ? undefined : (first?.room ?? 0) - (BAND * dotSize) / 2);
  /** Also somebody alone in a country that is too small for a ring. */
  const isNumber = (group: Group): boolean => group.isMerged || group.people.length > limitOf(group);
  let groups = merge(collectPlaces(people), (a, b, apart) => a.shape === b.shape && apart < dotSize * 0.75);
  let largest = 1;
  /** In steps of twice as many, so that one who comes or goes rarely changes the order. A number stays for longer. */
  const fullness = ({ key, people }: Group): number => -Math.clz32(people.length * (slots.has(key) ? STAYS : 1));
  const radiusOf = (group: Group): number =>
    isNumber(group) ? clusterRadius(group.people.length, largest) : extentOf(group, dotSize);
  const isCovered = (a: Group, b: Group, apart: number): boolean => {
    if (apart > 2 * LARGEST_CLUSTER || (!isNumber(a) && !isNumber(b))) return false;
    const [one, other] = [radiusOf(a), radiusOf(b)];
    return apart < one + other - COVERED * Math.min(one, other);
  };
  // A number that has grown may cover others.
  for (let before = Infinity; groups.length < before;) {
    before = groups.length;
    largest = groups.reduce((most, group) => Math.max(most, group.people.length), 1);
    groups = merge(
      groups.sort((a, b) => fullness(b) - fullness(a) || Number(slots.has(b.key)) - Number(slots.has(a.key))),
      isCovered,
    );
  }
  const before = new Map(slots);
  slots.clear();
  return groups.flatMap((group) => {
    if (isNumber(group)) {
      slots.set(group.key, 0);
      return [number(group, largest)];
    }
    const ids = group.people.map(({ id }) => id);
    slotsOf(ids, before, limitOf(group)).forEach((slot, id) => slots.set(id, slot));
    return group.people.map((person) => single(person, group, slotOffset(slots.get(person.id) ?? 0, dotSize), dotSize));
  });
}

/** Everybody by exact place. The order of places is their own, not that of arrival, so that merging is stable. */
function collectPlaces(people: readonly Placed[]): Group[] {
  const places = new Map<string, Group>();
  for (const person of people) {
    const { at } = person;
    const shape = SHAPES[RANKS[person.precision]];
    const key = `${shape} ${person.longitude},${person.latitude}`;
    const place = places.get(key);
    if (place) place.people.push(person);
    else if (at) places.set(key, { key, shape, at, people: [person], isMerged: false });
  }
  return [...places.values()].sort((a, b) => rankOf(a) - rankOf(b) || (a.key < b.key ? -1 : 1));
}

function rankOf({ shape }: Group): number {
  return SHAPES.indexOf(shape);
}

/** Each group joins the first one that it belongs together with. @param belong Told how many pixels they are apart. */
function merge(places: readonly Group[], belong: (a: Group, b: Group, apart: number) => boolean): Group[] {
  const kept: Group[] = [];
  for (const place of places) {
    const near = kept.find((group) => belong(group, place, distance(group, place)));
    if (!near) {
      kept.push(place);
      continue;
    }
    near.people.push(...place.people);
    if (rankOf(place) < rankOf(near)) near.shape = place.shape;
    near.isMerged = true;
  }
  return kept;
}

function distance({ at: [ax, ay] }: Group, { at: [bx, by] }: Group): number {
  return Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2);
}

/** Pixels from a place to the edge of what is drawn of those who stand around it. */
function extentOf(group: Group, dotSize: number): number {
  return group.people.length > 1 ? spreadRadius(group.people.length, dotSize) : radiusAlone(group, dotSize);
}

/** A ring that is alone is as large as its country has room for. */
function radiusAlone({ shape, people: [first] }: Group, dotSize: number): number {
  if (shape === 'country') return Math.min(dotSize, (first?.room ?? 0) / BAND);
  return shape === 'dot' ? dotSize / 2 : dotSize * 0.8;
}

function single(person: Placed, group: Group, [dx, dy]: Point, dotSize: number): Mark {
  const { id, longitude, latitude, isCustomer, activity, likelihood } = person;
  const { key, shape, people, at } = group;
  const radius = people.length > 1 ? dotSize / 2 : radiusAlone(group, dotSize);
  return {
    key: shape === 'dot' || people.length > 1 ? `${shape} ${id}` : key,
    shape,
    x: at[0] + dx,
    y: at[1] + dy,
    anchor: { longitude, latitude, dx, dy },
    radius,
    isCustomer,
    activity,
    likelihood: shape === 'dot' ? likelihood : null,
    ids: [id],
    number: null,
  };
}

function number({ key, shape, people, at: [x, y] }: Group, largest: number): Mark {
  const [{ longitude, latitude } = { longitude: 0, latitude: 0 }] = people;
  return {
    key,
    shape: shape === 'dot' ? 'cluster' : shape,
    x,
    y,
    anchor: { longitude, latitude, dx: 0, dy: 0 },
    radius: clusterRadius(people.length, largest),
    isCustomer: people.every((person) => person.isCustomer),
    activity: ACTIVITIES.find((activity) => people.some((person) => person.activity === activity)) ?? 'active',
    likelihood: null,
    ids: people.map((person) => person.id).sort(),
    number: people.length,
  };
}

/** The area tells the number. The scale steps by powers of two with the largest, so that it rarely changes. */
function clusterRadius(count: number, largest: number): number {
  const scale = Math.min(3.2, LARGEST_CLUSTER / Math.sqrt(2 ** Math.ceil(Math.log2(largest))));
  return Math.max(8, count > 99 ? 13 : 0, scale * Math.sqrt(count));
}
