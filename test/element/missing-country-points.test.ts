import assert from 'node:assert/strict';
import { after, before, describe, mock, test } from 'node:test';
import { MapModel, type LoadedCamera } from '../../src/element/map-model.ts';
import { VisitorLocator } from '../../src/element/visitor-locator.ts';
import { INITIAL_STATE, type LiveState } from '../../src/store/live-state.ts';
import { visitorOf } from '../protocol/support.ts';
import { DEFAULTS, failFirstImport } from './missing-file.ts';

failFirstImport('/geocode/country-points.ts');

const loaded = { camera: null, readers: null, isMissing: false } as LoadedCamera;
const KENYA = { location: { city: null, region: null, countryCode: 'KE' } };
const visitors = [
  visitorOf({ visitorId: 'published', ...KENYA, longitude: 36.8, latitude: -1.3, precision: 'country' }),
  visitorOf({ visitorId: 'unplaced', ...KENYA }),
];
const state: LiveState = { ...INITIAL_STATE, visitors, lastActivity: [null, null] };

describe('visitors known by country only, without the file of country points', () => {
  const warnings: string[] = [];
  let arrived: () => void = () => undefined;
  const arrival = (): Promise<void> => new Promise((resolve) => (arrived = resolve));
  const model = new MapModel(
    new VisitorLocator(() => {
      arrived();
    }),
    () => null,
  );
  const drawn = (): string[] => {
    const basemap = model.basemap(DEFAULTS, state, loaded);
    const { marks } = model.compose(state, basemap, { width: 800, dotSize: 8, predictions: false });
    return marks.flatMap(({ ids }) => ids);
  };

  before(() => {
    mock.timers.enable({ apis: ['Date'] });
    mock.method(console, 'warn', (text: string) => void warnings.push(text));
  });
  after(() => {
    mock.timers.reset();
    mock.restoreAll();
  });

  test('are drawn if a proxy has located them; one warning reports the others', async () => {
    const failed = arrival();
    assert.deepEqual(drawn(), [], 'it is being fetched');
    await failed;
    assert.deepEqual(drawn(), ['published']);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]!, /datafast-live-map could not load places by country; continuing without: .*HTTP 404/);
  });

  test('are all drawn when the file loads later', async () => {
    mock.timers.tick(60_000);
    const found = arrival();
    assert.deepEqual(drawn(), ['published'], 'it is on its way again');
    await found;
    assert.deepEqual(drawn(), ['published', 'unplaced']);
    assert.equal(warnings.length, 1);
  });
});
