import { serverTime } from '../client/server-time.ts';
import { failureMessage } from '../protocol/failure-message.ts';
import type { ParseFailure } from '../protocol/envelope.ts';
import { parseSnapshot } from '../protocol/parse.ts';
import { withoutPersonal } from '../protocol/personal.ts';
import type { Snapshot } from '../protocol/types.ts';
import type { HashedIds } from '../privacy/hashed-ids.ts';
import { PRESETS } from '../privacy/policy.ts';
import { createDataPublisher } from '../privacy/publish.ts';
import { scriptJson } from './escape.ts';
import { sha256Base64 } from './sha256.ts';

/** Ids of another epoch cannot be compared: what the element polls next is the present, not news. */
const EPOCH = 'rendered';
const HASH_LENGTH = 16;

const publish = createDataPublisher({ privacy: PRESETS.public, minimumCount: 0 });

/**
 * The snapshot as a page may show it.
 *
 * @throws TypeError for a value that is not a snapshot.
 */
export function readPublicSnapshot(answer: unknown): Snapshot | null {
  if (answer === null) return null;
  const snapshot = parsed(answer);
  return withoutPersonal(snapshot.meta ? snapshot : parsed(publishRaw(snapshot, serverTime(snapshot) ?? 0)));
}

function parsed(answer: unknown): Snapshot {
  const result = parseSnapshot(answer);
  if (!result.ok) throw new TypeError(messageOf(answer, result.failure));
  return result.snapshot;
}

/** Names a promise or a response, which are easily passed in place of what they give. */
function messageOf(answer: unknown, failure: ParseFailure): string {
  if (failure.kind === 'error-answer') return 'Got an error answer, expected a snapshot, or null where there is none.';
  const [, type] = /^\[object (Promise|Response)\]$/.exec(Object.prototype.toString.call(answer)) ?? [];
  return type ? `Got a ${type}, expected the snapshot in it, as JSON.` : failureMessage(failure);
}

/**
 * What the policy `public` grants of an answer that no proxy has reduced: pages are for everybody.
 *
 * @param at Epoch milliseconds of the answer.
 */
function publishRaw({ data }: Snapshot, at: number): unknown {
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

/** The content of the script element. The element assumes defaults for fields that a row does not have. */
export function snapshotJson(snapshot: Snapshot | null): string {
  return scriptJson(snapshot && compact(snapshot));
}

function compact({ data, ...rest }: Snapshot): object {
  const { visitors, recentEvents, recentPayments } = data;
  return {
    ...rest,
    data: {
      ...data,
      visitors: visitors.map(withoutDefaults),
      recentEvents: recentEvents.map(withoutDefaults),
      recentPayments: recentPayments.map(withoutDefaults),
    },
  };
}

/** Without fields that are `null`, `false`, or an object of such fields. */
function withoutDefaults<Row extends object>(row: Row): Partial<Row> {
  const known: Partial<Row> = {};
  for (const name of Object.keys(row) as (keyof Row)[]) {
    const value = row[name];
    if (value === null || value === false) continue;
    if (typeof value === 'object' && !Array.isArray(value)) {
      const inner = withoutDefaults(value);
      if (Object.keys(inner).length > 0) known[name] = inner as Row[keyof Row];
    } else known[name] = value;
  }
  return known;
}
