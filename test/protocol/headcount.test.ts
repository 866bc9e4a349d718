import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AnswerMeta, SnapshotMeta } from '../../src/protocol/types.ts';
import { parseHeadcount } from '../../src/protocol/headcount.ts';
import { parseSnapshot } from '../../src/protocol/parse.ts';

const META = {
  version: 1,
  generatedAt: '2026-03-14T12:00:00Z',
  refreshSeconds: 30,
  stale: true,
  idEpoch: '2026-03-14',
};

describe('parsing only the count', () => {
  const answers: [name: string, answer: unknown][] = [
    ['a proxy’s answer', { status: 'success', meta: META, data: { count: 14, visitors: [{}, {}] } }],
    ['the upstream’s', { status: 'success', data: { count: 3 } }],
    ['data in a list', { status: 'success', data: [{ count: 3 }] }],
    ['no count', { status: 'success', data: { visitors: [{}] } }],
    ['an invalid count', { status: 'success', data: { count: -1 } }],
    ['a count as text', { status: 'success', data: { count: '7' } }],
    ['an error', { status: 'error', error: { reason: 'upstream-unavailable' } }],
    ['something else', { hello: 'world' }],
    ['a list', []],
    ['nothing', null],
  ];
  for (const [name, answer] of answers) {
    test(`${name}: matches the whole snapshot’s count`, () => {
      const alone = parseHeadcount(answer);
      const whole = parseSnapshot(answer);
      assert.deepEqual(
        alone,
        whole.ok
          ? { ok: true, headcount: { count: whole.snapshot.data.count, meta: withoutHistory(whole.snapshot.meta) } }
          : whole,
      );
    });
  }
});

/** A badge has no use for it. */
function withoutHistory(meta: SnapshotMeta | null): AnswerMeta | null {
  const { history, ...others } = meta ?? { history: null };
  assert.equal(history, null);
  return meta && (others as AnswerMeta);
}
