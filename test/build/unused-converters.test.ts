import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unusedConverters } from '../../build/plugins/unused-converters.ts';
import { bundle } from './bundle.ts';

const elementWith = (type: string): string =>
  `import { ReactiveElement } from '@lit/reactive-element';\nexport class Example extends ReactiveElement { static properties = { a: { type: ${type} } }; }\n`;
const CASES = /case (Number|Array|Object):/g;

describe('unusedConverters', () => {
  test('removes numbers, arrays and objects from Lit’s default converter, and keeps booleans', async () => {
    const [before, after] = [
      await bundle(elementWith('Boolean'), []),
      await bundle(elementWith('Boolean'), [unusedConverters()]),
    ];
    assert.equal(before.code.match(CASES)?.length, 5);
    assert.equal(after.code.match(CASES), null);
    assert.equal(after.code.match(/case Boolean:/g)?.length, 2);
  });

  test('fails the build when an option needs them', async () => {
    await assert.rejects(bundle(elementWith('Number'), [unusedConverters()]), /type: Number/);
  });
});
