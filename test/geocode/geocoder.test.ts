import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { iso31662 } from 'iso-3166';
import type { PlaceQuery } from '../../src/geocode/geocoder.ts';
import { createGeocoder } from '../../src/geocode/index.ts';
import { distance } from '../../src/geocode/locate.ts';

const geocoder = createGeocoder();

/** Listed as regions, and countries of their own; and uninhabited places. */
const TERRITORIES =
  /^(?:US-(?:AS|GU|MP|PR|UM|VI)|CN-(?:HK|MO|TW)|NL-(?:AW|BQ.|CW|SX)|FR-(?:97.|BL|CP|MF|NC|PF|PM|TF|WF)|NO-2.)$/;

type Place = readonly [city: PlaceQuery['city'], region: PlaceQuery['region'], countryCode: PlaceQuery['countryCode']];

async function answer([city, region, countryCode]: Place): Promise<string> {
  const found = await geocoder.locate({ city, region, countryCode });
  return found ? `${found.precision} ${found.longitude},${found.latitude}` : 'null';
}

/** Each place is answered as a city, within 20 km of its location. */
function cities(title: string, rows: readonly (readonly [...Place, longitude: number, latitude: number])[]): void {
  describe(title, () => {
    for (const [city, region, countryCode, longitude, latitude] of rows) {
      test([city, region, countryCode].join(' · '), async () => {
        const found = await geocoder.locate({ city, region, countryCode });
        assert.equal(found?.precision, 'city');
        const far = distance(found, { longitude, latitude });
        assert.ok(far < 20, `${found.longitude},${found.latitude} is ${far.toFixed()} km off`);
      });
    }
  });
}

cities('a city is found by', [
  ['Denver', 'US-CO', 'US', -104.98, 39.74],
  ['DENVER', 'US-CO', 'US', -104.98, 39.74],
  ['denver', null, 'us', -104.98, 39.74],
  ['  Denver ', ' us-co ', 'US', -104.98, 39.74],
  ['São Paulo', 'BR-SP', 'BR', -46.63, -23.55],
  ['Sao Paulo', 'SP', 'BR', -46.63, -23.55],
  ['Sa\u0303o Paulo', 'São Paulo', 'BR', -46.63, -23.55],
  ['Saint-Denis', 'FR-93', 'FR', 2.36, 48.93],
  ['St Denis', 'Ile-de-France', 'FR', 2.36, 48.93],
  ['St. Louis', 'US-MO', 'US', -90.2, 38.63],
  ['Saint Louis', 'Missouri', 'US', -90.2, 38.63],
  ['Sankt Pölten', 'AT-3', 'AT', 15.63, 48.2],
  ['St. Polten', 'Lower Austria', 'AT', 15.63, 48.2],
  ['Aix en Provence', null, 'FR', 5.45, 43.53],
  ['Xi’an', 'Shaanxi', 'CN', 108.93, 34.26],
  ["Xi'an", 'CN-SN', 'CN', 108.93, 34.26],
]);

