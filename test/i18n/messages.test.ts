import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { enBreakdown, enFilter } from '../../src/i18n/en-breakdown.ts';
import { enInteraction } from '../../src/i18n/en-interaction.ts';
import { enPredictions } from '../../src/i18n/en-predictions.ts';
import { enSound } from '../../src/i18n/en-sound.ts';
import { enHistory, enPlayer } from '../../src/i18n/en-history.ts';
import { enPictures } from '../../src/i18n/en-pictures.ts';
import { en } from '../../src/i18n/en.ts';
import { countryInSentence, message, messageParts } from '../../src/i18n/messages.ts';
import { addLanguage, hasAll, onMessages, registerMessages, type Messages } from '../../src/i18n/registry.ts';

describe('English, the bundled language', () => {
  test('is available without registration, for every English region', () => {
    for (const locale of ['en', 'en-GB', 'EN-us']) assert.equal(message(locale, 'empty'), en.empty);
  });

  test('fills placeholders and formats numbers in the locale', () => {
    assert.equal(message('en', 'pageviewIn', { place: 'Lisbon', page: '/' }), 'Someone in Lisbon opened /');
    assert.equal(message('en', 'digest', { count: 12_345 }), '12,345 people here');
  });

  test('has a singular and a plural', () => {
    assert.equal(message('en', 'digest', { count: 1 }), '1 person here');
    assert.equal(message('en', 'digest', { count: 0 }), '0 people here');
    assert.equal(message('en', 'digest', { count: 2 }), '2 people here');
  });

  test('does not fill placeholders inside filled-in text', () => {
    const values = { place: '{page}', page: '$& {place} $1' };
    assert.equal(message('en', 'pageviewIn', values), 'Someone in {page} opened $& {place} $1');
  });

  test('is also available in pieces, so that filled-in text can be marked up', () => {
    assert.deepEqual(messageParts('en', 'pageviewIn', { place: 'Lisbon', page: '/' }), [
      { name: null, text: 'Someone in ' },
      { name: 'place', text: 'Lisbon' },
      { name: null, text: ' opened ' },
      { name: 'page', text: '/' },
    ]);
  });

  test('uses the article of countries in sentences', () => {
    assert.equal(countryInSentence('en', 'NL'), 'the Netherlands');
    assert.equal(countryInSentence('en', 'PT'), 'Portugal');
  });

  test('has a version without a place for every sentence with a place, and the reverse in the ticker', () => {
    const sentences = Object.keys(en).filter((key) => /^(pageview|goal|exit|payment|trial)/.test(key));
    for (const key of sentences) assert.ok(key.endsWith('In') ? key.slice(0, -2) in en : `${key}In` in en, key);
  });
});

