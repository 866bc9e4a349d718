import type { PublishedData } from '../../protocol/published.ts';
import type { SnapshotData } from '../../protocol/types.ts';
import type { HashedIds, IdHasher } from '../ids.ts';
import { publishEvent } from './event.ts';
import { originsOf } from './join.ts';
import { publishPayment } from './payment.ts';
import type { PrivacyPolicy } from './policy.ts';
import { isBelow, withoutPresence } from './presence.ts';
import { createTeller } from './telling.ts';
import { Texts } from './texts.ts';
import { publishMetrics, publishVisitor } from './visitor.ts';

export interface DataPublisherOptions {
  privacy: PrivacyPolicy;
  /** Of fewer people neither the number nor a place is published. */
  minimumCount: number;
}

export interface PublisherOptions extends DataPublisherOptions {
  hashIds: IdHasher;
}

/** Makes what may be published of an answer. */
export type DataPublisher = (answer: SnapshotData, ids: HashedIds) => PublishedData;

/**
 * An allow-list: every object is built from scratch, field by field, so that a field which is not named here is dropped, whatever
 * the upstream may add.
 */
export function createDataPublisher({ privacy, minimumCount }: DataPublisherOptions): DataPublisher {
  const tell = createTeller(privacy);
  return (answer, ids) => {
    const data = isBelow(answer, minimumCount) ? withoutPresence(answer) : answer;
    const { visitors, recentEvents, recentPayments } = data;
    const telling = tell(visitors, new Texts(ids, answer.visitors), ids);
    const origins = originsOf(data);
    return {
      count: data.count,
      visitors: visitors.map((visitor) => publishVisitor(visitor, telling)),
      ...(privacy.predictions && { conversionMetrics: publishMetrics(data.conversionMetrics, telling) }),
      hasConversionPredictions: privacy.predictions && data.hasConversionPredictions,
      recentEvents: recentEvents.map((event) => publishEvent(event, telling)),
      recentPayments: recentPayments.map((payment) => publishPayment(payment, origins.get(payment._id), telling)),
    };
  };
}

/**
 * The same with ids as hashes of the day.
 *
 * @param at Epoch milliseconds of the answer: the day whose key the ids are made with.
 */
export type Publisher = (data: SnapshotData, at: number) => Promise<{ data: PublishedData; idEpoch: string }>;

export function createPublisher({ hashIds, ...options }: PublisherOptions): Publisher {
  const publish = createDataPublisher(options);
  return async (answer, at) => {
    const ids = await hashIds(at, idsOf(answer));
    return { idEpoch: ids.epoch, data: publish(answer, ids) };
  };
}

function idsOf({ visitors, recentEvents, recentPayments }: SnapshotData): Parameters<IdHasher>[1] {
  const visitorIds = visitors.map(({ visitorId }) => visitorId);
  for (const { visitorId } of recentEvents) if (visitorId !== null) visitorIds.push(visitorId);
  return {
    visitor: visitorIds,
    event: recentEvents.map(({ _id }) => _id),
    payment: recentPayments.map(({ _id }) => _id),
  };
}