cities('names in English and the local language', [
  ['Munich', 'DE-BY', 'DE', 11.58, 48.14],
  ['München', 'Bayern', 'DE', 11.58, 48.14],
  ['Muenchen', 'Bavaria', 'DE', 11.58, 48.14],
  ['Cologne', 'DE-NW', 'DE', 6.95, 50.94],
  ['Köln', 'Nordrhein-Westfalen', 'DE', 6.95, 50.94],
  ['Kyiv', '30', 'UA', 30.52, 50.45],
  ['Kiev', null, 'UA', 30.52, 50.45],
  ['Prague', 'CZ-10', 'CZ', 14.42, 50.09],
  ['Praha', null, 'CZ', 14.42, 50.09],
  ['Bengaluru', 'IN-KA', 'IN', 77.59, 12.97],
  ['Bangalore', 'Karnataka', 'IN', 77.59, 12.97],
  ['Seville', 'Andalucía', 'ES', -5.98, 37.38],
  ['Sevilla', 'Andalusia', 'ES', -5.98, 37.38],
  ['Geneva', 'CH-GE', 'CH', 6.14, 46.2],
  ['Genève', 'Geneva', 'CH', 6.14, 46.2],
  ['Lisbon', 'PT-11', 'PT', -9.14, 38.72],
  ['Lisboa', 'Lisbon', 'PT', -9.14, 38.72],
  ['Ho Chi Minh City', null, 'VN', 106.63, 10.82],
  ['Saigon', null, 'VN', 106.63, 10.82],
  ['Saint Petersburg', 'RU-SPE', 'RU', 30.31, 59.94],
  ['İstanbul', 'TR-34', 'TR', 28.98, 41.01],
  ['Diyarbakir', 'TR-21', 'TR', 40.23, 37.91],
  ['Diyarbakır', null, 'TR', 40.23, 37.91],
  ['Wrocław', 'PL-02', 'PL', 17.03, 51.1],
  ['Wroclaw', 'Lower Silesia', 'PL', 17.03, 51.1],
  ['Reykjavik', 'IS-1', 'IS', -21.9, 64.14],
  ['Ghent', 'Flanders', 'BE', 3.72, 51.05],
  ['Gand', null, 'BE', 3.72, 51.05],
  ['Bruges', 'BE-VWV', 'BE', 3.22, 51.21],
  ['Lucerne', 'CH-LU', 'CH', 8.31, 47.05],
  ['Luzern', null, 'CH', 8.31, 47.05],
  ['The Hague', 'NL-ZH', 'NL', 4.3, 52.08],
  ['Den Haag', 'Zuid-Holland', 'NL', 4.3, 52.08],
  ["'s-Gravenhage", null, 'NL', 4.3, 52.08],
  ['Elsinore', 'Capital Region', 'DK', 12.59, 56.03],
  ['Helsingør', 'DK-84', 'DK', 12.59, 56.03],
  ['Gdańsk', 'PL-22', 'PL', 18.65, 54.35],
  ['Danzig', null, 'PL', 18.65, 54.35],
  ['Kharkov', null, 'UA', 36.25, 50.0],
  ['Kharkiv', 'UA-63', 'UA', 36.25, 50.0],
  ['Pusan', null, 'KR', 129.04, 35.1],
  ['Kangnung', null, 'KR', 128.9, 37.76],
  ['Gangneung', 'Gangwon-do', 'KR', 128.9, 37.76],
  ['Thessaloniki', null, 'GR', 22.94, 40.64],
  ['Salonica', null, 'GR', 22.94, 40.64],
  ['Firenze', 'IT-52', 'IT', 11.25, 43.77],
  ['Leghorn', null, 'IT', 10.31, 43.54],
]);

cities('names without the words that locate them', [
  ['Marburg', 'Hesse', 'DE', 8.77, 50.81],
  ['Marburg an der Lahn', 'DE-HE', 'DE', 8.77, 50.81],
  ['Landau', 'Rheinland-Pfalz', 'DE', 8.12, 49.2],
  ['Landau in der Pfalz', 'DE-RP', 'DE', 8.12, 49.2],
  ['Heidenheim', 'DE-BW', 'DE', 10.15, 48.68],
  ['Xalapa', 'Veracruz', 'MX', -96.92, 19.54],
  ['Xalapa de Enríquez', 'MX-VER', 'MX', -96.92, 19.54],
  ['Poza Rica', 'Veracruz', 'MX', -97.46, 20.53],
  ['Reggio Emilia', 'Emilia-Romagna', 'IT', 10.63, 44.7],
  ["Reggio nell'Emilia", 'IT-45', 'IT', 10.63, 44.7],
  ['Newcastle', 'ENG', 'GB', -1.61, 54.97],
  ['Newcastle upon Tyne', 'GB-ENG', 'GB', -1.61, 54.97],
  ['Krems', 'AT-3', 'AT', 15.61, 48.41],
]);

