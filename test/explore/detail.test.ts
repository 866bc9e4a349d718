import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ReactiveControllerHost } from 'lit';
import { Detail } from '../../src/explore/detail.ts';
import * as files from '../../src/explore/files.ts';

const NOTHING = { land: false, borders: false, boxes: false };

describe('what a map wants besides its bundle', () => {
  let arrived: () => void = () => undefined;

  function detailOfHost(): Detail {
    const host = {
      requestUpdate: () => {
        arrived();
      },
    };
    return new Detail(host as ReactiveControllerHost);
  }
  /** Names of what has been fetched. */
  const fetched = (): string[] =>
    Object.entries(files)
      .filter(([, { value }]) => value !== null)
      .map(([name]) => name);
  const arrival = (): Promise<void> => new Promise((resolve) => (arrived = resolve));

  test('nothing is wanted: nothing is fetched', () => {
    const detail = detailOfHost();
    detail.want(NOTHING);
    assert.deepEqual(fetched(), []);
    assert.deepEqual([detail.land, detail.borders, detail.boxes], [null, null, null]);
  });

  test('each file is fetched when it is wanted, and updates the host', async () => {
    const detail = detailOfHost();
    for (const [want, names] of [
      ['boxes', ['boxes']],
      ['borders', ['borders', 'boxes']],
      ['land', ['borders', 'boxes', 'fineLand']],
    ] as const) {
      const there = arrival();
      detail.want({ ...NOTHING, [want]: true });
      assert.equal(detail[want], null);
      await there;
      assert.ok(detail[want], want);
      assert.deepEqual(fetched().sort(), names);
    }
    assert.ok(Math.abs(detail.land!.inhabited.coordinates[0]![0]![0]![0]!) <= 180);
  });

  test('what another map has fetched is there at once', () => {
    const detail = detailOfHost();
    detail.want({ ...NOTHING, boxes: true });
    assert.equal(detail.boxes?.PT?.[0], -9.5);
    assert.equal(detail.land, null);
  });

  test('borders are as fine as the land; the others do until they are there', async () => {
    const detail = detailOfHost();
    detail.want({ ...NOTHING, borders: true });
    const coarse = detail.borders;
    assert.ok(coarse);
    const there = arrival();
    detail.want({ ...NOTHING, land: true, borders: true });
    assert.equal(detail.borders, coarse);
    await there;
    assert.ok(detail.borders.coordinates.flat().length > 2 * coarse.coordinates.flat().length);
    detail.want({ ...NOTHING, borders: true });
    assert.equal(detail.borders, coarse);
  });
});
