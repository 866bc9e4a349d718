import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likelihoodOf, type Likelihood } from '../../src/protocol/likelihood.ts';
import { visitorOf } from './support.ts';

function told(conversionLikelihood: unknown, own: object = {}): Likelihood | null {
  return likelihoodOf(visitorOf({ conversionLikelihood, ...own }));
}

test('a likelihood is unsure below a confidence of 0.5; without one it is used as it is', () => {
  assert.deepEqual(told({ score: 65, confidence: 0.76 }), { score: 65, isUnsure: false });
  assert.deepEqual(told({ score: 65, confidence: 0.5 }), { score: 65, isUnsure: false });
  assert.deepEqual(told({ score: 0, confidence: 0.49 }), { score: 0, isUnsure: true });
  assert.deepEqual(told({ score: 65 }), { score: 65, isUnsure: false });
});

test('there is none without a score, and none for a customer', () => {
  for (const nothing of [null, 'high', {}, { score: null, confidence: 0.9 }]) assert.equal(told(nothing), null);
  assert.equal(told({ score: 100, confidence: 1 }, { isCustomer: true }), null);
});
