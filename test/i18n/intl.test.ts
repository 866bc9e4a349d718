import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { iso31661 } from 'iso-3166';
import {
  countryName,
  formatAge,
  formatAgo,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  formatTime,
  pluralCategory,
  usableLocale,
} from '../../src/i18n/intl.ts';
import { plainCountry, plainMoney, plainNumber } from '../../src/i18n/plain-english.ts';

/** `Intl` sets numbers off with spaces that do not break. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  const amounts: [locale: string, amount: number, currency: string | null, text: string][] = [
    ['en', 29.99, 'USD', '$29.99'],
    ['en', 49, 'EUR', '€49.00'],
    ['de', 1299.5, 'EUR', '1.299,50 €'],
    ['fr', 1299.5, 'EUR', '1 299,50 €'],
    ['en', 4900, 'JPY', '¥4,900'],
    ['en', 1.5, 'KWD', 'KWD 1.500'],
    ['en', 12, 'usd', '$12.00'],
    ['en', 12.5, '$', '$12.50'],
    ['en', 12, '€', '€12'],
    ['de', 1299.5, 'R$', '1.299,50 R$'],
    ['en', 12, 'credits', 'credits 12'],
    // What the digits of a currency would round away.
    ['en', 0.00012, 'BTC', 'BTC 0.00012'],
    ['de', 0.00012, 'btc', '0,00012 BTC'],
    ['en', 0.0000123456, 'BTC', 'BTC 0.0000123'],
    ['en', 0.125, 'BTC', 'BTC 0.125'],
    ['en', 1.5, 'BTC', 'BTC 1.50'],
    ['en', 0.004, 'USD', '$0.004'],
    ['en', 0.00012, null, '0.00012'],
    ['en', 0.005, '$', '$0.005'],
    ['en', 0.1 + 0.2, 'USD', '$0.30'],
    ['en', 1299.999, 'USD', '$1,300.00'],
    // Coins, and names of currencies, are set off from their number.
    ['en', 12.5, 'USDT', 'USDT 12.50'],
    ['en', 12, 'USDT', 'USDT 12'],
    ['de', 12.5, 'USDT', '12,50 USDT'],
    ['en', 29.9, 'kr', 'kr 29.90'],
    ['en', 5, 'Fr.', 'Fr. 5'],
    ['en', 0.5, '1INCH', '1INCH 0.50'],
    // Below zero: what is paid back.
    ['en', -5, '€', '-€5'],
    ['en', -5.5, '€', '-€5.50'],
    ['en', -5, 'EUR', '-€5.00'],
    ['de', -5, '€', '-5 €'],
    ['en', -5, 'US$', '-US$5'],
    ['en', -0.00012, 'BTC', '-BTC 0.00012'],
    ['en', -12.5, 'USDT', '-USDT 12.50'],
    ['en', -3.2, null, '-3.20'],
    // Symbols have no digits of their own.
    ['en', 29.99, 'US$', 'US$29.99'],
    ['en', 500, '¥', '¥500'],
    ['ja', 500, 'JPY', '￥500'],
    ['en', 1299.5, 'JPY', '¥1,300'],
    ['en', 1.2345, 'KWD', 'KWD 1.235'],
    ['en', 12_345_678_901.5, 'USD', '$12,345,678,901.50'],
    ['en', 5, 'QQQ', 'QQQ 5.00'],
    ['en', 12.5, null, '12.50'],
    ['en', 0, 'EUR', '€0.00'],
  ];
  for (const [locale, amount, currency, text] of amounts) {
    test(`formats ${amount} ${currency ?? 'without a currency'} in ${locale} as ${text}`, () => {
      assert.equal(plain(formatMoney(locale, amount, currency)), text);
    });
  }

  test('keeps the sign with its letters in right-to-left text', () => {
    assert.match(formatMoney('ar', 18.57, 'USD'), /US\$\u200e$/);
    assert.doesNotMatch(formatMoney('ar', 18.57, 'EUR'), /\u200e$/);
  });

  test('never throws for a currency from a source', () => {
    for (const currency of ['', ' ', '€€', '123', '<b>', 'A$', 'zzz', '💶', 'EUR', 'XTS', '$&', 'x'.repeat(99)]) {
      for (const amount of [7, -7, 0.7, 7e15, 7e-9]) assert.match(formatMoney('en', amount, currency), /7/);
    }
    for (const amount of [NaN, Infinity, -0, 5e-324, 1e300]) assert.ok(formatMoney('en', amount, 'USD'));
  });
});

describe('ages', () => {
  test('use the largest whole unit', () => {
    const ages = [0, 4, 59.9, 60, 119, 3599, 3600, 86_399, 86_400, 900_000].map((age) => formatAge('en', age));
    assert.deepEqual(ages, ['0s', '4s', '59s', '1m', '1m', '59m', '1h', '23h', '1d', '10d']);
  });

  test('are never negative when a clock is behind', () => {
    assert.equal(formatAge('en', -30), '0s');
  });

  test('have a short form', () => {
    assert.equal(formatAge('en', 130, 'short'), '2 min');
    assert.equal(formatAge('ja', 130), '2 分');
  });
});

describe('relative times', () => {
  test('are one phrase in each language', () => {
    const ages = [4, 61, 130, 3600, 2 * 86_400].map((age) => formatAgo('en', age));
    assert.deepEqual(ages, ['4 seconds ago', '1 minute ago', '2 minutes ago', '1 hour ago', '2 days ago']);
    assert.equal(formatAgo('de', 2 * 86_400), 'vor 2 Tagen');
    assert.equal(formatAgo('ar', 120), 'قبل دقيقتين');
  });

  test('are never in the future when a clock is behind', () => {
    assert.equal(formatAgo('en', -30), '0 seconds ago');
  });
});

describe('shares and lists', () => {
  test('shares are whole percentages', () => {
    assert.equal(formatPercent('en', 0.764), '76%');
    assert.equal(plain(formatPercent('de', 0.764)), '76 %');
    assert.equal(formatPercent('en', 12.4), '1,240%');
  });

  test('lists are joined as the language does', () => {
    assert.equal(formatList('en', ['a', 'b', 'c']), 'a, b, c');
    assert.equal(formatList('ja', ['a', 'b', 'c']), 'a、b、c');
    assert.equal(formatList('en', ['a']), 'a');
  });
});

describe('countries', () => {
  test('have names in the language', () => {
    assert.equal(countryName('en', 'DE'), 'Germany');
    assert.equal(countryName('de', 'DE'), 'Deutschland');
    assert.equal(countryName('ar', 'EG'), 'مصر');
  });

  test('are shown as their code when it is unknown', () => {
    for (const code of ['A1', 'XX', 'junk', '', '<b>', 'toolong']) assert.equal(countryName('en', code), code);
  });
});

describe('numbers and plurals', () => {
  test('are formatted in the language', () => {
    assert.equal(formatNumber('en', 12_345), '12,345');
    assert.equal(formatNumber('de', 12_345), '12.345');
    assert.equal(formatNumber('ar-EG', 14), '١٤');
    assert.deepEqual(
      [pluralCategory('fr', 0), pluralCategory('en', 0), pluralCategory('ja', 1)],
      ['one', 'other', 'other'],
    );
  });
});

describe('a page’s lang attribute', () => {
  test('implies the script of Chinese by its region', () => {
    const locales = [
      'zh',
      'zh-CN',
      'zh-SG',
      'zh-TW',
      'zh-HK',
      'zh-hans-cn',
      'zh-Hant',
      'zh-Hans-TW',
      'zh-u-nu-hanidec',
    ];
    assert.deepEqual(locales.map(usableLocale), [
      'zh-Hans',
      'zh-Hans-CN',
      'zh-Hans-SG',
      'zh-Hant-TW',
      'zh-Hant-HK',
      'zh-Hans-CN',
      'zh-Hant',
      'zh-Hans-TW',
      'zh-Hans-u-nu-hanidec',
    ]);
  });

  test('is accepted in any notation', () => {
    const written: [lang: string, locale: string][] = [
      ['pt-br', 'pt-BR'],
      ['pt_BR', 'pt-BR'],
      ['DE-de', 'de-DE'],
      ['de_de', 'de-DE'],
      ['fr-FR ', 'fr-FR'],
      ['\n fr\t', 'fr'],
      ['zh_CN', 'zh-Hans-CN'],
      ['zh_Hant_HK', 'zh-Hant-HK'],
      ['en_US.UTF-8', 'en-US'],
      ['fr_FR@euro', 'fr-FR'],
      ['de-DE,en;q=0.8', 'de-DE'],
      ['es_419', 'es-419'],
      // WordPress, whose names go further than BCP 47.
      ['de_DE_formal', 'de-DE-formal'],
      ['pt_PT_ao90', 'pt-PT'],
      ['fr-', 'fr'],
      ['ja-JP-!', 'ja-JP'],
    ];
    for (const [lang, locale] of written) assert.equal(usableLocale(lang), locale, lang);
  });

  test('is ignored when Intl rejects it', () => {
    for (const tag of ['', ' ', '!', 'a', 'C', '_', '-', '--', 'null', 'auto', 'x-default', '中文', 'x'.repeat(99)]) {
      assert.equal(usableLocale(tag), '', tag);
    }
  });

  test('never makes a formatter throw', () => {
    const tags = [
      'pt_BR',
      'de-DE-1996',
      'en-US-posix',
      'en_US_POSIX',
      'ar-u-nu-latn',
      'de-x-own',
      'i-klingon',
      'und',
      'qaa',
      'xx-YY',
    ];
    for (const tag of [...tags, 'zh_CN', 'sr@latin', 'ja-JP-u-ca-japanese', 'de-u-co', 'en-u-nu-zzzz', 'deutsch']) {
      const locale = usableLocale(tag) || 'en';
      for (const text of [
        formatNumber(locale, 12_345),
        formatMoney(locale, 12.5, 'EUR'),
        formatMoney(locale, 12.5, '€'),
        formatAge(locale, 70),
        formatAgo(locale, 70),
        formatPercent(locale, 0.5),
        formatList(locale, ['a', 'b']),
        formatTime(locale, 0),
        countryName(locale, 'FR'),
        pluralCategory(locale, 2),
      ]) {
        assert.ok(text, tag);
      }
    }
  });
});

test('caching formatters does not change results with many languages and currencies', () => {
  const locales = ['en', 'de', 'fr', 'ja', 'ar-EG', 'pt-BR'];
  const currencies = ['USD', 'EUR', 'JPY', 'KWD', 'GBP', 'SEK', 'PLN', 'INR', 'BRL', 'ZAR', 'AUD', 'CHF', 'TRY'];
  const all = (): string[] =>
    locales.flatMap((locale) =>
      currencies.map((currency) => formatMoney(locale, 1234.5, currency).replace(/\u200e$/, '')),
    );
  const expected = locales.flatMap((locale) =>
    currencies.map((currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(1234.5)),
  );
  assert.deepEqual(all(), expected);
  assert.deepEqual(all().reverse(), expected.reverse());
});

describe('plain English without a formatter', () => {
  const locales = ['en', 'en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN', 'en-ZA', 'en-NZ', 'en-IE'];

  test('matches Intl for countries', () => {
    const codes = iso31661.map(({ alpha2 }) => alpha2);
    assert.ok(codes.filter((code) => plainCountry('en', code) !== undefined).length > 35);
    for (const locale of locales) {
      const names = new Intl.DisplayNames(locale, { type: 'region' });
      for (const code of codes) assert.equal(plainCountry(locale, code) ?? names.of(code), names.of(code));
    }
    for (const code of ['us', 'XX', '', 'Un', ',I', '[^', 'USA'])
      assert.equal(plainCountry('en', code), undefined, code);
    assert.equal(plainCountry('de', 'DE'), undefined);
  });

  test('matches Intl for numbers', () => {
    for (const locale of locales) {
      for (const value of [0, 7, 999, 1000, 12_345, 999_999, 1e6, 123_456_789]) {
        const text = new Intl.NumberFormat(locale).format(value);
        assert.equal(plainNumber(locale, value) ?? text, text, locale);
      }
    }
    assert.equal(plainNumber('en', 12_345), '12,345');
    for (const value of [-1, 0.5, NaN, Infinity, 2 ** 60]) assert.equal(plainNumber('en', value), undefined);
  });

  test('matches Intl for money', () => {
    for (const locale of locales) {
      for (const currency of ['USD', 'EUR', 'GBP', 'JPY', 'KWD', 'CAD']) {
        const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
        for (const amount of [0, 0.1, 1.005, 9.99, 49, 1299.5, 123_456.78, 1e21, -5, -0.5, -0, NaN]) {
          assert.equal(plainMoney(locale, amount, currency) ?? format.format(amount), format.format(amount));
        }
      }
    }
    assert.equal(plainMoney('en', 1299.5, 'EUR'), '€1,299.50');
  });
});
