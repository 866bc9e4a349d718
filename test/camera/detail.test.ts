import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Detail } from '../../src/camera/detail.ts';
import { readers } from '../../src/camera/interactive-camera.ts';

const NOTHING = { land: false, borders: false, boxes: false };

describe('detail files beside the bundle', () => {
  let arrived: () => void = () => undefined;
  const createDetail = (): Detail =>
    new Detail(() => {
      arrived();
    });
  const arrival = (): Promise<void> => new Promise((resolve) => (arrived = resolve));

  test('are not fetched unless requested', () => {
    const detail = createDetail();
    detail.request(NOTHING);
    assert.deepEqual([detail.land(readers), detail.borders(readers), detail.boxes(readers)], [null, null, null]);
  });

  test('are fetched on request and reported when loaded', async () => {
    const detail = createDetail();
    for (const name of ['boxes', 'borders', 'land'] as const) {
      const arriving = arrival();
      detail.request({ ...NOTHING, [name]: true });
      assert.equal(detail[name](readers), null);
      await arriving;
      assert.ok(detail[name](readers), name);
    }
    assert.ok(Math.abs(detail.land(readers)!.inhabited.coordinates[0]![0]![0]![0]!) <= 180);
  });

  test('are reused when another map has fetched them, and parsed once', () => {
    const detail = createDetail();
    detail.request({ ...NOTHING, boxes: true });
    assert.equal(detail.boxes(readers)?.PT?.[0], -9.5);
    assert.equal(detail.boxes(readers), createDetail().boxes(readers));
    assert.equal(detail.land(readers), null);
  });

  test('include borders as fine as the land, and coarser ones until they load', async () => {
    const detail = createDetail();
    detail.request({ ...NOTHING, borders: true });
    const coarse = detail.borders(readers);
    assert.ok(coarse);
    const arriving = arrival();
    detail.request({ ...NOTHING, land: true, borders: true });
    assert.equal(detail.borders(readers), coarse);
    await arriving;
    assert.ok(detail.borders(readers)!.coordinates.flat().length > 2 * coarse.coordinates.flat().length);
    detail.request({ ...NOTHING, borders: true });
    assert.equal(detail.borders(readers), coarse);
  });
});
