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
