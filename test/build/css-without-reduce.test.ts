import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cssWithoutReduce } from '../../build/plugins/css-without-reduce.ts';
import { bundle, exportsOf } from './bundle.ts';

const STYLES = `
import { css, unsafeCSS } from '@lit/reactive-element/css-tag.js';
const part = unsafeCSS('color: red');
export const styles = css\`a { \${part}; width: \${4}px }\`.cssText;
`;

describe('cssWithoutReduce', () => {
  test('styles with values in them are joined without Array.prototype.reduce', async () => {
    const before = await bundle(STYLES, []);
    const after = await bundle(STYLES, [cssWithoutReduce()]);
    assert.match(before.code, /\.reduce\(/);
    assert.doesNotMatch(after.code, /\.reduce\(/);
    assert.deepEqual({ ...(await exportsOf<object>(after.code)) }, { styles: 'a { color: red; width: 4px }' });
  });

  test('fails the build where Lit joins them in another way', async () => {
    const otherLit = {
      name: 'other-lit',
      enforce: 'pre' as const,
      load: (id: string): string | null =>
        id.endsWith('css-tag.js') ? 'export const css = String.raw, unsafeCSS = String;' : null,
    };
    await assert.rejects(bundle(STYLES, [otherLit, cssWithoutReduce()]), /in another way/);
  });
});
