import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { shareOfQuadrilateral, type Quadrilateral } from '../../src/map/quadrilateral.ts';

type See = (x: number, y: number) => { x: number; y: number };

const turn = Math.PI / 7;
const views: Record<string, See> = {
  'as it is': (x, y) => ({ x, y }),
  'scaled and moved': (x, y) => ({ x: 40 + 0.9 * x, y: -300 + 1.5 * y }),
  turned: (x, y) => ({ x: Math.cos(turn) * x - Math.sin(turn) * y, y: Math.sin(turn) * x + Math.cos(turn) * y }),
  skewed: (x, y) => ({ x: x + 0.4 * y, y: 0.1 * x + y }),
  mirrored: (x, y) => ({ x: 500 - x, y }),
  'in perspective': (x, y) => ({
    x: (0.8 * x + 20) / (1 + 0.0004 * x + 0.0002 * y),
    y: (0.1 * x + y) / (1 + 0.0004 * x + 0.0002 * y),
  }),
};

describe('a point in a transformed rectangle', () => {
  for (const [name, see] of Object.entries(views)) {
    test(`${name}: is found`, () => {
      const corners: Quadrilateral = [see(0, 0), see(800, 0), see(0, 400), see(800, 400)];
      for (const [x, y] of [
        [0, 0],
        [200, 100],
        [790, 30],
        [400, 400],
        [-50, 420],
      ] as const) {
        const share = shareOfQuadrilateral(see(x, y), corners);
        assert.ok(Math.hypot(800 * share.x - x, 400 * share.y - y) < 1e-6, `${x}, ${y}`);
      }
    });
  }

  test('is unknown for a rectangle without area', () => {
    const none = { x: 7, y: 7 };
    assert.ok(Number.isNaN(shareOfQuadrilateral({ x: 8, y: 8 }, [none, none, none, none]).x));
  });
});