cities('names that came by way of a URL', [
  ['S%C3%A3o%20Paulo', 'BR-SP', 'BR', -46.63, -23.55],
  ['New%20York', 'US-NY', 'US', -74.01, 40.71],
  ['Frankfurt%20am%20Main', 'HE', 'DE', 8.68, 50.11],
]);

cities('words before and after a name', [
  ['Frankfurt am Main', 'Hesse', 'DE', 8.68, 50.11],
  ['Frankfurt', 'DE-HE', 'DE', 8.68, 50.11],
  ['Frankfurt am Main (Gallus)', 'Hesse', 'DE', 8.68, 50.11],
  ['Paris 15e', 'FR-75C', 'FR', 2.35, 48.86],
  ['Paris 15e Arrondissement', 'Île-de-France', 'FR', 2.35, 48.86],
  ['Paris (13e)', 'FR-IDF', 'FR', 2.35, 48.86],
  ['City of London', 'GB-ENG', 'GB', -0.13, 51.51],
  ['London, City of', 'England', 'GB', -0.13, 51.51],
  ['London (City of London)', 'GB-LND', 'GB', -0.13, 51.51],
  ['Makati City', 'PH-00', 'PH', 121.03, 14.55],
  ['Makati', 'National Capital Region', 'PH', 121.03, 14.55],
  ['Seongnam-si (Buljeong-ro)', 'Gyeonggi-do', 'KR', 127.14, 37.44],
  ['Shinjuku-ku', 'JP-13', 'JP', 139.7, 35.69],
  ['Kawasaki-shi', 'Kanagawa', 'JP', 139.7, 35.53],
  ['Hangzhou Shi', 'Zhejiang', 'CN', 120.17, 30.29],
  ['Concelho de Sintra', 'Lisbon', 'PT', -9.38, 38.8],
  ['Al Jubayl', 'SA-04', 'SA', 49.62, 27.0],
  ['Jubayl', 'Eastern Province', 'SA', 49.62, 27.0],
  ['New York City', 'New York', 'US', -74.01, 40.71],
]);

cities('names that come encoded', [
  ['S%C3%A3o+Paulo', 'BR-SP', 'BR', -46.63, -23.55],
  ['S%25C3%25A3o%2520Paulo', null, 'BR', -46.63, -23.55],
  ['M&#252;nchen', 'DE-BY', 'DE', 11.58, 48.14],
  ['MÃ¼nchen', 'Bayern', 'DE', 11.58, 48.14],
  ['KÃ¶ln', null, 'DE', 6.95, 50.94],
  ['WrocÅ‚aw', null, 'PL', 17.03, 51.1],
  ['Paris', 'ÃŽle-de-France', 'FR', 2.35, 48.86],
  ['Napoli', 'NA', 'IT', 14.25, 40.85],
]);

cities('places of few people and many visitors', [
  ['Ashburn', 'US-VA', 'US', -77.49, 39.04],
  ['Boardman', 'US-OR', 'US', -119.7, 45.84],
  ['Council Bluffs', 'US-IA', 'US', -95.86, 41.26],
  ['Kreuzberg', 'DE-BE', 'DE', 13.4, 52.5],
  ['Harlesden', 'GB-ENG', 'GB', -0.25, 51.54],
]);

cities('a region given as', [
  ['Springfield', 'US-MO', 'US', -93.3, 37.22],
  ['Springfield', 'MO', 'US', -93.3, 37.22],
  ['Springfield', 'Missouri', 'US', -93.3, 37.22],
  ['Springfield', 'US-IL', 'US', -89.64, 39.8],
  ['Springfield', 'massachusetts', 'US', -72.59, 42.1],
  ['Halle', 'Sachsen-Anhalt', 'DE', 11.97, 51.48],
  ['Mar del Plata', 'Buenos Aires', 'AR', -57.56, -38.0],
  ['Lyon', 'Rhone-Alpes', 'FR', 4.85, 45.75],
  ['Madrid', 'Madrid, Comunidad de', 'ES', -3.7, 40.42],
  ['Pamplona', 'Navarra, Comunidad Foral de', 'ES', -1.65, 42.82],
  ['Praha', 'Praha, Hlavní město', 'CZ', 14.42, 50.09],
  ['Plzeň', 'CZ-32', 'CZ', 13.38, 49.75],
  ['Mons', 'BE-WHT', 'BE', 3.95, 50.45],
  ['Lille', 'FR-59', 'FR', 3.06, 50.63],
]);

