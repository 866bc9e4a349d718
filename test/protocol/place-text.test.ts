import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { placeText } from '../../src/protocol/place-text.ts';
import { dataOf, eventOf, visitorOf } from './support.ts';

const NAMES: [text: string, name: string | null, why: string][] = [
  ['S%C3%A3o%20Paulo', 'São Paulo', 'percent-encoding'],
  ['S%c3%a3o+Paulo', 'São Paulo', 'that of a form'],
  ['New+York', 'New York', 'a form again'],
  ['S%25C3%25A3o%2520Paulo', 'São Paulo', 'twice'],
  ['S%2525C3%2525A3o', 'São', 'three times'],
  ['S%E3o%20Paulo', 'São Paulo', 'percent-encoded Latin-1'],
  ['S%C3%A3o%20Paulo%', 'São Paulo%', 'a sign too many'],
  ['S%C3%A3o%zzPaulo', 'São%zzPaulo', 'an invalid escape'],
  ['%E6%9D%B1%E4%BA%AC', '東京', 'another script'],
  ['Coeur d&#039;Alene', "Coeur d'Alene", 'an HTML entity'],
  ['Coeur d&#x27;Alene', "Coeur d'Alene", 'a hexadecimal one'],
  ['L&apos;Aquila', "L'Aquila", 'a named one'],
  ['Trinidad &amp; Tobago', 'Trinidad & Tobago', 'another one'],
  ['Coeur d&amp;#039;Alene', "Coeur d'Alene", 'one within another'],
  ['M&#252;nchen', 'München', 'a letter'],
  ['M%26%23252%3Bnchen', 'München', 'entity and percent-encoding'],
  ['MÃ¼nchen', 'München', 'UTF-8 read as Latin-1'],
  ['SÃ£o Paulo', 'São Paulo', 'UTF-8 read as Latin-1'],
  ['SÃƒÂ£o Paulo', 'São Paulo', 'twice'],
  ['KÃ¶ln', 'Köln', 'a sign as second byte'],
  ['Ã…lesund', 'Ålesund', 'a character of Windows-1252'],
  ['WrocÅ‚aw', 'Wrocław', 'a character of Windows-1252'],
  ['Åódź', 'Åódź', 'not UTF-8 as a whole'],
  ['\xc3\x91u\xc3\xb1oa', 'Ñuñoa', 'a control character of Latin-1'],
  ['Há»“ ChÃ­ Minh', 'Hồ Chí Minh', 'three bytes'],
  ['\xd0\x9c\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0', 'Москва', 'another script'],
  ['GÉ™ncÉ™', 'Gəncə', 'a rare letter'],
  ['SaÌƒo Paulo', 'São Paulo', 'a mark of its own'],
  ['S%C3%83%C2%A3o', 'São', 'percent-encoded too'],
  ['Paris\u200e', 'Paris', 'a direction mark'],
  ['\u202eParis\u0000', 'Paris', 'control characters'],
  ['Sa\u0303o Paulo', 'S\u00e3o Paulo', 'decomposed letters'],
  ['  Lisbon ', 'Lisbon', 'blanks around it'],
];

describe('decoding a place name', () => {
  for (const [text, name, why] of NAMES) {
    test(`${JSON.stringify(text)} is ${JSON.stringify(name)}: ${why}`, () => {
      assert.equal(placeText(text), name);
    });
  }
});

describe('names that only look encoded stay unchanged', () => {
  const names = [
    ...[
      'SÃO PAULO',
      'MAÇÃ',
      'Île-de-France',
      'Ærøskøbing',
      'Ñuñoa',
      'Ångermanland',
      'Ðà Nẵng',
      'Gəncə',
      'Ōsaka',
      'Łódź',
    ],
    ...['FORLÌ–CESENA', 'CEFALÙ’', 'Preuß’', 'CÔTE-D’OR', '100%', 'St. John’s', "Coeur d'Alene", '東京', 'القاهرة'],
    ...[
      'Washington, D.C.',
      'Frankfurt (Oder)',
      "'s-Hertogenbosch",
      'A Coruña',
      'Y',
      'Nan',
      'Anna',
      'Notre-Dame',
      'Setúbal',
    ],
    ...['Privatsville', 'Nullarbor', 'Unknownville', 'Nonesuch', 'Naïn', '3 de Febrero'],
  ];
  for (const name of names) {
    test(name, () => {
      assert.equal(placeText(name), name);
    });
  }
});

describe('placeholders for an unknown place are dropped', () => {
  const words = [
    ...[
      'Unknown',
      'unknown',
      'UNKNOWN',
      '(unknown)',
      'Unknown City',
      'unknown region',
      'City unknown',
      '(not set)',
      'not set',
    ],
    ...[
      'not_set',
      'Not Set',
      '[not set]',
      'undefined',
      'Undefined',
      'null',
      'NULL',
      '<null>',
      'none',
      'None',
      '(none)',
      'N/A',
    ],
    ...['n/a', 'n.a.', '-', '--', '—', '?', '...', '*', 'anonymous', 'Anonymous Proxy', 'private', 'localhost', 'XX'],
    ...['not provided', 'not available', '%28not%20set%29', '(not+set)', '{city}', '', '  '],
  ];
  for (const word of words) {
    test(JSON.stringify(word), () => {
      assert.equal(placeText(word), null);
    });
  }
});

describe('place names of an answer', () => {
  test('are decoded in city and region', () => {
    const { location } = visitorOf({ location: { city: 'S%C3%A3o%20Paulo', region: 'SÃ£o Paulo', countryCode: 'BR' } });
    assert.deepEqual(location, { city: 'São Paulo', region: 'São Paulo', countryCode: 'BR' });
  });

  test('are dropped when they are placeholders', () => {
    const { location } = visitorOf({ location: { city: '(not set)', region: 'Unknown', countryCode: 'ZZ' } });
    assert.deepEqual(location, { city: null, region: null, countryCode: null });
  });

  test('may be region codes of few letters: Napoli, Salta', () => {
    for (const region of ['NA', 'A'])
      assert.equal(visitorOf({ location: { region, countryCode: 'IT' } }).location.region, region);
  });

  test('have a country code only if it exists; synonyms become the code of ISO 3166-1', () => {
    for (const countryCode of ['XX', 'zz', 'T1', 'A1', 'O1', 'EU', 'AP', 'QQ', 'AA', '??', '(not set)', 'undefined']) {
      assert.equal(visitorOf({ location: { countryCode } }).location.countryCode, null, countryCode);
      assert.equal(eventOf({ countryCode }).countryCode, null, countryCode);
    }
    const codes = ['UK', 'el', 'XK', 'QA'].map(
      (countryCode) => visitorOf({ location: { countryCode } }).location.countryCode,
    );
    assert.deepEqual(codes, ['GB', 'GR', 'XK', 'QA']);
  });

  test('are not changed by decoding again', () => {
    for (const [text] of NAMES) {
      const name = placeText(text);
      assert.equal(placeText(name), name);
    }
  });

  test('are truncated when too long, however often they are encoded', () => {
    const long = `%${'25'.repeat(100_000)}`;
    const { visitors } = dataOf({
      visitors: [{ visitorId: 'a', location: { city: long, region: '&amp;'.repeat(50_000) } }],
    });
    assert.ok((visitors[0]!.location.city?.length ?? 0) <= 200);
  });
});
