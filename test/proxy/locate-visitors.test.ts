import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { geocoderOf } from '../../src/geocode/geocoder.ts';
import { createLocator, locateVisitors, type LocateVisitors } from '../../src/proxy/locate-visitors.ts';
import { snapshotOf } from '../protocol/support.ts';

const DENVER = { city: 'Denver', region: 'US-CO', countryCode: 'US' };

async function placeOf(own: object, by: LocateVisitors = locateVisitors): Promise<string> {
  const { data } = snapshotOf({ data: { visitors: [{ visitorId: 'a', ...own }] } });
  const [visitor] = (await by(data)).visitors;
  return `${visitor!.precision} ${visitor!.longitude},${visitor!.latitude}`;
}

describe('locating a visitor in the proxy', () => {
  test('prefers the upstream’s coordinates', async () => {
    assert.equal(await placeOf({ location: DENVER, latitude: 39.74, longitude: -104.98 }), 'coordinates -104.98,39.74');
  });

  test('uses place names without coordinates', async () => {
    assert.equal(await placeOf({ location: DENVER }), 'city -105,39.7');
    assert.match(await placeOf({ location: { ...DENVER, city: null } }), /^region -10[45]/);
    assert.match(await placeOf({ location: { countryCode: 'US' } }), /^country /);
    assert.match(await placeOf({ location: { countryCode: 'UK' } }), /^country /);
  });

  test('ignores coordinates and city that contradict the country', async () => {
    assert.match(await placeOf({ location: DENVER, latitude: 48.86, longitude: 2.35 }), /^country -/);
  });

  test('leaves a visitor without a known place unlocated', async () => {
    assert.equal(await placeOf({ location: { city: 'Denver', countryCode: 'XX' } }), 'none null,null');
    assert.equal(await placeOf({}), 'none null,null');
  });

  test('falls back to countries when places fail to load, without failing a request', async () => {
    const broken = createLocator(geocoderOf([() => Promise.reject(new Error('404'))]));
    assert.match(await placeOf({ location: DENVER }, broken), /^country -/);
    assert.equal(await placeOf({ latitude: 48.86, longitude: 2.35 }, broken), 'coordinates 2.35,48.86');
  });
});
