import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { registerMessages } from '../../src/i18n/registry.ts';
import type { TickerRow } from '../../src/ticker/rows.ts';
import { placeName, rowMessage } from '../../src/ticker/wording.ts';
import { ROW } from './row.ts';

const LISBON = { city: 'Lisbon', region: null, countryCode: 'PT' };

const word = (own: Partial<TickerRow>, locale = 'en'): string =>
  rowMessage(locale, { ...ROW, ...own })
    .map(({ text }) => text)
    .join('')
    .replace(/\u00a0/g, ' ');

describe('every sentence, with and without a place', () => {
  const sentences: [row: Partial<TickerRow>, without: string, within: string][] = [
    [{ page: '/pricing' }, 'Someone opened /pricing', 'Someone in Lisbon opened /pricing'],
    [{ page: '/', isCustomer: true }, 'A customer opened /', 'A customer in Lisbon opened /'],
    [{ page: null }, 'Someone is looking around', 'Someone in Lisbon is looking around'],
    [{ kind: 'goal', goal: 'signup' }, 'Someone reached signup', 'Someone in Lisbon reached signup'],
    [
      { kind: 'goal', goal: 'signup', isCustomer: true },
      'A customer reached signup',
      'A customer in Lisbon reached signup',
    ],
    [{ kind: 'goal' }, 'Someone reached a goal', 'Someone in Lisbon reached a goal'],
    [
      { kind: 'goal', goal: 'external_link', isExit: true },
      'Someone followed a link to another site',
      'Someone in Lisbon followed a link to another site',
    ],
    [{ kind: 'payment', amount: 49, currency: 'EUR' }, 'Payment of €49.00', 'Payment of €49.00, Lisbon'],
    [
      { kind: 'payment', amount: 49, currency: 'EUR', isRenewal: true },
      'Payment of €49.00 · renewal',
      'Payment of €49.00, Lisbon · renewal',
    ],
    [{ kind: 'payment', amount: null }, 'A payment came in', 'A payment came in from Lisbon'],
    [{ kind: 'payment', amount: 49, currency: null }, 'A payment came in', 'A payment came in from Lisbon'],
    [{ kind: 'payment', amount: 0, currency: 'EUR' }, 'A free trial started', 'A free trial started in Lisbon'],
  ];
  for (const [row, without, within] of sentences) {
    test(within, () => {
      assert.equal(word(row), without);
      assert.equal(word({ ...row, place: LISBON }), within);
    });
  }
});

describe('amounts', () => {
  const amounts: [amount: number, currency: string, text: string][] = [
    [4900, 'JPY', '¥4,900'],
    [29.99, 'usd', '$29.99'],
    [12.5, '$', '$12.50'],
    [12, 'points', 'points 12'],
    [0.00012, 'BTC', 'BTC 0.00012'],
    [12.5, 'USDT', 'USDT 12.50'],
    [-5, '€', '-€5'],
    [5, 'QQQ', 'QQQ 5.00'],
  ];
  for (const [amount, currency, text] of amounts) {
    test(`formats ${amount} ${currency} as ${text}`, () => {
      assert.equal(word({ kind: 'payment', amount, currency }), `Payment of ${text}`);
    });
  }

  test('formats amounts in the locale', () => {
    registerMessages('de', { payment: 'Zahlung über {amount}' });
    assert.equal(word({ kind: 'payment', amount: 1299.5, currency: 'EUR' }, 'de'), 'Zahlung über 1.299,50 €');
  });
});

describe('places', () => {
  test('are a city, else a localised country, else missing', () => {
    assert.equal(placeName('en', LISBON), 'Lisbon');
    assert.equal(placeName('en', { city: null, region: 'PT-11', countryCode: 'PT' }), 'Portugal');
    assert.equal(placeName('de', { city: null, region: null, countryCode: 'PT' }), 'Portugal');
    assert.equal(placeName('en', { city: null, region: 'PT-11', countryCode: null }), null);
    assert.equal(placeName('en', null), null);
  });

  test('have the article of English countries', () => {
    const place = { city: null, region: null, countryCode: 'NL' };
    assert.equal(word({ page: '/', place }), 'Someone in the Netherlands opened /');
  });
});

test('filled-in text can be distinguished from the sentence around it', () => {
  const parts = rowMessage('en', { ...ROW, page: '/in {place}', place: LISBON });
  assert.deepEqual(
    parts.filter(({ name }) => name !== null),
    [
      { name: 'place', text: 'Lisbon' },
      { name: 'page', text: '/in {place}' },
    ],
  );
});
