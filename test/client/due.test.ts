import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dueTimes, type Span } from '../../src/client/due.ts';

/** What happened in 20 s is shown in 10 s. */
const SPAN: Span = { from: 100_000, to: 120_000, start: 5_000, length: 10_000 };

function due(times: number[], span: Partial<Span> = {}, step = 1): number[] {
  const happened = times.map((time, index) => [`${index}`, time] as const);
  return [...dueTimes(happened, { ...SPAN, ...span }, step).values()];
}

describe('when something is due', () => {
  test('as far into the interval as it happened in the time since the last snapshot', () => {
    assert.deepEqual(due([100_000, 105_000, 110_000, 120_000]), [5_000, 7_500, 10_000, 15_000]);
  });

  test('what happened before, afterwards or nobody knows when is spread evenly', () => {
    assert.deepEqual(due([1, NaN, 110_000, 999_999, NaN]), [6_250, 8_750, 10_000, 11_250, 13_750]);
  });

  test('nobody knows when: all are spread evenly, also where no time has passed or none is told', () => {
    for (const span of [{ to: SPAN.from }, { to: 1 }, { from: NaN }, { to: NaN }]) {
      assert.deepEqual(due([100_000, 100_000], span), [7_500, 12_500], JSON.stringify(span));
    }
  });

  test('never before the interval begins, nor more than a step after it ends', () => {
    for (const time of due([NaN, 100_000, 100_001, 119_999, 120_000], { start: 5_030 }, 100)) {
      assert.ok(time >= 5_030 && time < 15_130, `${time}`);
    }
  });

  test('moments close to each other become one', () => {
    assert.deepEqual(due([101_000, 101_100, 101_400], {}, 100), [5_500, 5_600, 5_700]);
    assert.deepEqual(due([101_000, 101_100, 101_400], {}, 1_000), [6_000, 6_000, 6_000]);
  });
});
