import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEmbedSettings } from '../../src/embed/settings.ts';

describe('the query of /embed', () => {
  it('sets attributes of the element', () => {
    const query =
      'theme=dark&projection=globe&fit=fr&borders&graticule=1&daylight=true&ticker=below&ticker-size=8' +
      '&ticker-kinds=payment,goal&breakdown=pages%20countries&breakdown-size=3&history&sound&transport=stream' +
      '&label=Our+readers&min-count=5';
    assert.deepEqual(readEmbedSettings(query).attributes, {
      theme: 'dark',
      projection: 'globe',
      fit: 'FR',
      borders: true,
      graticule: true,
      daylight: true,
      ticker: 'below',
      'ticker-size': '8',
      'ticker-kinds': 'payment goal',
      breakdown: 'pages countries',
      'breakdown-size': '3',
      history: true,
      sound: true,
      transport: 'stream',
      label: 'Our readers',
      'min-count': '5',
    });
  });

  it('has parameters of its own', () => {
    const { lang, title, kiosk, transparent } = readEmbedSettings('kiosk&transparent&title=%20Who%20reads&lang=pt_br');
    assert.deepEqual([lang, title, kiosk, transparent], ['pt-BR', 'Who reads', true, true]);
    const none = readEmbedSettings('');
    assert.deepEqual(none, { attributes: {}, lang: '', title: '', kiosk: false, transparent: false });
  });

  it('has flags that are on by their name, empty, or as 1, true, on or yes', () => {
    for (const value of ['', '1', 'TRUE', 'on', 'yes', 'kiosk'])
      assert.equal(readEmbedSettings(`kiosk=${value}`).kiosk, true, value);
    assert.deepEqual(readEmbedSettings('borders&history=true').attributes, { borders: true, history: true });
  });

  const ignored = [
    'proxy-url=https://evil.example/',
    'headers=x&credentials=include&snapshot=1&onload=alert(1)&class=a&style=x&id=a&slot=b',
    '__proto__=1&constructor=2',
    'theme=blue&projection=flat&fit=ZZ&ticker=left&ticker-size=0&ticker-kinds=all&breakdown=cities',
    'breakdown-size=21&transport=pigeon&min-count=-1&borders=off&history=false&sound=0&lang=%2F&kiosk=no&transparent=0',
    'kiosk=banana&transparent=2&borders=x&history=none&sound=off%20',
    '%E0%A4%A&=&&;%00',
    // The defaults themselves.
    'theme=auto&projection=equal-earth&ticker-size=5',
  ];
  for (const query of ignored) {
    it(`ignores ${query}`, () => {
      assert.deepEqual(readEmbedSettings(query), readEmbedSettings(''));
    });
  }

  it('keeps the known names in a list', () => {
    assert.deepEqual(readEmbedSettings('breakdown=cities,pages,x').attributes, { breakdown: 'pages' });
  });

  it('truncates texts at 200 characters', () => {
    const { title, attributes } = readEmbedSettings(`title=${'t'.repeat(9000)}&label=${'l'.repeat(9000)}`);
    assert.deepEqual([title.length, String(attributes.label).length], [200, 200]);
  });
});
