import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likelihoodOf, type Likelihood } from '../../src/protocol/likelihood.ts';
import { visitorOf } from './support.ts';

function parsed(conversionLikelihood: unknown, own: object = {}): Likelihood | null {
  return likelihoodOf(visitorOf({ conversionLikelihood, ...own }));
}

test('a likelihood is unsure below a confidence of 0.5, and used without one', () => {
  assert.deepEqual(parsed({ score: 65, confidence: 0.76 }), { score: 65, isUnsure: false });
  assert.deepEqual(parsed({ score: 65, confidence: 0.5 }), { score: 65, isUnsure: false });
  assert.deepEqual(parsed({ score: 0, confidence: 0.49 }), { score: 0, isUnsure: true });
  assert.deepEqual(parsed({ score: 65 }), { score: 65, isUnsure: false });
});

test('a likelihood is null without a score and for a customer', () => {
  for (const nothing of [null, 'high', {}, { score: null, confidence: 0.9 }]) assert.equal(parsed(nothing), null);
  assert.equal(parsed({ score: 100, confidence: 1 }, { isCustomer: true }), null);
});
