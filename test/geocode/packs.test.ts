import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { iso31661 } from 'iso-3166';
import { countryPoint } from '../../src/geocode/country-points.ts';
import * as full from '../../src/geocode/full.data.ts';
import * as hot from '../../src/geocode/hot.data.ts';
import { Places } from '../../src/geocode/places.ts';
import { Regions } from '../../src/geocode/regions.ts';
import { SHARDS } from '../../src/geocode/shards.data.ts';
import { GROUPS } from '../../tools/places/groups.ts';
import { isInside } from '../../tools/places/lattice.ts';

const islets = JSON.parse(readFileSync(join(import.meta.dirname, 'islets.json'), 'utf8')) as Record<string, string[]>;
const marked = new Set(Object.entries(islets).flatMap(([code, points]) => points.map((point) => `${code} ${point}`)));

type Pack = Readonly<Record<'REGIONS' | 'PLACES', Readonly<Record<string, string>>>>;

/** All points of a pack, as `[code, x, y]` in tenths of a degree. */
function* pointsOf({ REGIONS, PLACES }: Pack): Generator<readonly [code: string, x: number, y: number], void> {
  for (const [code, text] of Object.entries(PLACES)) {
    const regions = new Regions(REGIONS[code] ?? '');
    for (const [index, x] of regions.x.entries()) yield [code, x, regions.y[index]!];
    for (const { x, y } of new Places(text, regions)) yield [code, x, y];
  }
}

/** Every point lies in its own country by Natural Earth's 1:10m outlines, to the tenth of a degree, or is marked. */
function assertAtHome(points: Iterable<readonly [code: string, x: number, y: number]>): number {
  let count = 0;
  for (const [code, x, y] of points) {
    count++;
    assert.ok(isInside(code, x, y) || marked.has(`${code} ${x},${y}`), `${code}: ${x / 10},${y / 10}`);
  }
  return count;
}

describe('place packs', () => {
  test('full: has 170,000 places and 20,000 other names, each inside its country or on a marked islet', () => {
    const count = assertAtHome(pointsOf(full));
    assert.ok(count > 190_000 && count < 200_000, `${count} points`);
  });

  test('hot: has each place inside its country or on a marked islet', () => {
    const count = assertAtHome(pointsOf(hot));
    assert.ok(count > 8500 && count < 10_000, `${count} points`);
  });

  test('shards: have each place inside its country or on a marked islet', async () => {
    const PLACES: Record<string, string> = {};
    for (const load of Object.values(SHARDS)) Object.assign(PLACES, (await load()).PLACES);
    const count = assertAtHome(pointsOf({ REGIONS: hot.REGIONS, PLACES }));
    assert.ok(count > 25_000 && count < 32_000, `${count} points`);
  });

  test('shards: are about forty files with each country in one of them', async () => {
    const codes: string[] = [];
    for (const [key, load] of Object.entries(SHARDS)) {
      assert.deepEqual(key.split(' '), Object.keys((await load()).PLACES));
      codes.push(...key.split(' '));
    }
    assert.equal(new Set(codes).size, codes.length);
    assert.ok(codes.length > 190, `${codes.length} countries`);
    const files = readdirSync(join(import.meta.dirname, '../../src/geocode/shards'));
    assert.deepEqual(
      files.sort(),
      Object.keys(GROUPS)
        .map((name) => `${name}.data.ts`)
        .sort(),
    );
    assert.ok(files.length <= 45, `${files.length} files`);
  });

  test('shards: have each code of ISO 3166-1, and XK, in one group', () => {
    const codes = [...iso31661.map(({ alpha2 }) => alpha2), 'XK'];
    assert.deepEqual(Object.values(GROUPS).flat().sort(), codes.sort());
  });

  test('mark few places', () => {
    assert.ok(marked.size < 700, `${marked.size} islets`);
  });

  test('have a point for each of their countries', () => {
    for (const code of [
      ...Object.keys(full.PLACES),
      ...Object.keys(hot.PLACES),
      ...Object.keys(SHARDS).join(' ').split(' '),
    ]) {
      assert.ok(countryPoint(code), code);
    }
  });

  test('full: is a module of at most 640 kB', () => {
    const { length } = readFileSync(join(import.meta.dirname, '../../src/geocode/full.data.ts'));
    assert.ok(length <= 640_000, `${length} bytes`);
  });

  test('parse corrupt text to its end without throwing', () => {
    const text = full.PLACES.PT!;
    for (const damaged of [text.slice(0, 1000), text.slice(7), `${text}${text}`, text.split('').reverse().join('')]) {
      const regions = new Regions(full.REGIONS.PT!.slice(0, 20));
      assert.doesNotThrow(() => new Places(damaged.slice(0, 2000), regions));
    }
  });
});
