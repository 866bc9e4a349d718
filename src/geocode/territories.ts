import { foldSpelling, wordsOf } from './names.ts';
import { memoizedByName } from './memoized.ts';

/**
 * Territories with a code of their own that are given as regions of what they belong to: by code, their names as ISO 3166-2
 * and databases of IP addresses have them.
 */
const TERRITORIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: {
    AS: 'American Samoa',
    GU: 'Guam',
    MP: 'Northern Mariana Islands',
    PR: 'Puerto Rico',
    UM: 'United States Minor Outlying Islands|U.S. Outlying Islands',
    VI: 'Virgin Islands|U.S. Virgin Islands|United States Virgin Islands|Virgin Islands, U.S.',
  },
  FR: {
    BL: 'Saint-Barthélemy',
    GF: 'Guyane|Guyane française|French Guiana',
    GP: 'Guadeloupe',
    MF: 'Saint-Martin',
    MQ: 'Martinique',
    NC: 'Nouvelle-Calédonie|New Caledonia',
    PF: 'Polynésie française|French Polynesia',
    PM: 'Saint-Pierre-et-Miquelon|Saint Pierre and Miquelon',
    RE: 'Réunion|La Réunion|Reunion Island',
    TF: 'Terres australes françaises|French Southern Territories',
    WF: 'Wallis-et-Futuna|Wallis and Futuna',
    YT: 'Mayotte',
  },
  CN: { HK: 'Hong Kong|Hong Kong SAR', MO: 'Macao|Macau|Macao SAR|Macau SAR', TW: 'Taiwan|Taiwan Sheng' },
  NL: {
    AW: 'Aruba',
    BQ: 'Bonaire|Saba|Sint Eustatius|Caribbean Netherlands|Bonaire, Sint Eustatius and Saba',
    CW: 'Curaçao',
    SX: 'Sint Maarten',
  },
  FI: { AX: 'Åland|Åland Islands|Landskapet Åland|Ahvenanmaa|Ahvenanmaan maakunta' },
  NO: { BV: 'Bouvet Island|Bouvetøya', SJ: 'Svalbard|Jan Mayen|Svalbard and Jan Mayen|Svalbard og Jan Mayen' },
  AU: {
    CC: 'Cocos Islands|Cocos (Keeling) Islands',
    CX: 'Christmas Island',
    HM: 'Heard Island and McDonald Islands',
    NF: 'Norfolk Island',
  },
  DK: { FO: 'Faroe Islands|Færøerne|Føroyar', GL: 'Greenland|Grønland|Kalaallit Nunaat' },
  GB: { GG: 'Guernsey|Bailiwick of Guernsey', GI: 'Gibraltar', IM: 'Isle of Man', JE: 'Jersey|Bailiwick of Jersey' },
  RS: { XK: 'Kosovo|Kosovo and Metohija|Kosovo i Metohija|Kosovo-Metohija' },
};
/** The same by the codes that ISO 3166-2 has for them. */
const CODES: Readonly<Record<string, string>> = {
  'FR-971': 'GP', 'FR-972': 'MQ', 'FR-973': 'GF', 'FR-974': 'RE', 'FR-976': 'YT', 'FI-01': 'AX', 'NO-21': 'SJ', 'NO-22': 'SJ',
  'NL-BQ1': 'BQ', 'NL-BQ2': 'BQ', 'NL-BQ3': 'BQ', 'RS-KM': 'XK',
}; // prettier-ignore

/** By country, then by code, with the country before it and without, and by name. */
const known = new Map(
  Object.entries(TERRITORIES).map(([country, territories]) => {
    const codes = Object.entries(territories).flatMap(([code, names]) => [
      ...[code.toLowerCase(), `${country}-${code}`.toLowerCase()].map((subdivision) => [subdivision, code] as const),
      ...names.split('|').map((name) => [keyOf(name), code] as const),
    ]);
    return [country, new Map<string, string>(codes)];
  }),
);
for (const [subdivision, code] of Object.entries(CODES)) {
  const [country = '', region = ''] = subdivision.toLowerCase().split('-');
  known.get(country.toUpperCase())?.set(subdivision.toLowerCase(), code).set(region, code);
}

const finders = new Map(
  [...known].map(([country, territories]) => [
    country,
    memoizedByName((region) => territories.get(region.toLowerCase()) ?? territories.get(keyOf(region)) ?? null),
  ]),
);

/** The territory that a region is, with a code of its own: US-PR and Puerto Rico are PR. Else `null`. */
export function territoryOf(country: string, region: string): string | null {
  return finders.get(country)?.(region) ?? null;
}

function keyOf(name: string): string {
  return foldSpelling(wordsOf(name));
}
