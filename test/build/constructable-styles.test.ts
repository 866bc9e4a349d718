import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { constructableStyles } from '../../build/plugins/constructable-styles.ts';
import { bundle } from './bundle.ts';

const USES_STYLES = "import { adoptStyles } from '@lit/reactive-element/css-tag.js';\nexport { adoptStyles };\n";

describe('constructableStyles', () => {
  test('answers Lit’s question for constructable style sheets', async () => {
    const before = await bundle(USES_STYLES, []);
    const after = await bundle(USES_STYLES, [constructableStyles()]);
    assert.match(before.code, /ShadyCSS/);
    assert.doesNotMatch(after.code, /ShadyCSS/);
    assert.match(after.code, /adoptedStyleSheets/);
  });

  test('fails the build where Lit does not ask', async () => {
    const withoutQuestion = constructableStyles();
    const otherLit = {
      name: 'other-lit',
      enforce: 'pre' as const,
      load: (id: string): string | null => (id.endsWith('css-tag.js') ? 'export const adoptStyles = () => {};' : null),
    };
    await assert.rejects(bundle(USES_STYLES, [otherLit, withoutQuestion]), /does not ask for them any more/);
  });
});
