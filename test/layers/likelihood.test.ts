import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Visitor } from '../../src/protocol/types.ts';
import { FORMATTERS } from '../../src/i18n/messages.ts';
import { InteractionMessages } from '../../src/i18n/interaction-messages.ts';
import { isAboveBaseline, likelihoodSentence } from '../../src/layers/likelihood.ts';
import { visitorOf } from '../protocol/support.ts';

/** A visitor with this `conversionLikelihood`. */
function visitor(conversionLikelihood: unknown, own: object = {}): Visitor {
  return visitorOf({ visitorId: 'v', conversionLikelihood, ...own });
}

function words(conversionLikelihood: unknown, locale = 'en', currency: string | null = 'USD'): string | null {
  return likelihoodSentence(new InteractionMessages(locale, FORMATTERS), visitor(conversionLikelihood), currency);
}

describe('the sentence about a likelihood', () => {
  test('states score, confidence and expected value', () => {
    assert.equal(
      words({ score: 65, confidence: 0.76, raw: { expectedValue: 1.37 } }),
      'More likely to buy than usual: 65 of 100, confidence 76%, expected value $1.37',
    );
  });

  const bands: [score: number, begin: string][] = [
    [100, 'More likely to buy than usual'],
    [56, 'More likely to buy than usual'],
    [55, 'About as likely to buy as usual'],
    [50, 'About as likely to buy as usual'],
    [45, 'About as likely to buy as usual'],
    [44, 'Less likely to buy than usual'],
    [0, 'Less likely to buy than usual'],
  ];
  for (const [score, begin] of bands) {
    test(`for a score of ${score} is “${begin}”`, () => {
      assert.equal(words({ score, confidence: 0.5 }), `${begin}: ${score} of 100, confidence 50%`);
    });
  }

  test('reports too little data below a confidence of 0.5, whatever the score', () => {
    assert.equal(
      words({ score: 90, confidence: 0.49, raw: { expectedValue: 2 } }),
      'Too early to tell how likely to buy: 90 of 100, confidence 49%, expected value $2.00',
    );
  });

  test('leaves out each missing part', () => {
    assert.equal(words({ score: 65 }), 'More likely to buy than usual: 65 of 100');
    assert.equal(
      words({ score: 65, raw: { expectedValue: 0 } }),
      'More likely to buy than usual: 65 of 100, expected value $0.00',
    );
    assert.equal(words({ score: 64.6 }), 'More likely to buy than usual: 65 of 100');
  });

  test('formats the value as a plain number without a currency', () => {
    assert.match(words({ score: 65, raw: { expectedValue: 1.37 } }, 'en', null)!, /expected value 1\.37$/);
  });

  test('formats numbers in the locale', () => {
    const sentence = words({ score: 65, confidence: 0.76, raw: { expectedValue: 1.37 } }, 'de', 'EUR')!;
    assert.match(sentence, /76\s%/);
    assert.match(sentence, /1,37\s€/);
  });

  test('is missing without a score, and for customers', () => {
    for (const nothing of [null, undefined, {}, { confidence: 0.9 }, { score: 101 }])
      assert.equal(words(nothing), null);
    assert.equal(
      likelihoodSentence(
        new InteractionMessages('en', FORMATTERS),
        visitor({ score: 100, confidence: 1 }, { isCustomer: true }),
        'USD',
      ),
      null,
    );
  });
});

test('a visitor is likelier than usual when reliably above the band around the baseline, unless a customer', () => {
  assert.ok(isAboveBaseline(visitor({ score: 56, confidence: 0.9 })));
  assert.ok(isAboveBaseline(visitor({ score: 56 })));
  assert.ok(!isAboveBaseline(visitor({ score: 55, confidence: 0.9 })));
  assert.ok(!isAboveBaseline(visitor({ score: 90, confidence: 0.2 })));
  assert.ok(!isAboveBaseline(visitor({ score: 100 }, { isCustomer: true })));
  assert.ok(!isAboveBaseline(visitor(null)));
});
