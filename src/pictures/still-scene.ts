import { visitorPlace } from '../geocode/visitor-place.ts';
import { activityOf } from '../map/activity.ts';
import type { Point } from '../map/camera.ts';
import { Density, SURGE } from '../map/density.ts';
import { besideMarks, isSpot } from '../map/diamond.ts';
import type { Mark, Placed } from '../map/marks.ts';
import { placeMarks } from '../map/placement.ts';
import { roomAround } from '../map/room.ts';
import type { PublishedPayment, PublishedSnapshot } from '../protocol/published.ts';

/** Pixels. */
export const DOT_SIZE = 8;

/** What stands on the land. */
export interface StillScene {
  marks: readonly Mark[];
  /** Where a payment came in, if that is known. */
  payments: readonly Point[];
  /** There are so many that the map tells how many are where. */
  isCrowd: boolean;
}

/** Places the people of a snapshot as the element does at first sight. @param project To pixels. */
export function composeStill(
  { data, meta }: PublishedSnapshot,
  project: (longitude: number, latitude: number) => Point | null,
): StillScene {
  const { visitors, recentEvents, recentPayments } = data;
  const at = Date.parse(meta.generatedAt);
  const lastActivity = new Map<string, number>();
  for (const { visitorId, timestamp } of recentEvents) {
    if (visitorId === undefined || timestamp === null) continue;
    lastActivity.set(visitorId, Math.max(lastActivity.get(visitorId) ?? -Infinity, Date.parse(timestamp)));
  }
  const people: Placed[] = [];
  for (const visitor of visitors) {
    const place = visitorPlace(visitor);
    const point = place && project(place.longitude, place.latitude);
    if (!point) continue;
    const { visitorId: id, isCustomer } = visitor;
    const activity = activityOf(lastActivity.get(id) ?? null, at);
    const room = place.room ? roomAround(place, point, project) : 0;
    people.push({ id, ...place, isCustomer, activity, likelihood: null, at: point, room });
  }
  const isCrowd = people.length > SURGE;
  const marks = isCrowd ? new Density().place(people, DOT_SIZE) : placeMarks(people, DOT_SIZE);
  const spots = recentPayments.map((payment) => spotOf(payment, project)).filter((point) => point !== null);
  return { marks, payments: spots.map((spot) => besideMarks(spot, marks)), isCrowd };
}

function spotOf(
  { latitude, longitude, precision }: PublishedPayment,
  project: (longitude: number, latitude: number) => Point | null,
): Point | null {
  return latitude === undefined || longitude === undefined || !isSpot(precision) ? null : project(longitude, latitude);
}
