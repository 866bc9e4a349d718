import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renamePolicy } from '../../build/plugins/rename-policy.ts';
import { bundle } from './bundle.ts';

const USES_LIT = "import { html } from 'lit-html';\nexport const template = html`<p></p>`;\n";

describe('renamePolicy', () => {
  test('names Lit’s policy after the element, unless that is defined', async () => {
    const [before, after] = [await bundle(USES_LIT, []), await bundle(USES_LIT, [renamePolicy('my-element')])];
    assert.match(before.code, /\.createPolicy\("lit-html"/);
    assert.match(after.code, /!customElements\.get\("my-element"\)\s*\?\s*\w+\.createPolicy\("my-element"/);
    assert.doesNotMatch(after.code, /"lit-html"/);
  });

  test('fails the build that has no such policy', async () => {
    const plain = bundle('export const answer = 42;\n', [renamePolicy('my-element')]);
    await assert.rejects(plain, /expected createPolicy\("lit-html"\) once, found it 0 times/);
  });
});
