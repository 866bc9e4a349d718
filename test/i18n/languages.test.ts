import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ALL_LANGUAGES, registerAllLanguages } from '../../src/i18n/all-languages.ts';
import { enBreakdown, enFilter } from '../../src/i18n/en-breakdown.ts';
import { enInteraction } from '../../src/i18n/en-interaction.ts';
import { enPredictions } from '../../src/i18n/en-predictions.ts';
import { enSound } from '../../src/i18n/en-sound.ts';
import { enHistory, enPlayer } from '../../src/i18n/en-history.ts';
import { enPictures } from '../../src/i18n/en-pictures.ts';
import { en } from '../../src/i18n/en.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { message } from '../../src/i18n/messages.ts';
import { languageOf, type Message, type Messages } from '../../src/i18n/registry.ts';

const ENGLISH: Messages = {
  ...en,
  ...enInteraction,
  ...enPredictions,
  ...enBreakdown,
  ...enFilter,
  ...enHistory,
  ...enPlayer,
  ...enSound,
  ...enPictures,
};
const KEYS = Object.keys(ENGLISH) as (keyof Messages)[];
/** These are lists of codes and forms of a language's own. */
const GRAMMAR = new Set(['articled', 'withArticle']);

function formsOf(text: Message): Record<string, string> {
  return typeof text === 'string' ? { other: text } : text;
}

function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();
}

/** Numbers that a category stands for. */
function countsOf(language: string, category: string): number[] {
  const rules = new Intl.PluralRules(language);
  return [...Array(1000).keys(), 1_000_000].filter((count) => rules.select(count) === category);
}

describe('the languages', () => {
  test('are the same in the loader, the pictures and the folder', () => {
    const files = readdirSync(join(import.meta.dirname, '../../src/i18n/languages')).map((file) => file.slice(0, -3));
    assert.deepEqual(Object.keys(LANGUAGES).sort(), files.sort());
    assert.deepEqual(Object.keys(ALL_LANGUAGES).sort(), files.sort());
  });

  test('are each loaded from their own file', async () => {
    for (const [name, load] of Object.entries(LANGUAGES)) assert.equal((await load()).messages, ALL_LANGUAGES[name]);
  });

  test('match regions and scripts, keep traditional and simplified Chinese apart, and fall back to English', () => {
    registerAllLanguages();
    const served: Record<string, string[]> = {
      ar: ['ar', 'ar-EG', 'ar-MA'],
      de: ['de', 'de-AT', 'DE-ch', 'de_DE', 'de_DE_formal', ' de '],
      en: [
        'en',
        'en-GB',
        'zh-Hant',
        'zh-TW',
        'zh-HK',
        'zh-MO',
        'yue',
        'tlh',
        'sv',
        '',
        '!',
        'zh_TW',
        'en_US.UTF-8',
        'C',
      ],
      es: ['es', 'es-419', 'es-MX'],
      fr: ['fr', 'fr-CA'],
      ja: ['ja', 'ja-JP-u-ca-japanese'],
      pt: ['pt', 'pt-BR', 'pt-PT', 'pt_PT_ao90'],
      'zh-hans': ['zh', 'zh-CN', 'zh-SG', 'zh-Hans', 'zh-Hans-CN', 'zh-Hans-HK', 'cmn', 'zh_CN', 'zh_Hans'],
    };
    for (const [language, tags] of Object.entries(served)) {
      for (const tag of tags) assert.equal(languageOf(tag), language, tag);
    }
  });
});

