import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { iso31661 } from 'iso-3166';
import { countryPoint } from '../../src/geocode/country-points.ts';
import { readBoxes } from '../../src/map/boxes.ts';
import type { Box } from '../../src/map/initial-view.ts';
import text from '../../src/map/lazy/boxes.data.ts';

type Place = readonly [longitude: number, latitude: number];

const boxes = readBoxes(text);
const codes = [...iso31661.map(({ alpha2 }) => alpha2), 'XK'];

const spanOf = ([west, , east]: Box): number => (east > west ? east - west : east - west + 360);
const contains = ([west, south, east, north]: Box, [longitude, latitude]: Place): boolean =>
  latitude >= south &&
  latitude <= north &&
  (west < east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east);

describe('the box of a country', () => {
  test('exists for each code of ISO 3166-1 and for XK, and for no other', () => {
    assert.deepEqual(Object.keys(boxes).sort(), [...codes].sort());
    assert.equal(codes.length, 250);
  });

  test('contains the country’s point', () => {
    for (const code of codes) {
      const { longitude, latitude } = countryPoint(code)!;
      assert.ok(contains(boxes[code]!, [longitude, latitude]), `${code}: ${boxes[code]!.join()}`);
    }
  });

  test('is accepted by `fit`', () => {
    for (const code of codes) {
      const [west, south, east, north] = boxes[code]!;
      assert.ok(Math.abs(west) <= 180 && Math.abs(east) <= 180 && west !== east, code);
      assert.ok(south >= -85 && north <= 85 && south < north, code);
    }
  });

  test('is at least two degrees of a great circle wide and high', () => {
    for (const code of codes) {
      const box = boxes[code]!;
      const middle = ((box[1] + box[3]) / 2) * (Math.PI / 180);
      assert.ok(spanOf(box) * Math.cos(middle) > 1.95 && box[3] - box[1] > 1.95, `${code}: ${box.join()}`);
    }
  });

  test('crosses the antimeridian if and only if the country does', () => {
    const crossing = codes.filter((code) => boxes[code]![0] > boxes[code]![2]);
    assert.deepEqual(crossing.sort(), ['FJ', 'KI', 'RU', 'UM']);
    for (const code of codes.filter((other) => other !== 'AQ')) assert.ok(spanOf(boxes[code]!) < 180, code);
  });

  // prettier-ignore
  const mainlands: [code: string, inside: Place[], outside: Place[]][] = [
    // Brest, Strasbourg, Ajaccio; Cayenne, Saint-Denis.
    ['FR', [[-4.5, 48.4], [7.8, 48.6], [8.7, 41.9]], [[-52.3, 4.9], [55.4, -20.9]]],
    // Seattle, Miami, Bangor; Anchorage, Honolulu, San Juan.
    ['US', [[-122.3, 47.6], [-80.2, 25.8], [-68.8, 44.8]], [[-149.9, 61.2], [-157.9, 21.3], [-66.1, 18.5]]],
    // Groningen, Maastricht; Kralendijk.
    ['NL', [[6.6, 53.2], [5.7, 50.9]], [[-68.3, 12.2]]],
    // Kaliningrad, Moscow, Anadyr, Uelen; New York.
    ['RU', [[20.5, 54.7], [37.6, 55.8], [177.5, 64.7], [-169.8, 66.2]], [[-74, 40.7]]],
    // Suva, and Taveuni on either side of 180°.
    ['FJ', [[178.4, -18.1], [179.99, -16.8], [-179.9, -16.8]], [[170, -18]]],
    // Tarawa, Kanton, Kiritimati; Nauru.
    ['KI', [[173, 1.4], [-171.7, -2.8], [-157.4, 1.8]], [[166.9, -0.5]]],
    // Auckland, Invercargill; the Chatham Islands.
    ['NZ', [[174.8, -36.9], [168.4, -46.4]], [[-176.5, -44]]],
    // Oslo, Hammerfest; Longyearbyen.
    ['NO', [[10.8, 59.9], [23.7, 70.7]], [[15.6, 78.2]]],
    // Kuala Lumpur, Kota Kinabalu.
    ['MY', [[101.7, 3.1], [116.1, 6]], []],
    // Lisbon; Ponta Delgada, Funchal.
    ['PT', [[-9.1, 38.7]], [[-25.7, 37.7], [-16.9, 32.6]]],
    // Palma; Las Palmas.
    ['ES', [[2.6, 39.6]], [[-15.4, 28.1]]],
    // Santiago; Hanga Roa.
    ['CL', [[-70.7, -33.4]], [[-109.4, -27.2]]],
    // Kyiv, Odesa, Simferopol.
    ['UA', [[30.5, 50.5], [30.7, 46.5], [34.1, 44.9]], []],
    // Nicosia, Kyrenia.
    ['CY', [[33.4, 35.2], [33.3, 35.3]], []],
    // Cayenne; Paris.
    ['GF', [[-52.3, 4.9]], [[2.4, 48.9]]],
    ['RE', [[55.4, -20.9]], [[57.5, -20.2]]],
    ['PR', [[-66.1, 18.5]], [[-71, 18.5]]],
    ['GU', [[144.8, 13.5]], []],
    ['HK', [[114.2, 22.3]], [[116.4, 39.9]]],
    ['MO', [[113.5, 22.2]], []],
    ['TW', [[121.5, 25], [120.3, 22.6]], []],
    ['AX', [[19.9, 60.1]], [[24.9, 60.2]]],
    ['XK', [[21.2, 42.7]], [[20.5, 44.8]]],
  ];
  for (const [code, inside, outside] of mainlands) {
    test(`is the mainland for ${code}`, () => {
      const box = boxes[code]!;
      for (const place of inside) assert.ok(contains(box, place), `${place.join()} is in ${box.join()}`);
      for (const place of outside) assert.ok(!contains(box, place), `${place.join()} is not in ${box.join()}`);
    });
  }
});
