import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dataOf, eventOf, paymentOf, visitorOf } from './support.ts';

describe('a visitor', () => {
  test('with only an id has null in all other fields', () => {
    assert.deepEqual(visitorOf({ visitorId: 'a' }), {
      visitorId: 'a',
      location: { city: null, region: null, countryCode: null },
      system: { browser: null, os: null, device: null },
      currentUrl: null,
      referrer: null,
      sessionStartTime: null,
      visitCount: null,
      latitude: null,
      longitude: null,
      precision: 'none',
      isCustomer: false,
      customerName: null,
      customerEmail: null,
      profileData: { displayName: null, userId: null, hasProfile: false, isRandomName: false },
      conversionLikelihood: null,
    });
  });

  test('has the same system in both versions of the documentation', () => {
    const system = { browser: 'Chrome', os: 'macOS', device: 'desktop' };
    assert.deepEqual(visitorOf({ system }).system, system);
    const versionA = { browser: { name: 'Chrome' }, os: { name: 'macOS' }, device: { type: 'desktop' } };
    assert.deepEqual(visitorOf({ system: versionA }).system, system);
    const empty = { browser: {}, os: null, device: '' };
    assert.deepEqual(visitorOf({ system: empty }).system, { browser: null, os: null, device: null });
  });

  test('has null for null, "" and white space', () => {
    for (const nothing of [null, '', '  ', undefined]) {
      const visitor = visitorOf({
        location: { city: nothing, region: nothing, countryCode: nothing },
        currentUrl: nothing,
        referrer: nothing,
        profileData: { displayName: nothing },
      });
      assert.deepEqual(visitor.location, { city: null, region: null, countryCode: null });
      assert.deepEqual([visitor.currentUrl, visitor.referrer, visitor.profileData.displayName], [null, null, null]);
    }
  });

  test('has an upper-case country of two letters, or null', () => {
    const country = (countryCode: unknown): unknown => visitorOf({ location: { countryCode } }).location.countryCode;
    assert.equal(country('de'), 'DE');
    for (const code of ['DEU', 'D', '49', 49, 'Germany', {}]) assert.equal(country(code), null);
  });

  test('has coordinates only as a valid pair', () => {
    const place = (latitude: unknown, longitude: unknown): unknown[] => {
      const visitor = visitorOf({ latitude, longitude });
      return [visitor.latitude, visitor.longitude, visitor.precision];
    };
    const nowhere = [null, null, 'none'];
    assert.deepEqual(place(52.52, 13.4), [52.52, 13.4, 'coordinates']);
    assert.deepEqual(place('52.52', '13.4'), [52.52, 13.4, 'coordinates']);
    assert.deepEqual(place(-90, 180), [-90, 180, 'coordinates']);
    assert.deepEqual(place(0, 6.73), [0, 6.73, 'coordinates'], 'the equator is a place');
    assert.deepEqual(place(51.48, 0), [51.48, 0, 'coordinates'], 'the meridian of Greenwich is a place');
    assert.deepEqual(place(0, 0), nowhere, 'missing coordinates often become 0, 0');
    assert.deepEqual(place('0', '0.0'), nowhere);
    assert.deepEqual(place(52.52, undefined), nowhere);
    assert.deepEqual(place(null, 13.4), nowhere);
    assert.deepEqual(place(91, 13.4), nowhere);
    assert.deepEqual(place(52.52, -180.1), nowhere);
    assert.deepEqual(place('', ''), nowhere);
    assert.deepEqual(place(true, []), nowhere);
  });

  test('has the precision sent by the proxy, and none without coordinates', () => {
    assert.equal(visitorOf({ latitude: 52, longitude: 13, precision: 'region' }).precision, 'region');
    assert.equal(visitorOf({ latitude: 52, longitude: 13, precision: 'exact' }).precision, 'coordinates');
    assert.equal(visitorOf({ latitude: 52, longitude: 13, precision: 'none' }).precision, 'coordinates');
    assert.equal(visitorOf({ precision: 'city' }).precision, 'none');
  });

  test('is a customer only if isCustomer is true', () => {
    assert.equal(visitorOf({ isCustomer: true }).isCustomer, true);
    for (const given of ['true', 1, 'false', {}, null])
      assert.equal(visitorOf({ isCustomer: given }).isCustomer, false);
  });

  test('has a prediction within its bounds', () => {
    const raw = { conversionRate: 0.04, averageValue: 34.5, expectedValue: 1.38 };
    const given = { score: 65, confidence: 0.76, isBaseline: false, dimensionMatches: ['country', 7, null, ''], raw };
    assert.deepEqual(visitorOf({ conversionLikelihood: given }).conversionLikelihood, {
      ...given,
      dimensionMatches: ['country', '7'],
    });
    const absurd = visitorOf({ conversionLikelihood: { score: 101, confidence: -1, raw: { conversionRate: 2 } } });
    assert.deepEqual(absurd.conversionLikelihood, {
      score: null,
      confidence: null,
      isBaseline: false,
      dimensionMatches: [],
      raw: { conversionRate: null, averageValue: null, expectedValue: null },
    });
  });
});

describe('an event', () => {
  test('may have any type, and is a pageview by default', () => {
    for (const type of ['pageview', 'custom', 'identify', 'payment', 'external_link', 'signup', 'never heard of']) {
      assert.equal(eventOf({ _id: 'e', type }).type, type);
    }
    assert.equal(eventOf({ _id: 'e' }).type, 'pageview');
  });

  test('keeps only the name of the goal of its extra data', () => {
    const extraData = { eventName: 'signup', email: 'ada@example.com', image: 'https://example.com/ada.png' };
    assert.deepEqual(eventOf({ _id: 'e', extraData }).extraData, { eventName: 'signup' });
    for (const nothing of [null, 'signup', [], {}]) {
      assert.deepEqual(eventOf({ _id: 'e', extraData: nothing }).extraData, { eventName: null });
    }
  });
});

describe('a payment', () => {
  test('keeps its currency as code or symbol and its amount, which may be 0 or null', () => {
    assert.equal(paymentOf({ _id: 'p', currency: 'EUR' }).currency, 'EUR');
    assert.equal(paymentOf({ _id: 'p', currency: '$' }).currency, '$');
    assert.equal(paymentOf({ _id: 'p', amount: 0 }).amount, 0);
    assert.equal(paymentOf({ _id: 'p', amount: '29.99' }).amount, 29.99);
    assert.equal(paymentOf({ _id: 'p', amount: null }).amount, null);
    assert.equal(paymentOf({ _id: 'p', amount: '' }).amount, null);
  });

  test('is skipped only if it is marked invisible', () => {
    const given = [
      { _id: 'a', visible: false },
      { _id: 'b', visible: true },
      { _id: 'c' },
      { _id: 'd', visible: null },
    ];
    assert.deepEqual(
      dataOf({ recentPayments: given }).recentPayments.map(({ _id }) => _id),
      ['b', 'c', 'd'],
    );
  });
});
