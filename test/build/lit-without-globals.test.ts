import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { litWithoutGlobals } from '../../build/plugins/lit-without-globals.ts';
import { bundle } from './bundle.ts';

const USES_LIT =
  "import { ReactiveElement } from '@lit/reactive-element';\nexport class Example extends ReactiveElement {}\n";
const GLOBALS = /PolyfillSupport|reactiveElementVersions|Symbol\.metadata/g;

describe('litWithoutGlobals', () => {
  test('removes the globals that Lit reads and sets on the page', async () => {
    const [before, after] = [await bundle(USES_LIT, []), await bundle(USES_LIT, [litWithoutGlobals()])];
    assert.ok(new Set(before.code.match(GLOBALS)).size >= 3);
    assert.deepEqual(after.code.match(GLOBALS), null);
    assert.match(after.code, /\bExample\b.*class extends|class Example extends/);
  });

  test('fails the build when Lit uses others', async () => {
    const otherLit = {
      name: 'other-lit',
      enforce: 'pre' as const,
      transform: (code: string, id: string): string | null =>
        id.endsWith('reactive-element.js') ? `${code}\nglobalThis.moreVersions;` : null,
    };
    await assert.rejects(bundle(USES_LIT, [otherLit, litWithoutGlobals()]), /Lit has other globals/);
  });
});
