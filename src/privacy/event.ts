import type { PublishedEvent, PublishedCoordinates } from '../protocol/published.ts';
import type { VisitorEvent } from '../protocol/types.ts';
import type { PublishContext } from './publish-context.ts';
import type { PublishedLocation } from './published-location.ts';

/** @returns `null` if the row is not published, as its visitor is not or not yet. */
export function publishEvent(event: VisitorEvent, context: PublishContext): PublishedEvent | null {
  const { policy, ids, texts, groups } = context;
  const { visitorId, countryCode } = event;
  const link = groups.linkOf('event', event._id, visitorId);
  if (link === 'absent') return null;
  const isBare = link === 'none';
  const published: PublishedEvent = {
    _id: ids.of('event', event._id),
    // The type may be the name of a goal.
    type: texts.name(event.type) ?? 'custom',
    timestamp: event.timestamp,
    path: isBare ? null : context.page(event.path),
    countryCode,
  };
  if (visitorId !== null && !isBare) published.visitorId = ids.of('visitor', groups.nameOf(visitorId));
  const eventName = texts.name(event.extraData.eventName);
  if (eventName !== null) published.extraData = { eventName };
  const amount = context.amount(event.amount);
  if (amount !== null) published.amount = amount;
  addCoordinates(published, context.place({ visitorId: link === 'linked' ? visitorId : null, countryCode }));
  if (policy.referrers) published.referrer = isBare ? null : context.host(event.referrer);
  if (policy.names) {
    published.customerName = isBare ? null : texts.plain(event.customerName);
    published.displayName = isBare ? null : texts.plain(event.displayName);
  }
  return published;
}

/** The point alone: names of places are published for visitors only. */
export function addCoordinates(
  row: Partial<PublishedCoordinates>,
  { latitude, longitude, precision }: PublishedLocation,
): void {
  if (latitude === null || longitude === null) return;
  row.latitude = latitude;
  row.longitude = longitude;
  row.precision = precision;
}
