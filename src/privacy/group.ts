import type { SnapshotData, Visitor } from '../protocol/types.ts';
import { attributePayments } from './attribution.ts';
import type { IdDomain } from './hashed-ids.ts';
import type { Publication, GroupMemory } from './group-memory.ts';
import type { PrivacyPolicy } from './policy.ts';
import type { TextFilter } from './text-filter.ts';
import { countryOnly, isCountryOnly, publishedLocationOf, type PublishedLocation } from './published-location.ts';

/** What a row shows of its visitor: everything, id and page without a place, nothing; `absent`: there is no row. */
export type RowLink = 'linked' | 'hidden' | 'none' | 'absent';

/** Which visitors are published where, and what rows may show of them. */
export interface Groups {
  /** Where each listed visitor is, by the raw id. */
  readonly places: ReadonlyMap<string, PublishedLocation>;
  /** The text that a visitor's published id is the hash of. */
  nameOf: (visitorId: string) => string;
  linkOf: (domain: 'event' | 'payment', rowId: string, visitorId: string | null) => RowLink;
}

export interface GroupContext {
  memory: GroupMemory;
  /** Hashes that are the same on all days and instances. */
  keyOf: (domain: IdDomain, id: string) => string;
  /** Epoch milliseconds. */
  at: number;
}

/** How long a visitor at a place with too few is not listed, as others may come. */
const WAIT_MS = 60_000;

/** Without groups: every visitor is published at the place. */
export function withoutGroups(visitors: readonly Visitor[], policy: PrivacyPolicy, texts: TextFilter): Groups {
  return { places: locationsById(visitors, policy, texts), nameOf: (id) => id, linkOf: () => 'linked' };
}

/** What the id of a visitor at the country is the hash of: another text than at a place, so that no two visits can be linked. */
export function hiddenName(visitorId: string): string {
  return `hidden\0${visitorId}`;
}

/**
 * Places with fewer visitors than `minimumGroup` are published as their country, in a way that answers before and after do not
 * reveal them either: a visitor published by country stays so, a visitor published at a place is not listed while the place has
 * too few, nor is what the visitor does meanwhile, and rows keep what they were first published with, or disappear.
 *
 * @param isBelowMinimum There are so few visitors that none is listed.
 */
export function groupVisitors(
  answer: SnapshotData,
  isBelowMinimum: boolean,
  policy: PrivacyPolicy,
  texts: TextFilter,
  { memory, keyOf, at }: GroupContext,
): Groups {
  const { visitors } = answer;
  const personKey = (id: string): string => keyOf('visitor', id);
  memory.refresh(keysOf(answer, keyOf), at);
  memory.prune(at);
  const isFirst = memory.isEmpty;
  const places = new Map<string, PublishedLocation>();
  const waiting = new Set<string>();
  const hide = (id: string, { location }: PublishedLocation): void => {
    memory.set(personKey(id), 'hidden', at);
    places.set(id, countryOnly(location.countryCode, policy));
  };
  // Below the minimum, rows are published without their visitors, but still have them.
  const rowVisitors = isBelowMinimum ? visitorsOfRows(answer) : null;

  const groups = new Map<string, string[]>();
  const locations = isBelowMinimum ? new Map<string, PublishedLocation>() : locationsById(visitors, policy, texts);
  for (const [id, where] of locations) {
    const publication = memory.publicationOf(personKey(id));
    if (publication === 'hidden') hide(id, where);
    else if (!isCountryOnly(where)) {
      const place = nameOfPlace(where);
      groups.set(place, [...(groups.get(place) ?? []), id]);
    } else if (publication === 'placed') memory.set(personKey(id), 'placed', at);
    else hide(id, where);
  }
  for (const ids of groups.values()) {
    const isEnough = ids.length >= policy.minimumGroup;
    for (const id of ids) {
      const where = locations.get(id);
      if (!where) continue;
      const key = personKey(id);
      const publication = memory.publicationOf(key);
      if (isEnough) places.set(id, where);
      if (isEnough || publication === 'placed') memory.set(key, 'placed', at);
      else if (isFirst || (publication === 'waiting' && at - memory.since(key) >= WAIT_MS)) hide(id, where);
      else {
        if (publication !== 'waiting' || at < memory.since(key)) memory.set(key, 'waiting', at);
        waiting.add(id);
      }
    }
  }
  // In the upstream's order, whatever the order of places.
  const listed = new Map(visitors.flatMap(({ visitorId }) => entryOf(places, visitorId)));

  const isPlaced = (id: string | null): boolean =>
    id !== null && places.has(id) && memory.publicationOf(personKey(id)) === 'placed';
  const firstPublication = (id: string | null): Publication | null => {
    if (id === null) return 'plain';
    if (isPlaced(id)) return 'linked';
    if (waiting.has(id)) return null;
    const person = memory.publicationOf(personKey(id));
    // Once the visitor is listed again, it would be known whose it was.
    if (person === 'placed') return 'dropped';
    if (person === null || person === 'waiting') memory.set(personKey(id), 'hidden', at);
    return 'plain';
  };
  return {
    places: listed,
    nameOf: (id) => (memory.publicationOf(personKey(id)) === 'hidden' ? hiddenName(id) : id),
    linkOf: (domain, rowId, named) => {
      const visitorId = rowVisitors?.[domain].get(rowId) ?? named;
      const key = keyOf(domain, rowId);
      const before = memory.publicationOf(key);
      // A row that has disappeared must not return as news.
      const publication =
        before === 'linked' && !isPlaced(visitorId) ? 'dropped' : (before ?? firstPublication(visitorId));
      if (publication === null) return 'absent';
      memory.set(key, publication, at);
      if (publication !== 'plain') return publication === 'linked' ? 'linked' : 'absent';
      if (visitorId === null) return 'hidden';
      const person = memory.publicationOf(personKey(visitorId));
      if (person !== 'hidden') return 'none';
      memory.set(personKey(visitorId), person, at);
      return 'hidden';
    },
  };
}

/** Keys of everything in an answer. */
function keysOf(
  { visitors, recentEvents, recentPayments }: SnapshotData,
  keyOf: GroupContext['keyOf'],
): readonly string[] {
  return [
    ...visitors.map(({ visitorId }) => keyOf('visitor', visitorId)),
    ...recentEvents.map(({ _id }) => keyOf('event', _id)),
    ...recentPayments.map(({ _id }) => keyOf('payment', _id)),
  ];
}

/** Visitors of events and payments, by the raw ids of all three. */
function visitorsOfRows(answer: SnapshotData): Record<'event' | 'payment', ReadonlyMap<string, string | null>> {
  const payers = [...attributePayments(answer)].map(([id, { visitorId }]) => [id, visitorId] as const);
  return {
    event: new Map(answer.recentEvents.map(({ _id, visitorId }) => [_id, visitorId])),
    payment: new Map(payers),
  };
}

function entryOf<Value>(map: ReadonlyMap<string, Value>, key: string): [string, Value][] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}

function locationsById(
  visitors: readonly Visitor[],
  policy: PrivacyPolicy,
  texts: TextFilter,
): ReadonlyMap<string, PublishedLocation> {
  return new Map(visitors.map((visitor) => [visitor.visitorId, publishedLocationOf(visitor, policy, texts)]));
}

/** Everything published about a place: visitors who differ in any of it are in different groups. */
function nameOfPlace({ location: { city, region, countryCode }, latitude, longitude }: PublishedLocation): string {
  return JSON.stringify([city, region, countryCode, latitude, longitude]);
}
