import type { PublishedData } from '../protocol/published.ts';
import type { SnapshotData } from '../protocol/types.ts';
import type { HashedIds, IdDomain, IdHasher } from './hashed-ids.ts';
import { publishEvent } from './event.ts';
import { type GroupContext, groupVisitors, hiddenName, withoutGroups } from './group.ts';
import { GroupMemory } from './group-memory.ts';
import { attributePayments } from './attribution.ts';
import { publishPayment } from './payment.ts';
import type { PrivacyPolicy } from './policy.ts';
import { isBelowMinimum, withoutVisitors } from './minimum-count.ts';
import { createPublishContexts } from './publish-context.ts';
import { TextFilter } from './text-filter.ts';
import { publishMetrics, publishVisitor } from './visitor.ts';

export interface DataPublisherOptions {
  privacy: PrivacyPolicy;
  /** Of fewer people neither the number nor a place is published. */
  minimumCount: number;
}

export interface PublisherOptions extends DataPublisherOptions {
  hashIds: IdHasher;
  /** What the answers before have published. Default: none is remembered. */
  memory?: GroupMemory;
  /** The same keys on all days. Default: `hashIds` at one moment. */
  hashKeys?: IdHasher;
}

/** Makes what may be published of an answer. @param context Of the answers before; by default there were none. */
export type DataPublisher = (answer: SnapshotData, ids: HashedIds, context?: GroupContext) => PublishedData;

/**
 * An allow-list: every object is built from scratch, field by field, so that a field which is not named here is dropped, whatever
 * the upstream may add.
 */
export function createDataPublisher({ privacy, minimumCount }: DataPublisherOptions): DataPublisher {
  const contextFor = createPublishContexts(privacy);
  return (answer, ids, context = noContext()) => {
    const isFew = isBelowMinimum(answer, minimumCount);
    const data = isFew ? withoutVisitors(answer) : answer;
    const { visitors, recentEvents, recentPayments } = data;
    const texts = new TextFilter(ids, answer.visitors);
    const groups =
      privacy.minimumGroup > 1
        ? groupVisitors(answer, isFew, privacy, texts, context)
        : withoutGroups(visitors, privacy, texts);
    const publishing = contextFor(groups, texts, ids);
    const origins = attributePayments(data);
    return {
      count: data.count,
      visitors: visitors
        .filter(({ visitorId }) => groups.places.has(visitorId))
        .map((visitor) => publishVisitor(visitor, publishing)),
      ...(privacy.predictions && { conversionMetrics: publishMetrics(data.conversionMetrics, publishing) }),
      hasConversionPredictions: privacy.predictions && data.hasConversionPredictions,
      recentEvents: recentEvents.map((event) => publishEvent(event, publishing)).filter((row) => row !== null),
      recentPayments: recentPayments
        .map((payment) => publishPayment(payment, origins.get(payment._id), publishing))
        .filter((row) => row !== null),
    };
  };
}

/**
 * The same with ids as hashes of the day.
 *
 * @param at Epoch milliseconds of the answer: the day whose key the ids are made with.
 */
export type Publisher = (data: SnapshotData, at: number) => Promise<{ data: PublishedData; idEpoch: string }>;

export function createPublisher({ hashIds, hashKeys = hashIds, memory, ...options }: PublisherOptions): Publisher {
  const publish = createDataPublisher(options);
  const isGrouped = options.privacy.minimumGroup > 1;
  return async (answer, at) => {
    const raw = idsOf(answer);
    if (!isGrouped) {
      const ids = await hashIds(at, raw);
      return { idEpoch: ids.epoch, data: publish(answer, ids) };
    }
    const keys = await hashKeys(KEYS_AT, raw);
    const ids = await hashIds(at, { ...raw, visitor: [...raw.visitor, ...raw.visitor.map(hiddenName)] });
    const context = {
      memory: memory ?? new GroupMemory(),
      keyOf: (domain: IdDomain, id: string) => keys.of(domain, id),
      at,
    };
    return { idEpoch: ids.epoch, data: publish(answer, ids, context) };
  };
}

/** A day that never changes: what is remembered over midnight has the same key. */
const KEYS_AT = 0;

function noContext(): GroupContext {
  return { memory: new GroupMemory(), keyOf: (domain, id) => `${domain}\0${id}`, at: 0 };
}

function idsOf({ visitors, recentEvents, recentPayments }: SnapshotData): Record<IdDomain, string[]> {
  const visitorIds = visitors.map(({ visitorId }) => visitorId);
  for (const { visitorId } of recentEvents) if (visitorId !== null) visitorIds.push(visitorId);
  return {
    visitor: visitorIds,
    event: recentEvents.map(({ _id }) => _id),
    payment: recentPayments.map(({ _id }) => _id),
  };
}
