import type { PublishedEvent, PublishedSpot } from '../../protocol/published.ts';
import type { VisitorEvent } from '../../protocol/types.ts';
import type { Telling } from './telling.ts';
import type { Whereabouts } from './whereabouts.ts';

export function publishEvent(event: VisitorEvent, telling: Telling): PublishedEvent {
  const { policy, ids, texts } = telling;
  const published: PublishedEvent = {
    _id: ids.of('event', event._id),
    // The type may be the name of a goal.
    type: texts.name(event.type) ?? 'custom',
    timestamp: event.timestamp,
    path: telling.page(event.path),
    countryCode: event.countryCode,
  };
  if (event.visitorId !== null) published.visitorId = ids.of('visitor', event.visitorId);
  const eventName = texts.name(event.extraData.eventName);
  if (eventName !== null) published.extraData = { eventName };
  const amount = telling.amount(event.amount);
  if (amount !== null) published.amount = amount;
  addSpot(published, telling.place(event));
  if (policy.referrers) published.referrer = telling.host(event.referrer);
  if (policy.names) {
    published.customerName = texts.plain(event.customerName);
    published.displayName = texts.plain(event.displayName);
  }
  return published;
}

/** The point alone: names of places are published for visitors only. */
export function addSpot(row: Partial<PublishedSpot>, { latitude, longitude, precision }: Whereabouts): void {
  if (latitude === null || longitude === null) return;
  row.latitude = latitude;
  row.longitude = longitude;
  row.precision = precision;
}
