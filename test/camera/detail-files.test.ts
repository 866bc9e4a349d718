import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DetailFiles } from '../../src/camera/detail-files.ts';
import { DETAIL_READERS } from '../../src/camera/interactive-camera.ts';

const NOTHING = { land: false, borders: false, boxes: false };

describe('detail files beside the bundle', () => {
  let arrived: () => void = () => undefined;
  const createDetail = (): DetailFiles =>
    new DetailFiles(() => {
      arrived();
    });
  const arrival = (): Promise<void> => new Promise((resolve) => (arrived = resolve));

  test('are not fetched unless requested', () => {
    const detail = createDetail();
    detail.request(NOTHING);
    assert.deepEqual(
      [detail.land(DETAIL_READERS), detail.borders(DETAIL_READERS), detail.boxes(DETAIL_READERS)],
      [null, null, null],
    );
  });

  test('are fetched on request and reported when loaded', async () => {
    const detail = createDetail();
    for (const name of ['boxes', 'borders', 'land'] as const) {
      const arriving = arrival();
      detail.request({ ...NOTHING, [name]: true });
      assert.equal(detail[name](DETAIL_READERS), null);
      await arriving;
      assert.ok(detail[name](DETAIL_READERS), name);
    }
    assert.ok(Math.abs(detail.land(DETAIL_READERS)!.inhabited.coordinates[0]![0]![0]![0]!) <= 180);
  });

  test('are reused when another map has fetched them, and parsed once', () => {
    const detail = createDetail();
    detail.request({ ...NOTHING, boxes: true });
    assert.equal(detail.boxes(DETAIL_READERS)?.PT?.[0], -9.5);
    assert.equal(detail.boxes(DETAIL_READERS), createDetail().boxes(DETAIL_READERS));
    assert.equal(detail.land(DETAIL_READERS), null);
  });

  test('include borders as fine as the land, and coarser ones until they load', async () => {
    const detail = createDetail();
    detail.request({ ...NOTHING, borders: true });
    const coarse = detail.borders(DETAIL_READERS);
    assert.ok(coarse);
    const arriving = arrival();
    detail.request({ ...NOTHING, land: true, borders: true });
    assert.equal(detail.borders(DETAIL_READERS), coarse);
    await arriving;
    assert.ok(detail.borders(DETAIL_READERS)!.coordinates.flat().length > 2 * coarse.coordinates.flat().length);
    detail.request({ ...NOTHING, borders: true });
    assert.equal(detail.borders(DETAIL_READERS), coarse);
  });
});
