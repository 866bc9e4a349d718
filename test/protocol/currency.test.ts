import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedCurrency } from '../../src/protocol/currency.ts';
import { dataOf } from './support.ts';

const currencies: [given: (string | null)[], shared: string | null][] = [
  [['USD', 'USD'], 'USD'],
  [['€'], '€'],
  [['USD', null], 'USD'],
  [['USD', 'EUR'], null],
  [['USD', '$'], null],
  [[null], null],
  [[], null],
];

for (const [given, shared] of currencies) {
  test(`payments in ${given.map(String).join(' and ') || 'nothing'} share ${shared ?? 'no currency'}`, () => {
    const recentPayments = given.map((currency, index) => ({ _id: `p${index}`, amount: 1, currency }));
    assert.equal(sharedCurrency(dataOf({ recentPayments }).recentPayments), shared);
  });
}
