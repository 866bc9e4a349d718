import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { after, before, describe, mock, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ReactiveControllerHost } from 'lit';
import { Detail } from '../../src/explore/detail.ts';

const NOTHING = { land: false, borders: false, boxes: false };

describe('what a map wants besides its bundle', () => {
  const requests: string[] = [];
  let arrived: () => void = () => undefined;

  before(() => {
    mock.method(globalThis, 'fetch', async (url: string) => {
      requests.push(basename(url));
      return new Response(await readFile(fileURLToPath(url)));
    });
  });

  after(() => {
    mock.restoreAll();
  });

  function detailOfHost(): Detail {
    const host = {
      requestUpdate: () => {
        arrived();
      },
    };
    return new Detail(host as ReactiveControllerHost);
  }
  const arrival = (): Promise<void> => new Promise((resolve) => (arrived = resolve));

  test('nothing is wanted: nothing is fetched', () => {
    const detail = detailOfHost();
    detail.want(NOTHING);
    assert.deepEqual(requests, []);
    assert.deepEqual([detail.land, detail.borders, detail.boxes], [null, null, null]);
  });

  test('each file is fetched when it is wanted, and updates the host', async () => {
    const detail = detailOfHost();
    for (const [want, file] of [
      ['boxes', 'boxes.json'],
      ['borders', 'borders.json'],
      ['land', 'fine-land.json'],
    ] as const) {
      const there = arrival();
      detail.want({ ...NOTHING, [want]: true });
      assert.equal(detail[want], null);
      await there;
      assert.ok(detail[want], want);
      assert.equal(requests.at(-1), file);
    }
    assert.ok(Math.abs(detail.land!.inhabited.coordinates[0]![0]![0]![0]!) <= 180);
  });

  test('what another map has had fetched is there at once, for who wants it', () => {
    const before = requests.length;
    const detail = detailOfHost();
    detail.want({ ...NOTHING, boxes: true });
    assert.equal(detail.boxes?.PT?.[0], -9.5);
    assert.equal(detail.land, null);
    assert.equal(requests.length, before);
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
    assert.equal(requests.at(-1), 'fine-borders.json');
    assert.ok(detail.borders.coordinates.flat().length > 2 * coarse.coordinates.flat().length);
    detail.want({ ...NOTHING, borders: true });
    assert.equal(detail.borders, coarse);
  });
});
