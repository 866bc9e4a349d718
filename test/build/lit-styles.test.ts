import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { litStyles } from '../../build/plugins/lit-styles.ts';
import { bundle, exportsOf } from './bundle.ts';

const STYLES = `
import { adoptStyles, css, unsafeCSS } from '@lit/reactive-element/css-tag.js';
const part = unsafeCSS('color: red');
export const styles = css\`a { \${part}; width: \${4}px }\`;
export const { cssText } = styles;
export { adoptStyles };
`;

describe('litStyles', () => {
  test('joins styles as Lit does, without Array.prototype.reduce', async () => {
    const [before, after] = [await bundle(STYLES, []), await bundle(STYLES, [litStyles()])];
    assert.match(before.code, /\.reduce\(/);
    assert.doesNotMatch(after.code, /\.reduce\(|ShadyCSS/);
    const { cssText } = await exportsOf<{ cssText: string }>(after.code);
    assert.equal(cssText, 'a { color: red; width: 4px }');
  });

  test('fails the build when Lit’s exports change', async () => {
    const otherLit = {
      name: 'other-lit',
      enforce: 'pre' as const,
      load: (id: string): string | null =>
        id.endsWith('css-tag.js') ? 'const a = () => 1;export{a as adoptStyles,a as css,a as unsafeCSS};' : null,
    };
    await assert.rejects(bundle(STYLES, [otherLit, litStyles()]), /got adoptStyles, css, unsafeCSS/);
  });
});
