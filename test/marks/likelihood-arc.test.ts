import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { likelihoodArc } from '../../src/marks/likelihood-arc.ts';

const RADIUS = 4;

interface Arc {
  /** Points on the circle, from the beginning of the arc. */
  points: [x: number, y: number][];
  radii: number[];
  tick: [x: number, y: number, down: number];
}

function read(path: string): Arc {
  const numbers = (text: string): number[] =>
    text
      .split(/[ A-Za-z]/)
      .filter(Boolean)
      .map(Number);
  const [, arc = '', tick = ''] = path.split('m');
  const [start = '', ...pieces] = arc.split('a');
  const arcs = pieces.map(numbers);
  // Each is relative to the one before.
  let [x, y] = [0, 0];
  const moveBy = ([right = NaN, down = NaN]: number[]): [number, number] => {
    [x, y] = [x + right, y + down];
    return [x, y];
  };
  const points = [numbers(start), ...arcs.map((piece) => piece.slice(-2))].map(moveBy);
  const tickStart = numbers(tick);
  return {
    points,
    radii: arcs.flatMap((piece) => piece.slice(0, 2)),
    tick: [...moveBy(tickStart), tickStart[2] ?? NaN],
  };
}

/** Degrees clockwise that all pieces sweep together, none of which is more than a half turn. */
function sweep({ points }: Arc): number {
  const angles = points.map(([x, y]) => (Math.atan2(x, -y) * 180) / Math.PI);
  return angles.slice(1).reduce((sum, angle, index) => sum + ((angle - angles[index]! + 360) % 360), 0);
}

describe('the arc of a likelihood', () => {
  for (const score of [1, 12.5, 35, 49, 50, 51, 65, 88, 99]) {
    test(`of ${score} covers ${score} hundredths of the circle, clockwise from 12 o’clock`, () => {
      const arc = read(likelihoodArc(score, RADIUS));
      assert.deepEqual([arc.points[0]![0], Math.sign(arc.points[0]![1])], [0, -1]);
      assert.ok(Math.abs(sweep(arc) - score * 3.6) < 0.2, `${sweep(arc)}°`);
    });
  }

  test('of 100 is the whole circle in two halves, as one arc would vanish', () => {
    const arc = read(likelihoodArc(100, RADIUS));
    assert.equal(arc.points.length, 3);
    assert.deepEqual(arc.points[2]!.map(Math.abs), arc.points[0]!.map(Math.abs));
  });

  test('of 0 is empty', () => {
    const [start, end] = read(likelihoodArc(0, RADIUS)).points;
    assert.deepEqual(start!.map(Math.abs), end!.map(Math.abs));
  });

  test('is on a circle around the dot, clear of it', () => {
    for (const radius of [2, 4, 8]) {
      const { points, radii } = read(likelihoodArc(70, radius));
      const [r = 0] = radii;
      assert.ok(r > radius + 1.5);
      assert.ok(radii.every((each) => each === r));
      for (const [x, y] of points) assert.ok(Math.abs(Math.hypot(x, y) - r) < 0.02);
    }
  });

  test('has the baseline as an outward tick at 6 o’clock, whatever the score', () => {
    const ticks = [0, 20, 50, 80, 100].map((score) => read(likelihoodArc(score, RADIUS)).tick);
    for (const [x, y, down] of ticks) {
      assert.equal(x, 0);
      assert.ok(y > RADIUS && down > 0);
      assert.deepEqual([x, y, down], ticks[0]);
    }
  });
});
