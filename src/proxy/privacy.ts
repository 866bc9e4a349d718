import { withoutEmail } from '../protocol/personal.ts';
import type { PublishedData, PublishedEvent, PublishedPayment, PublishedVisitor } from '../protocol/published.ts';
import type { Payment, SnapshotData, System, Visitor, VisitorEvent } from '../protocol/types.ts';
import type { HashedIds, IdHasher } from './ids.ts';
import { publicPath } from './pages.ts';

/** Tenths of a degree: about 11 km, the size of a town. */
const COORDINATE_STEPS_PER_DEGREE = 10;
/** A code, or a symbol with the letters that some have: any other text is no currency, and may be anything. */
const CURRENCY = /^(?:[a-z]{3}|\p{L}{0,3}\p{Sc}\p{L}{0,2})$/iu;
const ADDRESS = /[?#=&]|:\/\/|^\/|^www\./i;

/**
 * What may be published of an answer. An allow-list: every object is built anew, field by field, so that a field
 * which is not named here is dropped, whatever the upstream may add.
 *
 * @param at Epoch milliseconds of the answer: the day whose key the ids are made with.
 */
export async function publish(
  data: SnapshotData,
  hashIds: IdHasher,
  at: number,
): Promise<{ data: PublishedData; idEpoch: string }> {
  const { visitors, recentEvents, recentPayments } = data;
  const ids = await hashIds(at, {
    visitor: [...visitors, ...recentEvents].map((row) => row.visitorId).filter((id) => id !== null),
    event: recentEvents.map((event) => event._id),
    payment: recentPayments.map((payment) => payment._id),
  });
  return {
    idEpoch: ids.epoch,
    data: {
      count: data.count,
      visitors: visitors.map((visitor) => publishVisitor(visitor, ids)),
      hasConversionPredictions: false,
      recentEvents: recentEvents.map((event) => publishEvent(event, ids)),
      recentPayments: recentPayments.map((payment) => publishPayment(payment, ids)),
    },
  };
}

function publishVisitor(visitor: Visitor, ids: HashedIds): PublishedVisitor {
  const { location } = visitor;
  return {
    visitorId: ids.of('visitor', visitor.visitorId),
    location: {
      city: withoutEmail(location.city),
      region: withoutEmail(location.region),
      countryCode: location.countryCode,
    },
    system: publishSystem(visitor.system),
    currentUrl: publicPath(visitor.currentUrl),
    sessionStartTime: visitor.sessionStartTime,
    isCustomer: visitor.isCustomer,
    ...publishPlace(visitor),
  };
}

function publishSystem(system: System): System {
  return {
    browser: withoutEmail(system.browser),
    os: withoutEmail(system.os),
    device: withoutEmail(system.device),
  };
}

function publishPlace(visitor: Visitor): Pick<PublishedVisitor, 'latitude' | 'longitude' | 'precision'> {
  const { latitude, longitude, precision } = visitor;
  if (latitude === null || longitude === null) return { latitude: null, longitude: null, precision: 'none' };
  return { latitude: rounded(latitude), longitude: rounded(longitude), precision };
}

function rounded(degrees: number): number {
  return Math.round(degrees * COORDINATE_STEPS_PER_DEGREE) / COORDINATE_STEPS_PER_DEGREE;
}

function publishEvent(event: VisitorEvent, ids: HashedIds): PublishedEvent {
  const goal = plainName(event.extraData.eventName);
  return {
    _id: ids.of('event', event._id),
    // The type may be the name of a goal.
    type: plainName(event.type) ?? 'custom',
    ...(event.visitorId !== null && { visitorId: ids.of('visitor', event.visitorId) }),
    timestamp: event.timestamp,
    path: publicPath(event.path),
    countryCode: event.countryCode,
    ...(goal !== null && { extraData: { eventName: goal } }),
    ...(event.amount !== null && { amount: event.amount }),
  };
}

function publishPayment(payment: Payment, ids: HashedIds): PublishedPayment {
  return {
    _id: ids.of('payment', payment._id),
    type: plainName(payment.type) ?? 'payment_received',
    timestamp: payment.timestamp,
    amount: payment.amount,
    currency: payment.currency !== null && CURRENCY.test(payment.currency) ? payment.currency : null,
    renewal: payment.renewal,
  };
}

/** The name of a goal or a kind of event. What is an address rather than a name may carry a query, so it is dropped. */
function plainName(name: string | null): string | null {
  return name === null || ADDRESS.test(name) ? null : withoutEmail(name);
}
