import { serverTime } from '../client/server-time.ts';
import { failureMessage } from '../protocol/failure-message.ts';
import type { ParseFailure } from '../protocol/envelope.ts';
import { parseSnapshot } from '../protocol/parse.ts';
import { withoutPersonal } from '../protocol/personal.ts';
import type { Snapshot } from '../protocol/types.ts';
import { scriptJson } from './escape.ts';
import { publishRaw } from './publish-raw.ts';

/**
 * The snapshot as pages may have it.
 *
 * @throws TypeError for what is none.
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

/** For a script element, without what the element assumes for a row that does not have it. */
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

/** Leaves out `null`, `false`, and objects of nothing else. */
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
