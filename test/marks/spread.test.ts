import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LocatedVisitor } from '../../src/marks/mark.ts';
import { slotOffset, slotsOf, spreadLimit } from '../../src/marks/spread.ts';
import { Polls } from './polls.ts';

const NONE: ReadonlyMap<string, number> = new Map();

describe('the slots around a place', () => {
  test('are a sunflower: 137.508° apart, at 0.9 diameters times the square root of their index', () => {
    for (let slot = 1; slot < 19; slot++) {
      const [x, y] = slotOffset(slot, 10);
      assert.ok(Math.abs(Math.hypot(x, y) - 9 * Math.sqrt(slot)) < 1e-9);
      const turn = ((Math.atan2(y, x) * 180) / Math.PI - slot * 137.508) / 360;
      assert.ok(Math.abs(turn - Math.round(turn)) < 1e-4, `slot ${slot}`);
    }
    assert.deepEqual(slotOffset(0, 10), [0, 0]);
  });

  test('are within 14 px, at most 19', () => {
    assert.deepEqual([3, 4, 8, 12, 40].map((size) => spreadLimit(size)), [19, 16, 4, 2, 1]); // prettier-ignore
    assert.equal(spreadLimit(8, 7.3), 2);
    assert.equal(spreadLimit(8, -1), 0);
  });

  test('are assigned by id, in any order of visitors', () => {
    const slots = [...slotsOf(['c', 'a', 'b'], NONE, 4)].sort();
    assert.deepEqual(slots, [['a', 0], ['b', 1], ['c', 2]]); // prettier-ignore
    assert.deepEqual([...slotsOf(['b', 'c', 'a'], NONE, 4)].sort(), slots);
  });

  test('are kept while other visitors leave and arrive, who get free slots', () => {
    const first = slotsOf(['b', 'c', 'd'], NONE, 4);
    const second = slotsOf(['c', 'd'], first, 4);
    assert.deepEqual([second.get('c'), second.get('d')], [1, 2]);
    const third = slotsOf(['a', 'c', 'd', 'e'], second, 4);
    assert.deepEqual([...third].sort(), [['a', 0], ['c', 1], ['d', 2], ['e', 3]]); // prettier-ignore
  });

  test('put a last remaining visitor at the place itself, and none beyond the last slot', () => {
    const known = new Map([['a', 0], ['b', 3], ['c', 3]]); // prettier-ignore
    assert.deepEqual([...slotsOf(['b'], known, 4)], [['b', 0]]);
    assert.deepEqual([...slotsOf(['a', 'b'], known, 2)].sort(), [['a', 0], ['b', 1]]); // prettier-ignore
    assert.deepEqual([...slotsOf(['b', 'c'], known, 4)].sort(), [['b', 3], ['c', 0]]); // prettier-ignore
  });
});

test('remaining visitors keep their slots between polls, and slots of departed ones are freed', () => {
  const person = (id: string): LocatedVisitor => ({
    id, longitude: 0, latitude: 0, precision: 'city', isCustomer: false, activity: 'active', likelihood: null, at: [100, 100],
  }); // prettier-ignore
  const polls = new Polls();
  const spots = (...ids: string[]): Map<string, string> =>
    new Map(polls.place(ids.map(person), 8).map(({ ids: [id = ''], x, y }) => [id, `${x},${y}`]));
  const before = spots('b', 'c', 'd');
  const after = spots('a', 'c', 'd');
  assert.equal(after.get('c'), before.get('c'));
  assert.equal(after.get('d'), before.get('d'));
  assert.equal(after.get('a'), before.get('b'));
  assert.deepEqual([...(polls.last?.slots.keys() ?? [])].sort(), ['a', 'c', 'd']);
});
