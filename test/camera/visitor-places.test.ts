import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { visitorPlaces } from '../../src/camera/visitor-places.ts';
import { countryPoint } from '../../src/geocode/country-points.ts';
import { visitor } from '../element/documented.ts';
import { snapshotOf } from '../protocol/support.ts';

const at = (longitude: number, latitude: number): object =>
  visitor(`${longitude}`, { longitude, latitude, precision: 'city' });
const inCountry = (countryCode: string | null): object =>
  visitor(`in ${countryCode}`, {
    latitude: null,
    longitude: null,
    precision: 'none',
    location: { city: null, region: null, countryCode },
  });
const visitorsOf = (...visitors: object[]) => snapshotOf({ data: { visitors } }).data.visitors;

describe('the places that fit="auto" includes', () => {
  const people = visitorsOf(at(10, 0), at(170, -20), inCountry('JP'), inCountry(null), inCountry('A1'));

  test('are the visitors’ coordinates and the points of their countries', () => {
    const { longitude, latitude } = countryPoint('JP')!;
    assert.deepEqual(visitorPlaces(people, countryPoint), [
      [10, 0],
      [170, -20],
      [longitude, latitude],
    ]);
    assert.deepEqual(visitorPlaces([], countryPoint), []);
  });

  test('are none while the country point of a visitor is loading', () => {
    assert.deepEqual(
      visitorPlaces(people, () => undefined),
      [],
    );
    assert.deepEqual(
      visitorPlaces(visitorsOf(at(10, 0), inCountry(null)), () => undefined),
      [[10, 0]],
    );
  });

  test('leave out visitors whose country points failed to load', () => {
    assert.deepEqual(
      visitorPlaces(people, () => null),
      [
        [10, 0],
        [170, -20],
      ],
    );
  });
});
