import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { registerMessages } from '../../src/i18n/registry.ts';
import { readImageOptions } from '../../src/pictures/image-options.ts';

function variantOf(query: string) {
  return readImageOptions(new URLSearchParams(query));
}

describe('the query of a picture', () => {
  it('accepts a theme and a language', () => {
    registerMessages('da', { people: { other: 'her' } });
    assert.deepEqual(variantOf(''), { theme: 'auto', language: 'en' });
    assert.deepEqual(variantOf('theme=dark&lang=da'), { theme: 'dark', language: 'da' });
    for (const lang of ['DA-dk', 'da_DK', 'da_DK.UTF-8', '%20da%20', 'da-DK,en;q=0.8']) {
      assert.equal(variantOf(`lang=${lang}`).language, 'da', lang);
    }
    assert.equal(variantOf('lang=pt_BR').language, 'pt');
    assert.equal(variantOf('lang=zh_CN').language, 'zh-hans');
  });

  it('accepts night=on for the night side', () => {
    for (const query of ['daylight', 'daylight=', 'daylight=true', 'daylight=1', 'theme=dark&daylight=daylight']) {
      assert.equal(variantOf(query).daylight, true, query);
    }
  });

  const strange = [
    'theme=red',
    'theme=DARK',
    'daylight=false',
    'daylight=%3Cpath%3E',
    'lang=tlh',
    'lang=en-x-1',
    'lang=%3Cscript%3E',
    `lang=${'a'.repeat(9999)}`,
  ];
  for (const query of [...strange, 'lang=', 'utm_source=x', 'theme=']) {
    it(`ignores ${query.slice(0, 20)}, so that there are few variants`, () => {
      assert.deepEqual(variantOf(query), { theme: 'auto', language: 'en' });
    });
  }

  it('uses the first of repeated parameters', () => {
    assert.equal(variantOf('theme=light&theme=dark').theme, 'light');
  });
});
