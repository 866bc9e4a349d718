import assert from 'node:assert/strict';
import type { ParseFailure } from '../../src/protocol/envelope.ts';
import { failureMessage } from '../../src/protocol/failure-message.ts';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import type { Snapshot, SnapshotData } from '../../src/protocol/types.ts';

export function snapshotOf(answer: unknown): Snapshot {
  const result = parseSnapshot(answer);
  assert.ok(result.ok, result.ok ? '' : failureMessage(result.failure));
  return result.snapshot;
}

export function dataOf(data: object): SnapshotData {
  return snapshotOf({ status: 'success', data }).data;
}

export function visitorOf(row: object): SnapshotData['visitors'][number] {
  return dataOf({ visitors: [row] }).visitors[0]!;
}

export function eventOf(row: object): SnapshotData['recentEvents'][number] {
  return dataOf({ recentEvents: [row] }).recentEvents[0]!;
}

export function paymentOf(row: object): SnapshotData['recentPayments'][number] {
  return dataOf({ recentPayments: [row] }).recentPayments[0]!;
}

export function failureOf(answer: unknown): ParseFailure {
  const result = parseSnapshot(answer);
  assert.ok(!result.ok);
  return result.failure;
}
