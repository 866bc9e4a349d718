import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { iso31661 } from 'iso-3166';
import { isFarOutside } from '../../src/geocode/country-boxes.ts';
import { countryPoint } from '../../src/geocode/country-points.ts';
import { CITIES } from '../../src/simulator/cities.ts';

const at = (longitude: number, latitude: number) => ({ longitude, latitude });

describe('coordinates that clearly contradict their country', () => {
  const gross: [what: string, code: string, longitude: number, latitude: number][] = [
    ['another continent', 'US', 13.4, 52.5],
    ['another country far away', 'DE', 2.2, 41.4],
    ['latitude and longitude swapped', 'DE', 52.5, 13.4],
    ['a sign lost', 'US', 104.99, 39.74],
    ['the other hemisphere', 'AU', 151.2, 33.9],
    ['overseas, but nowhere near a part of it', 'FR', -74, 40.7],
    ['across the antimeridian and far beyond', 'FJ', -140, -18],
  ];
  for (const [what, code, longitude, latitude] of gross) {
    test(`${what}: ${longitude}, ${latitude} in ${code}`, () => {
      assert.ok(isFarOutside(code, at(longitude, latitude)));
    });
  }
});

describe('accepted coordinates', () => {
  const near: [what: string, code: string, longitude: number, latitude: number][] = [
    ['Honolulu', 'US', -157.86, 21.31],
    ['Anchorage', 'US', -149.9, 61.2],
    ['Adak, beyond 180° of longitude or nearly', 'US', -176.6, 51.9],
    ['Attu, beyond it', 'US', 173.2, 52.9],
    ['San Juan, listed as the United States', 'US', -66.1, 18.5],
    ['San Juan', 'PR', -66.1, 18.5],
    ['Saint-Denis on Réunion', 'RE', 55.45, -20.88],
    ['Saint-Denis, listed as France', 'FR', 55.45, -20.88],
    ['Las Palmas', 'ES', -15.43, 28.1],
    ['Ponta Delgada', 'PT', -25.67, 37.74],
    ['Longyearbyen, listed as Norway', 'NO', 15.6, 78.2],
    ['Kaliningrad', 'RU', 20.5, 54.7],
    ['Anadyr, beyond the antimeridian', 'RU', 177.5, 64.7],
    ['Uelen, on its other side', 'RU', -169.8, 66.2],
    ['Suva', 'FJ', 178.4, -18.1],
    ['Sevastopol', 'UA', 33.5, 44.6],
    ['Easter Island', 'CL', -109.4, -27.1],
    ['Pristina', 'XK', 21.2, 42.7],
    ['the South Pole', 'AQ', 0, -90],
    ['across a border: a rough outline is no reason to doubt', 'DE', 7.75, 48.57],
  ];
  for (const [what, code, longitude, latitude] of near) {
    test(`${what}: ${code}`, () => {
      assert.ok(!isFarOutside(code, at(longitude, latitude)));
    });
  }

  test('the point of every country', () => {
    for (const { alpha2 } of iso31661) {
      const point = countryPoint(alpha2);
      assert.ok(point && !isFarOutside(alpha2, point), alpha2);
    }
  });

  test('every city of the simulator', () => {
    for (const city of CITIES) assert.ok(!isFarOutside(city.countryCode, city), city.name);
  });

  test('any, for an unknown country code', () => {
    for (const code of ['A1', 'EU', 'XX', '', '__proto__']) assert.ok(!isFarOutside(code, at(10, 50)), code);
  });
});
