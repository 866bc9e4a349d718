import { invalidOption } from './invalid.ts';

/** A host of names of letters, digits, `-` and `_`, or an IPv6 address. The URL standard lets more through, `*` among it. */
const HOST = /^(?:[\w-]+(?:\.[\w-]+)*\.?|\[[\da-f:.]+\])$/;
/** An origin whose first label is a star, with at least two more: `*.com` would be almost every site. */
const WILDCARD = /^(https?:\/\/)\*(\.(?:[^.*:]+\.[^.*:][^*]*|localhost(?::\d+)?))$/;

/** Checks the option `allowedOrigins`, or another of this kind. */
export function checkedOrigins(value: unknown, option: string = 'allowedOrigins'): '*' | readonly string[] {
  if (value === '*') return value;
  if (Array.isArray(value)) return value.map((entry: unknown) => checkedOrigin(entry, option));
  throw invalidOption(option, '"*" or a list of origins like "https://example.com"', value);
}

/** The origins that a checked entry like `https://*.example.com` allows; `null`: the entry is one origin. */
export function originPattern(entry: string): RegExp | null {
  const [, scheme, rest] = WILDCARD.exec(entry) ?? [];
  return scheme !== undefined && rest !== undefined
    ? new RegExp(`^${scheme}[a-z\\d_-]+${rest.replaceAll('.', '\\.')}$`)
    : null;
}

function checkedOrigin(entry: unknown, option: string): string {
  if (typeof entry === 'string' && (isOrigin(entry) || isPattern(entry))) return entry;
  throw invalidOption(option, reason(entry), entry);
}

function reason(entry: unknown): string {
  if (entry === '*') return '"*" alone and not in a list, for every origin';
  if (typeof entry !== 'string' || !entry.includes('*')) {
    return (
      'origins like "https://example.com" (as browsers send them: lower case, other scripts as "xn--…", no path, no slash ' +
      'at the end, no port that is the default)'
    );
  }
  return (
    'a star for the first label alone, as in "https://*.example.com" (any one subdomain of a domain of two labels or ' +
    'more; scheme and port exact)'
  );
}

function isOrigin(value: string): boolean {
  if (!/^https?:/.test(value) || !URL.canParse(value)) return false;
  const { origin, hostname } = new URL(value);
  return origin === value && HOST.test(hostname);
}

function isPattern(value: string): boolean {
  return WILDCARD.test(value) && isOrigin(value.replace('*', 'www'));
}