// Letters that are folded in names are kept in a code: US-NY is not "Ni", US-WY not Wisconsin.
cities('a region given by a code with a y, or with the same letter twice', [
  ['Buffalo', 'US-NY', 'US', -78.88, 42.89],
  ['Lancaster', 'NY', 'US', -78.67, 42.9],
  ['Buffalo', 'US-WY', 'US', -106.7, 44.35],
  ['Lexington', 'US-KY', 'US', -84.5, 37.99],
  ['Columbus', 'US-MT', 'US', -109.25, 45.64],
  ['Erlangen', 'DE-BY', 'DE', 11.0, 49.59],
  ['Potsdam', 'DE-BB', 'DE', 13.06, 52.4],
  ['Magdeburg', 'DE-ST', 'DE', 11.63, 52.13],
  ['Saitama', 'JP-11', 'JP', 139.65, 35.91],
  ['Seoul', 'KR-11', 'KR', 126.98, 37.57],
  ['Kunming', 'CN-YN', 'CN', 102.72, 25.04],
]);

describe('regions of ISO 3166-2', () => {
  // Where all of the first order are also the divisions of the places.
  const countries = 'AR AT AU BR CA CH CL CN CO DE ES FR IN IT JP KR MX NL PL RO RU SE TH TR UA US ZA'.split(' ');
  for (const country of countries) {
    test(`${country}: code, bare code and name give the same region, and each code a distinct one`, async () => {
      const seen = new Map<string, string>();
      for (const { code, name } of iso31662.filter(({ parent }) => parent === country)) {
        if (TERRITORIES.test(code)) continue;
        const byCode = await answer([null, code, country]);
        assert.match(byCode, /^region /, code);
        assert.equal(await answer([null, code.slice(3).toLowerCase(), country]), byCode, code);
        assert.equal(await answer([null, name, country]), byCode, `${code} ${name}`);
        const other = seen.get(byCode);
        assert.equal(other, undefined, `${code} and ${other} are both ${byCode}`);
        seen.set(byCode, code);
      }
    });
  }
});

cities('districts of large cities, and a small place that is widely known', [
  ['Kadıköy', 'TR-34', 'TR', 28.98, 41.0],
  ['Gangnam-gu', 'KR-11', 'KR', 127.0, 37.53],
  ['Haeundae-gu', 'KR-26', 'KR', 129.08, 35.15],
  ['Shibuya-ku', 'JP-13', 'JP', 139.7, 35.66],
  ['Neukölln', 'DE-BE', 'DE', 13.43, 52.48],
  ['Camden Town', 'GB-ENG', 'GB', -0.14, 51.54],
  ['Brooklyn', 'US-NY', 'US', -73.95, 40.65],
  ['Paris 11', 'FR-75', 'FR', 2.35, 48.86],
  ['Adak', 'US-AK', 'US', -176.66, 51.88],
]);

