import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { minifyOutput } from '../../build/plugins/minify-output.ts';
import { bundle, exportsOf } from './bundle.ts';

interface Sum {
  sum: (first: number, second: number) => number;
}

const SOURCE = `
/** Adds. */
export function sum(first: number, second: number): number {
  const result = first + second;
  return result;
}
`;

describe('minifyOutput', () => {
  test('removes comments, shortens names, and marks functions for eager compilation', async () => {
    const [before, after] = [await bundle(SOURCE, []), await bundle(SOURCE, [minifyOutput(true)])];
    assert.match(before.code, /first/);
    assert.match(after.code, /^\/\/# allFunctionsCalledOnLoad\n/);
    assert.doesNotMatch(after.code, /first|second|result|Adds/);
    const { sum } = await exportsOf<Sum>(after.code);
    assert.equal(sum(1, 2), 3);
  });

  test('keeps the global of a classic script', async () => {
    const { code } = await bundle(SOURCE, [minifyOutput(false)], 'iife');
    const { sum } = runInNewContext(`${code};Test`) as Sum;
    assert.equal(sum(1, 2), 3);
  });
});
