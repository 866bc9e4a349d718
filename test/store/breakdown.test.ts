import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import type { Visitor } from '../../src/protocol/types.ts';
import { listRows, countValues, type ValueCount } from '../../src/store/breakdown.ts';
import { DIMENSIONS, type Dimension, type VisitorFilter } from '../../src/store/dimensions.ts';

/** Visitors as they come from an answer. */
function visitors(...rows: object[]): readonly Visitor[] {
  const named = rows.map((row, index) => ({ visitorId: `v-${index}`, ...row }));
  const result = parseSnapshot({ status: 'success', data: { visitors: named } });
  assert.ok(result.ok);
  return result.snapshot.data.visitors;
}

function counted(people: readonly Visitor[], dimension: Dimension, filter?: VisitorFilter): string[] {
  return countValues(people, dimension, filter).map(({ value, count }) => `${value} ${count}`);
}

const on = (currentUrl: string | null, own: object = {}): object => ({ currentUrl, ...own });

describe('counting values', () => {
  test('sorts by count and keeps a stable order for equal counts', () => {
    const rows = [on('/b'), on('/c'), on('/a'), on('/c')];
    const expected = ['/c 2', '/a 1', '/b 1'];
    assert.deepEqual(counted(visitors(...rows), 'page'), expected);
    assert.deepEqual(counted(visitors(...[...rows].reverse()), 'page'), expected);
  });

  test('uses the decoded path of a page', () => {
    const rows = ['https://shop.example/%C3%BCber?x=1', 'shop.example/%C3%BCber#top', '/über'].map((url) => on(url));
    assert.deepEqual(counted(visitors(...rows), 'page'), ['/über 3']);
  });

  test('uses the host of a referrer', () => {
    const rows = ['https://www.google.com/search?q=a', 'google.com', null].map((referrer) => ({ referrer }));
    assert.deepEqual(counted(visitors(...rows), 'referrer'), ['google.com 2']);
  });

  test('leaves out unknown values and their placeholders', () => {
    const names = [null, '', 'Unknown', '(not set)', 'N/A', '-', 'undefined'];
    const rows = names.map((name) => ({ system: { browser: name, os: name, device: name } }));
    const people = visitors(...rows, on(null), { location: { countryCode: 'ZZ' } });
    for (const dimension of DIMENSIONS) assert.deepEqual(counted(people, dimension), [], dimension);
  });

  test('counts names in any script', () => {
    const rows = ['微信', 'Яндекс', '360', '-'].map((name) => ({ system: { browser: name } }));
    assert.deepEqual(counted(visitors(...rows), 'browser'), ['360 1', 'Яндекс 1', '微信 1']);
  });

  test('treats markup, control characters and broken escapes as text', () => {
    const rows = ['/<img src=x onerror=alert(1)>', '/a%00b', '/100%'].map((url) => on(url));
    const expected = ['/100% 1', '/<img src=x onerror=alert(1)> 1', '/a\ufffdb 1'];
    assert.deepEqual(counted(visitors(...rows), 'page'), expected);
  });

  test('counts names of Object.prototype properties like other values', () => {
    const rows = ['constructor', '__proto__', 'toString'].map((name) => ({ system: { browser: name } }));
    assert.equal(countValues(visitors(...rows), 'browser', undefined).length, 3);
  });

  test('applies a condition to the other lists, not to its own', () => {
    const chrome = { system: { browser: 'Chrome' } };
    const people = visitors(on('/a', chrome), on('/a'), on('/b', chrome), on('/b', { system: { browser: 'Edge' } }));
    assert.deepEqual(counted(people, 'page', { browser: 'Chrome' }), ['/a 1', '/b 1']);
    assert.deepEqual(counted(people, 'browser', { browser: 'Chrome' }), ['Chrome 2', 'Edge 1']);
    assert.deepEqual(counted(people, 'browser', { browser: 'Chrome', page: '/b' }), ['Chrome 1', 'Edge 1']);
  });

  test('counts all of 300 pages', () => {
    const people = visitors(...Array.from({ length: 300 }, (_, index) => on(`/page-${index}`)));
    assert.equal(countValues(people, 'page', undefined).length, 300);
  });
});

describe('rows of a list', () => {
  const tallies: ValueCount[] = [
    { value: '/a', count: 5 },
    { value: '/b', count: 3 },
    { value: '/c', count: 1 },
  ];
  const shown = (...args: Parameters<typeof listRows>): [rows: string[], rest: number] => {
    const { rows, rest } = listRows(...args);
    return [rows.map(({ value, count }) => `${value} ${count}`), rest];
  };

  test('are the first ones, with the number of the remaining', () => {
    assert.deepEqual(shown(tallies, 2, null, null), [['/a 5', '/b 3'], 1]);
    assert.deepEqual(shown(tallies, 5, null, null), [['/a 5', '/b 3', '/c 1'], 0]);
    assert.deepEqual(shown([], 5, null, null), [[], 0]);
  });

  test('include the pressed value', () => {
    assert.deepEqual(shown(tallies, 2, '/c', null), [['/a 5', '/c 1'], 1]);
    assert.deepEqual(shown(tallies, 1, '/c', null), [['/c 1'], 2]);
  });

  test('keep a pressed value that is gone, with a count of 0', () => {
    assert.deepEqual(shown(tallies, 2, '/gone', null), [['/a 5', '/gone 0'], 2]);
    assert.deepEqual(shown([], 2, '/gone', null), [['/gone 0'], 0]);
  });

  test('keep a given order with current counts, and append new values', () => {
    assert.deepEqual(shown(tallies, 3, null, ['/b', '/gone']), [['/b 3', '/gone 0', '/a 5'], 1]);
  });
});
