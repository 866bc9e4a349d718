import type { Snapshot } from '../protocol/types.ts';
import type { HashedIds } from '../privacy/hashed-ids.ts';
import { PRESETS } from '../privacy/policy.ts';
import { createDataPublisher } from '../privacy/publish.ts';
import { sha256Base64 } from './sha256.ts';

/** Ids of another epoch cannot be compared: what the element polls next is the present, not news. */
const EPOCH = 'rendered';
const HASH_LENGTH = 16;

const publish = createDataPublisher({ privacy: PRESETS.public, minimumCount: 0 });

/**
 * What the policy `public` grants of an answer that no proxy has reduced: pages are for everybody.
 *
 * @param at Epoch milliseconds of the answer.
 */
export function publishRaw({ data }: Snapshot, at: number): unknown {
  const meta = { version: 1, generatedAt: new Date(at).toISOString(), idEpoch: EPOCH };
  return { status: 'success', meta, data: publish(data, hashesOf(data)) };
}

function hashesOf({ visitors, recentEvents, recentPayments }: Snapshot['data']): HashedIds {
  const hashes = new Map<string, string>();
  const ids = new Set<string | null>([
    ...visitors.map(({ visitorId }) => visitorId),
    ...recentEvents.flatMap(({ _id, visitorId }) => [_id, visitorId]),
    ...recentPayments.map(({ _id }) => _id),
  ]);
  return {
    epoch: EPOCH,
    of: (domain, id) => {
      const key = `${domain}\0${id}`;
      const hash = hashes.get(key) ?? sha256Base64(key).slice(0, HASH_LENGTH);
      hashes.set(key, hash);
      return hash;
    },
    has: (text) => ids.has(text),
  };
}
