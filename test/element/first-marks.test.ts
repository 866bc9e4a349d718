import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MapModel, type LoadedCamera } from '../../src/element/map-model.ts';
import { VisitorLocator } from '../../src/element/visitor-locator.ts';
import { placeOnLattice } from '../../src/marks/lattice.ts';
import { INITIAL_STATE, type LiveState } from '../../src/store/live-state.ts';
import { visitorOf } from '../protocol/support.ts';
import { DEFAULTS } from './missing-file.ts';

const SIZE = { width: 960, dotSize: 8, predictions: false };
const WORLD: LoadedCamera = {
  camera: null,
  readers: null,
  isMissing: false,
  detail: { land: () => null, borders: () => null, boxes: () => null },
};

function stateOf(count: number): LiveState {
  const visitors = Array.from({ length: count }, (_, index) =>
    visitorOf({ visitorId: `v${index}`, longitude: ((index * 37) % 340) - 170, latitude: ((index * 17) % 120) - 50 }),
  );
  return { ...INITIAL_STATE, visitors, lastActivity: visitors.map(() => null) };
}

const modelWith = (placeDense: typeof placeOnLattice | null): MapModel =>
  new MapModel(new VisitorLocator(() => undefined), () => placeDense);

describe('the marks of the first picture', () => {
  for (const [count, steps] of [
    [250, 1],
    [5_000, 5],
  ] as const) {
    test(`of ${count} visitors are located in ${steps} steps, with the same result as at once`, () => {
      const state = stateOf(count);
      const model = modelWith(placeOnLattice);
      const basemap = model.basemap(DEFAULTS, state, WORLD);
      assert.equal([...model.locateInSteps(state, basemap, SIZE)].length, steps);
      const expected = modelWith(placeOnLattice).compose(state, basemap, SIZE);
      const { marks, isDense } = model.compose(state, basemap, SIZE);
      assert.equal(isDense, expected.isDense);
      assert.ok(marks.length > 100);
      assert.deepEqual(
        marks.map(({ key, x, y, radius, number }) => [key, x, y, radius, number]),
        expected.marks.map(({ key, x, y, radius, number }) => [key, x, y, radius, number]),
      );
    });
  }

  test('of a crowd show every visitor without the file of crowds, and are dense once it is there', () => {
    const state = stateOf(5_000);
    let placeDense: typeof placeOnLattice | null = null;
    const model = new MapModel(new VisitorLocator(() => undefined), () => placeDense);
    const basemap = model.basemap(DEFAULTS, state, WORLD);
    const shown = (): [isDense: boolean, visitors: number] => {
      const { marks, isDense } = model.compose(state, basemap, SIZE);
      return [isDense, new Set(marks.flatMap(({ ids }) => ids)).size];
    };
    const [isDense, visitors] = shown();
    assert.equal(isDense, false);
    assert.ok(visitors > 4_900);
    placeDense = placeOnLattice;
    assert.deepEqual(shown(), [true, visitors]);
  });
});
