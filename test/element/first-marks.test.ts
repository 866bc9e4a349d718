import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MapModel, type LoadedCamera } from '../../src/element/map-model.ts';
import { VisitorLocator } from '../../src/element/visitor-locator.ts';
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

describe('the marks of the first picture', () => {
  for (const [count, steps] of [
    [250, 2],
    [5_000, 6],
  ] as const) {
    test(`of ${count} visitors are computed in ${steps} steps, with the same result as at once`, () => {
      const state = stateOf(count);
      const model = new MapModel(new VisitorLocator(() => undefined));
      const frame = model.frame(DEFAULTS, state, WORLD);
      assert.equal([...model.composeInSteps(state, frame, SIZE)].length, steps);
      const expected = new MapModel(new VisitorLocator(() => undefined)).compose(state, frame, SIZE);
      const { marks, isDense } = model.compose(state, frame, SIZE);
      assert.equal(isDense, expected.isDense);
      assert.ok(marks.length > 100);
      assert.deepEqual(
        marks.map(({ key, x, y, radius, number }) => [key, x, y, radius, number]),
        expected.marks.map(({ key, x, y, radius, number }) => [key, x, y, radius, number]),
      );
    });
  }
});