for (const [language, messages] of Object.entries(ALL_LANGUAGES)) {
  describe(`${new Intl.DisplayNames('en', { type: 'language' }).of(language)}`, () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const texts = KEYS.flatMap((key) => Object.values(formsOf(messages[key])).map((text) => [key, text] as const));

    test('has every message and no unknown one', () => {
      assert.deepEqual(Object.keys(messages).sort(), [...KEYS].sort());
      for (const [key, text] of texts) assert.ok(key === 'articled' || (text.trim() === text && text !== ''), key);
    });

    test('has all its plural forms where English has a count, and nowhere else', () => {
      for (const key of KEYS) {
        const isCounted =
          placeholdersIn(Object.values(formsOf(ENGLISH[key])).join()).includes('count') || key === 'people';
        const expected = isCounted ? [...pluralCategories].sort() : ['other'];
        assert.deepEqual(Object.keys(formsOf(messages[key])).sort(), expected, key);
        assert.equal(typeof messages[key] === 'object', isCounted, key);
      }
    });

    test('has the placeholders of English; a plural form that implies the number may omit it', () => {
      for (const key of KEYS) {
        const wanted = placeholdersIn(formsOf(ENGLISH[key]).other!);
        for (const [category, text] of Object.entries(formsOf(messages[key]))) {
          // No window is of no minutes.
          const isSaid = countsOf(language, category).filter((count) => count > 0 || key !== 'window').length < 2;
          const needed = isSaid ? wanted.filter((name) => name !== 'count') : wanted;
          const found = placeholdersIn(text);
          for (const name of needed) assert.ok(found.includes(name), `${key}, ${category}: {${name}} in “${text}”`);
          for (const name of found) assert.ok(wanted.includes(name), `${key}, ${category}: no {${name}} in “${text}”`);
        }
      }
    });

    test('is not a copy of English', () => {
      const same = KEYS.filter(
        (key) => !GRAMMAR.has(key) && JSON.stringify(messages[key]) === JSON.stringify(ENGLISH[key]),
      );
      assert.deepEqual(
        same.filter((key) => !['noCount', 'cityIn', 'described', 'live'].includes(key)),
        [],
      );
    });

    test('uses the same wording in event sentences with and without a place', () => {
      for (const key of KEYS.filter((key) => `${key}In` in en)) {
        const withPlace = formsOf(messages[`${key}In` as keyof Messages]).other!;
        assert.ok(withPlace.includes('{place}'), key);
        assert.ok(!formsOf(messages[key]).other!.includes('{place}'), key);
      }
    });

    test('formats numbers of any size in the language', () => {
      registerAllLanguages();
      for (const count of [0, 1, 2, 3, 11, 14, 100, 12_345, 1_000_000]) {
        const text = message(language, 'digest', { count });
        const number = new Intl.NumberFormat(language).format(count);
        const category = new Intl.PluralRules(language).select(count);
        const isSaid = countsOf(language, category).length === 1;
        assert.ok(isSaid || text.includes(number), `${count}: ${text}`);
      }
    });
  });
}

describe('typography', () => {
  const all = (language: string): string[] =>
    Object.values(ALL_LANGUAGES[language]!).flatMap((text) => Object.values(formsOf(text)));
  const none = (language: string, wrong: RegExp): void => {
    assert.deepEqual(
      all(language).filter((text) => wrong.test(text)),
      [],
    );
  };

  test('has no straight quotes, three dots or double spaces in any language', () => {
    for (const language of Object.keys(ALL_LANGUAGES)) none(language, /["']|\.\.| {2}/);
  });

  test('has narrow no-break spaces in French before double punctuation and in guillemets', () => {
    none('fr', /(?<!\u202f)[:;?!»]|«(?!\u202f)/);
  });

  test('has „German“ quotation marks', () => {
    none('de', /[”«»]|“(?=\w)/);
    assert.equal(message('de', 'goal', { goal: 'signup' }), 'Jemand hat „signup“ erreicht');
  });

  test('has full-width punctuation in Japanese and Chinese', () => {
    for (const language of ['ja', 'zh-Hans']) none(language, /[,.:;?!()](?!\w)/);
  });

  test('has the Arabic comma and semicolon', () => {
    none('ar', /[,;?]/);
  });

  test('isolates placeholders in Arabic, so that paths, hosts and amounts keep their order', () => {
    assert.equal(message('ar', 'cameFrom', { host: 'news.example' }), 'من \u2068news.example\u2069');
    assert.equal(message('fr', 'cameFrom', { host: 'news.example' }), 'Via news.example');
  });
});
