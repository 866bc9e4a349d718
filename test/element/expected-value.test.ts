import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FORMATTERS } from '../../src/i18n/messages.ts';
import { expectedValueLine, expectedValueOf } from '../../src/element/expected-value.ts';
import { snapshotState } from '../../src/store/snapshot-state.ts';
import type { LiveState } from '../../src/store/live-state.ts';
import { snapshotOf } from '../protocol/support.ts';

const METRICS = { baselineConversionRate: 0.02, baselineAverageValue: 50 };
const DOLLARS = [{ _id: 'p', amount: 9, currency: 'USD' }];

/** People with these expected values; with the metrics one is usually worth 1. */
function here(values: (number | null)[], own: object = {}): LiveState {
  const visitors = values.map((expectedValue, index) => ({
    visitorId: `v${index}`,
    conversionLikelihood: { score: 60, raw: { expectedValue } },
  }));
  const data = { visitors, conversionMetrics: METRICS, hasConversionPredictions: true, recentPayments: DOLLARS };
  return snapshotState(snapshotOf({ data: { ...data, ...own } }), 0);
}

describe('the expected value of all visitors', () => {
  test('is the sum of their expected values', () => {
    assert.equal(expectedValueOf(here([1.5, null, 0.5]))!.amount, 2);
  });

  test('excludes customers', () => {
    const customer = {
      visitorId: 'c',
      isCustomer: true,
      conversionLikelihood: { score: 100, raw: { expectedValue: 99 } },
    };
    const other = { visitorId: 'v', conversionLikelihood: { score: 50, raw: { expectedValue: 1 } } };
    assert.equal(expectedValueOf(here([], { visitors: [customer, other] }))!.amount, 1);
    assert.equal(expectedValueOf(here([], { visitors: [customer] })), null);
  });

  test('is null when no visitor has one', () => {
    for (const data of [here([]), here([null, null]), here([], { visitors: [{ visitorId: 'v' }] })]) {
      assert.equal(expectedValueOf(data), null);
      assert.equal(expectedValueLine('en', data, FORMATTERS), null);
    }
  });
});

describe('the line with the expected value', () => {
  const lines: [values: number[], line: string][] = [
    [[10, 3.2, 0], 'Expected value right now: $13.20, 340% above the usual'],
    [[1.32], 'Expected value right now: $1.32, 32% above the usual'],
    [[0.5, 1], 'Expected value right now: $1.50, 25% below the usual'],
    [[0], 'Expected value right now: $0.00, 100% below the usual'],
    [[1.05, 1.04], 'Expected value right now: $2.09, as usual'],
    [[0.96], 'Expected value right now: $0.96, as usual'],
  ];
  for (const [values, line] of lines) {
    test(`of ${values.join(' and ')} is “${line}”`, () => {
      assert.equal(expectedValueLine('en', here(values), FORMATTERS), line);
    });
  }

  test('has no comparison when the site’s averages are missing or zero', () => {
    for (const conversionMetrics of [
      null,
      {},
      { baselineConversionRate: 0.02 },
      { baselineAverageValue: 50 },
      { baselineConversionRate: 0, baselineAverageValue: 50 },
    ]) {
      assert.equal(
        expectedValueLine('en', here([18.4], { conversionMetrics }), FORMATTERS),
        'Expected value right now: $18.40',
      );
    }
  });

  test('has a currency only if all payments share one', () => {
    const plain = 'Expected value right now: 18.40';
    const two = [...DOLLARS, { _id: 'q', amount: 9, currency: 'EUR' }];
    for (const recentPayments of [[], two]) {
      assert.equal(
        expectedValueLine('en', here([18.4], { recentPayments, conversionMetrics: null }), FORMATTERS),
        plain,
      );
    }
  });
});
