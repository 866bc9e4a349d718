import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { geoGraticule10, geoPath } from 'd3-geo';
import { readLand } from '../../src/map/land.ts';
import { boundsOf, pathOf } from '../../src/map/path.ts';
import { PROJECTIONS } from '../../src/map/projection-names.ts';
import { createProjection } from '../../src/map/projections.ts';

const objects = {
  land: readLand().inhabited,
  antarctic: readLand().antarctic,
  graticule: geoGraticule10(),
  sphere: { type: 'Sphere' },
} as const;

describe('paths and bounds are those of d3-geo', () => {
  for (const name of PROJECTIONS) {
    for (const [what, object] of Object.entries(objects)) {
      test(`${name}: ${what}`, () => {
        const projection = createProjection(name).fitWidth(960, objects.land);
        const reference = geoPath(projection).digits(1);
        assert.equal(pathOf(projection, object), reference(object) ?? '');
        assert.deepEqual(boundsOf(projection, object), reference.bounds(object));
      });
    }
  }

  test('what is clipped away has no path', () => {
    const projection = createProjection('globe').rotate([0, 90]);
    const pole = { type: 'LineString' as const, coordinates: [[0, 80], [90, 80]] }; // prettier-ignore
    assert.equal(pathOf(projection, pole), '');
  });
});