describe('registerMessages', () => {
  test('adds a language for all its regions', () => {
    registerMessages('sv', { empty: 'Ingen här just nu' });
    for (const locale of ['sv', 'sv-SE', 'SV-fi']) assert.equal(message(locale, 'empty'), 'Ingen här just nu');
  });

  test('falls back to English for missing messages', () => {
    registerMessages('nb', { empty: 'Ingen her akkurat nå' });
    assert.equal(message('nb', 'ticker'), en.ticker);
    assert.equal(message('tlh', 'empty'), en.empty);
  });

  test('uses English plural forms for messages that fall back', () => {
    registerMessages('ga', { empty: 'Níl aon duine anseo' });
    assert.equal(message('ga', 'people', { count: 1 }), 'person here');
    assert.equal(message('ga', 'people', { count: 2 }), 'people here');
    // Armenian counts 0 as one, Thai has one form alone.
    assert.equal(message('hy', 'people', { count: 0 }), 'people here');
    assert.equal(message('th', 'people', { count: 1 }), 'person here');
  });

  test('accepts a locale in any notation', () => {
    registerMessages('hr_HR.UTF-8', { empty: 'Nikoga nema' });
    registerMessages(' SK_sk ', { empty: 'Nikto tu nie je' });
    assert.equal(message('hr-HR', 'empty'), 'Nikoga nema');
    assert.equal(message('sk-SK', 'empty'), 'Nikto tu nie je');
  });

  test('prefers a region’s message over its language’s', () => {
    registerMessages('es', { pause: 'Pausa', resume: 'Seguir' });
    registerMessages('es-MX', { resume: 'Continuar' });
    assert.equal(message('es-MX', 'resume'), 'Continuar');
    assert.equal(message('es-MX', 'pause'), 'Pausa');
    assert.equal(message('es-AR', 'resume'), 'Seguir');
  });

  test('prefers a script’s message: zh-Hans serves zh-Hans-CN', () => {
    registerMessages('zh-Hans', { pause: '暂停' });
    assert.equal(message('zh-Hans-CN', 'pause'), '暂停');
    assert.equal(message('zh-Hant', 'pause'), en.pause);
  });

  test('replaces single messages of a language, including English, and keeps the others', () => {
    registerMessages('en-AU', { empty: 'Nobody about' });
    assert.equal(message('en-AU', 'empty'), 'Nobody about');
    assert.equal(message('en-AU', 'ticker'), en.ticker);
    registerMessages('sv', { pause: 'Pausa' });
    assert.equal(message('sv', 'empty'), 'Ingen här just nu');
  });

  test('uses the plural forms of each language', () => {
    registerMessages('pl', {
      people: { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' },
      missed: { one: '{count} wizyta', few: '{count} wizyty', many: '{count} wizyt', other: '{count} wizyty' },
    });
    const forms = [1, 2, 5, 12, 22, 25].map((count) => message('pl', 'people', { count }));
    assert.deepEqual(forms, ['osoba', 'osoby', 'osób', 'osób', 'osoby', 'osób']);
    assert.equal(message('pl', 'missed', { count: 3 }), '3 wizyty');

    registerMessages('ar', {
      people: { zero: 'صفر', one: 'واحد', two: 'اثنان', few: 'بضعة', many: 'كثير', other: 'آخر' },
    });
    const arabic = [0, 1, 2, 3, 11, 100].map((count) => message('ar', 'people', { count }));
    assert.deepEqual(arabic, ['صفر', 'واحد', 'اثنان', 'بضعة', 'كثير', 'آخر']);
  });

  test('uses the form "other" for a missing plural form', () => {
    registerMessages('cs', { people: { other: 'lidí' } });
    for (const count of [1, 3, 5]) assert.equal(message('cs', 'people', { count }), 'lidí');
  });

  test('formats numbers in English for messages that fall back', () => {
    registerMessages('fa', { empty: 'کسی اینجا نیست' });
    assert.equal(message('fa', 'missed', { count: 12 }), '\u206812\u2069 more visits');
  });

  test('overrides the package’s messages and is completed by them, in either order', () => {
    const own: Messages = {
      ...en,
      ...enBreakdown,
      ...enFilter,
      ...enInteraction,
      ...enPredictions,
      ...enSound,
      ...enHistory,
      ...enPlayer,
      ...enPictures,
      visitor: 'package',
      customer: 'package',
    };
    registerMessages('et', { visitor: 'own' });
    addLanguage('et', own);
    registerMessages('et', { customer: 'own' });
    assert.equal(message('et', 'visitor'), 'own');
    assert.equal(message('et', 'customer'), 'own');
    assert.equal(message('et', 'empty'), en.empty);
  });

  test('treats a language as complete by itself or together with its region', () => {
    const keys = ['pause', 'resume'];
    registerMessages('is', { pause: 'Hlé' });
    assert.equal(hasAll('is-IS', keys), false);
    registerMessages('is-IS', { resume: 'Áfram' });
    assert.equal(hasAll('is-IS', keys), true);
    assert.equal(hasAll('is', keys), false);
  });

  test('distinguishes Chinese by script: zh and zh-CN are zh-Hans', () => {
    registerMessages('zh', { ticker: '动态' });
    registerMessages('zh-TW', { ticker: '動態' });
    assert.equal(message('zh-Hans-CN', 'ticker'), '动态');
    assert.equal(message('zh-Hant-TW', 'ticker'), '動態');
    assert.equal(message('zh-Hant-HK', 'ticker'), en.ticker);
  });

  const wrong: [messages: unknown, expected: RegExp][] = [
    [{ pause: 7 }, /Message pause is 7, expected a text/],
    [{ pause: null }, /Message pause is null/],
    [{ people: { one: 'person' } }, /Message people is {"one":"person"}, expected a text or { other: a text }/],
    [{ people: { other: 3 } }, /Message people is {"other":3}/],
  ];
  for (const [messages, expected] of wrong) {
    test(`rejects ${JSON.stringify(messages)} and stores none of it`, () => {
      assert.throws(() => {
        registerMessages('lv', { empty: 'Neviena nav', ...(messages as object) });
      }, expected);
      assert.equal(message('lv', 'empty'), en.empty);
    });
  }

  test('rejects an invalid locale', () => {
    for (const tag of ['', ' ', '_', '!', 'Deutsch!', 'pt_BR_x'])
      assert.throws(() => {
        registerMessages(tag, {});
      }, RangeError);
  });

  test('notifies listeners until they unsubscribe', () => {
    let heard = 0;
    const end = onMessages(() => heard++);
    registerMessages('fi', { pause: 'Tauko' });
    end();
    registerMessages('fi', { resume: 'Jatka' });
    assert.equal(heard, 1);
  });
});