cities('names in the script of their country', [
  ['서울', null, 'KR', 127.0, 37.57],
  ['서울특별시', 'KR-11', 'KR', 127.0, 37.57],
  ['부산광역시', null, 'KR', 129.05, 35.17],
  ['東京都', 'JP-13', 'JP', 139.7, 35.68],
  ['京都市', null, 'JP', 135.75, 35.02],
  ['北京', null, 'CN', 116.4, 39.9],
  ['深圳市', 'CN-GD', 'CN', 114.06, 22.55],
  ['臺北市', null, 'TW', 121.53, 25.05],
  ['Москва', null, 'RU', 37.62, 55.75],
  ['Санкт-Петербург', 'RU-SPE', 'RU', 30.31, 59.94],
  ['Київ', null, 'UA', 30.52, 50.45],
  ['София', null, 'BG', 23.32, 42.7],
  ['Αθήνα', null, 'GR', 23.73, 37.98],
  ['ירושלים', null, 'IL', 35.22, 31.77],
  ['القاهرة', null, 'EG', 31.24, 30.06],
  ['تهران', null, 'IR', 51.42, 35.69],
  ['दिल्ली', null, 'IN', 77.23, 28.65],
  ['กรุงเทพมหานคร', null, 'TH', 100.5, 13.75],
  ['თბილისი', null, 'GE', 44.83, 41.69],
]);

describe('former region codes', () => {
  const codes: [former: string, now: string][] = [
    ['FR-COR', 'FR-20R'],
    ['FR-H', 'FR-20R'],
    ['FR-J', 'FR-IDF'],
    ['CN-44', 'CN-GD'],
    ['IN-OR', 'IN-OD'],
    ['IN-UT', 'IN-UK'],
    ['MX-DIF', 'MX-CMX'],
    ['ZA-GT', 'ZA-GP'],
    ['ZA-NL', 'ZA-KZN'],
    ['KZ-ALM', 'KZ-19'],
    ['CZ-PR', 'CZ-10'],
    ['PL-MZ', 'PL-14'],
    ['NO-12', 'NO-46'],
    ['NO-16', 'NO-50'],
    ['CA-PQ', 'CA-QC'],
  ];
  for (const [former, now] of codes) {
    test(`${former} is ${now}`, async () => {
      const country = former.slice(0, 2);
      const found = await answer([null, former, country]);
      assert.match(found, /^region /);
      assert.equal(found, await answer([null, now, country]));
      assert.equal(found, await answer([null, former.slice(3), country]));
    });
  }
});

cities('territories that are also countries', [
  ['San Juan', null, 'PR', -66.11, 18.47],
  ['San Juan', 'US-PR', 'US', -66.11, 18.47],
  ['San Juan', 'Puerto Rico', 'US', -66.11, 18.47],
  ['Saint-Denis', 'La Réunion', 'FR', 55.45, -20.88],
  ['Saint-Denis', 'Reunion', 'FR', 55.45, -20.88],
  ['Saint Helier', 'Jersey', 'GB', -2.1, 49.19],
  ['Douglas', 'Isle of Man', 'GB', -4.48, 54.15],
  ['Mariehamn', 'Åland', 'FI', 19.94, 60.1],
  ['Willemstad', 'Curaçao', 'NL', -68.93, 12.11],
  ['Nuuk', 'Greenland', 'DK', -51.72, 64.18],
  ['Prishtina', 'RS-KM', 'RS', 21.17, 42.67],
  ['Hagåtña', null, 'GU', 144.75, 13.47],
  ['Kowloon', null, 'HK', 114.18, 22.32],
  ['Macau', null, 'MO', 113.55, 22.2],
  ['Taipei', 'Taipei City', 'TW', 121.53, 25.05],
  ['Taipei', 'CN-TW', 'CN', 121.53, 25.05],
  ['Pristina', null, 'XK', 21.17, 42.67],
  ['Saint-Denis', null, 'RE', 55.45, -20.88],
  ['Saint-Denis', 'FR-974', 'FR', 55.45, -20.88],
  ['Cayenne', 'FR-973', 'FR', -52.33, 4.93],
  ['Mariehamn', 'FI-01', 'FI', 19.94, 60.1],
  ['Manchester', 'ENG', 'UK', -2.24, 53.48],
  ['Athens', null, 'EL', 23.73, 37.98],
]);

