/** What some say in place of a code of ISO 3166-1. */
export const MEANT: ReadonlyMap<string, string> = new Map([
  ['UK', 'GB'],
  ['EL', 'GR'],
]);

/** What is told as a country's code, as ISO 3166-1 would have it. It need not be one: A1, T1, XX, EU, AP. */
export function codeOf(told: unknown): string {
  const code = typeof told === 'string' ? told.trim().toUpperCase() : '';
  return MEANT.get(code) ?? code;
}

/** Territories that are told as regions of what they belong to. */
const TERRITORIES: Readonly<Record<string, string>> = {
  US: 'AS GU MP PR UM VI',
  FR: 'BL GF GP MF MQ NC PF PM RE TF WF YT',
  CN: 'HK MO TW',
  NL: 'AW BQ CW SX',
  FI: 'AX',
  NO: 'BV SJ',
  AU: 'CC CX NF HM',
  DK: 'FO GL',
  GB: 'GG GI IM JE',
};
/** The same by the codes that ISO 3166-2 has for them. */
const CODES: Readonly<Record<string, string>> = {
  'FR-971': 'GP', 'FR-972': 'MQ', 'FR-973': 'GF', 'FR-974': 'RE', 'FR-976': 'YT', 'FI-01': 'AX', 'NO-21': 'SJ', 'NO-22': 'SJ',
  'NL-BQ1': 'BQ', 'NL-BQ2': 'BQ', 'NL-BQ3': 'BQ',
}; // prettier-ignore

/** By country and code, with the country before it and without. */
const territories = new Map(
  Object.entries(TERRITORIES).map(([country, codes]) => [
    country,
    new Map(codes.split(' ').flatMap((code) => [[code, code] as const, [`${country}-${code}`, code] as const])),
  ]),
);
for (const [told, code] of Object.entries(CODES)) {
  const [country = '', region = ''] = told.split('-');
  territories.get(country)?.set(told, code).set(region, code);
}
/** Letters of the longest of these codes. */
const LONGEST = 6;

/** The territory that a region is, with a code of its own: US-PR is PR. Else `null`. */
export function territoryOf(country: string, region: string): string | null {
  if (region.length > LONGEST) return null;
  return territories.get(country)?.get(region.toUpperCase()) ?? null;
}
