import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { registerMessages } from '../../src/i18n/registry.ts';
import { readVariant } from '../../src/pictures/variant.ts';

function variantOf(query: string) {
  return readVariant(new URLSearchParams(query));
}

describe('the query of a picture', () => {
  it('may name a theme and a language', () => {
    registerMessages('da', { people: { other: 'her' } });
    assert.deepEqual(variantOf(''), { theme: 'auto', language: 'en' });
    assert.deepEqual(variantOf('theme=dark&lang=da'), { theme: 'dark', language: 'da' });
    assert.equal(variantOf('lang=DA-dk').language, 'da');
  });

  const strange = [
    'theme=red',
    'theme=DARK',
    'lang=tlh',
    'lang=en-x-1',
    'lang=%3Cscript%3E',
    `lang=${'a'.repeat(9999)}`,
  ];
  for (const query of [...strange, 'lang=', 'utm_source=x', 'theme=']) {
    it(`is as good as absent with ${query.slice(0, 20)}, so that there are few pictures`, () => {
      assert.deepEqual(variantOf(query), { theme: 'auto', language: 'en' });
    });
  }

  it('takes the first of several', () => {
    assert.equal(variantOf('theme=light&theme=dark').theme, 'light');
  });
});