describe('unknown places fall back to a less precise location', () => {
  test('an unknown city falls back to its region', async () => {
    assert.match(await answer(['Nowhereville', 'US-CO', 'US']), /^region -10[45]/);
  });

  test('a city of the same name far outside the region is not used', async () => {
    // There are Springfields in thirty states, none of them in Hawaii.
    assert.match(await answer(['Springfield', 'US-HI', 'US']), /^region -15[78]/);
  });

  test('a suburb across the border is found near the region’s point', async () => {
    const found = await geocoder.locate({ city: 'Arlington', region: 'US-DC', countryCode: 'US' });
    assert.equal(found?.precision, 'city');
    assert.ok(distance(found, { longitude: -77.1, latitude: 38.88 }) < 20);
  });

  test('a city is searched in its own country only', async () => {
    assert.match(await answer(['Denver', null, 'FR']), /^country /);
    assert.match(await answer(['Paris', null, 'IS']), /^country /);
  });

  test('without a city, the region is used, by code or name', async () => {
    const byCode = await answer([null, 'FR-ARA', 'FR']);
    assert.match(byCode, /^region 4\.8,45\.[78]$/);
    assert.equal(await answer(['', 'Auvergne-Rhône-Alpes', 'FR']), byCode);
  });

  test('without city and region, the country is used', async () => {
    assert.match(await answer([null, null, 'PT']), /^country /);
    assert.match(await answer(['', '', 'pt']), /^country /);
    assert.match(await answer(['Zzyzzx', 'Qqqq', 'PT']), /^country /);
  });

  for (const word of [
    'undefined',
    'Unknown',
    '(not set)',
    'null',
    'N/A',
    'none',
    '-',
    'anonymous',
    'localhost',
    'XX',
  ]) {
    test(`${word} is a placeholder: the region or the country is used`, async () => {
      for (const code of ['US', 'IT', 'TH', 'FR']) assert.match(await answer([word, null, code]), /^country /);
      assert.match(await answer([null, word, 'US']), /^country /);
      assert.match(await answer([word, 'US-CO', 'US']), /^region -10[45]/);
      assert.match(await answer(['Denver', word, 'US']), /^city -105/);
    });
  }

  for (const code of ['A1', 'T1', 'XX', 'EU', 'AP', '', null, undefined]) {
    test(`${JSON.stringify(code)} is not a country: no location is returned`, async () => {
      assert.equal(await answer(['Paris', 'Île-de-France', code]), 'null');
    });
  }
});

describe('any input', () => {
  const odd: unknown[] = [
    0, NaN, true, [], {}, ['Paris'], { toString: null }, Symbol('Paris'), 10n, '%', '%E0%A4%A', '\u0000', '\ud800', '()', ' ( ',
    '🏙️', 'x'.repeat(100_000), '('.repeat(100_000), 'a '.repeat(50_000), '__proto__', 'constructor', '-', '東京', 'Ђ',
  ]; // prettier-ignore

  test('neither throws nor rejects', async () => {
    for (const value of odd) {
      for (const place of [
        [value, null, 'FR'],
        [null, value, 'FR'],
        [null, null, value],
        [value, value, value],
        ['Paris', value, 'FR'],
      ]) {
        await assert.doesNotReject(async () => answer(place as unknown as Place));
      }
    }
  });

  test('returns null for an empty query', async () => {
    assert.equal(await geocoder.locate(null as unknown as PlaceQuery), null);
    assert.equal(await geocoder.locate(undefined as unknown as PlaceQuery), null);
    assert.ok(createGeocoder(null as unknown as undefined));
  });

  test('cannot be changed through a returned location', async () => {
    const first = await geocoder.locate({ city: 'Oslo', region: null, countryCode: 'NO' });
    assert.throws(() => Object.assign(first!, { latitude: 0 }), TypeError);
  });

  test('throws for an unknown set of places and names the three', () => {
    assert.throws(() => createGeocoder({ places: 'all' as 'full' }), /"full", "shards" or "hot", got all/);
  });
});
