import { CODES } from './country-points.data.ts';

const LETTER_A = 65;

/** Whether a code is that of a country or territory: ISO 3166-1 alpha-2, upper case; also XK. */
export function isCountry(code: string): boolean {
  const [first, second] = [code.charCodeAt(0) - LETTER_A, code.charCodeAt(1) - LETTER_A];
  const seconds = parseInt(CODES.split(' ')[first] ?? '', 36) || 0;
  return code.length === 2 && (seconds & (1 << second)) !== 0;
}
