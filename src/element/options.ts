import { countryPoint } from '../geocode/country-points.ts';
import type { Box } from '../map/home.ts';
import { PROJECTIONS } from '../map/projection-names.ts';
import { ROW_KINDS } from '../ticker/rows.ts';
import { warnOnce } from './warn.ts';

export const TICKER_PLACES = ['auto', 'below', 'beside', 'none'] as const;
export type TickerPlace = (typeof TICKER_PLACES)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
/** What a map can be fitted to besides a country and a box. */
const FITS = ['world', 'auto'] as const;

const TRANSPORTS = ['poll', 'stream'] as const;
export type Transport = (typeof TRANSPORTS)[number];

export const PREDICTIONS = ['auto', 'none'] as const;
export type Predictions = (typeof PREDICTIONS)[number];

/** How one option is read: `read` gives `undefined` for a bad value. */
export interface Rule {
  attribute: string;
  fallback: unknown;
  /** What a good value is, in words. */
  expected: string;
  read: (value: unknown) => unknown;
}

const oneOf = (attribute: string, values: readonly string[]): Rule => ({
  attribute,
  fallback: values[0],
  expected: `one of ${values.join(', ')}`,
  read: (value) => values.find((known) => known === String(value).trim().toLowerCase()),
});

const numeric = (attribute: string, fallback: number, least: number, most: number, whole: boolean): Rule => ({
  attribute,
  fallback,
  expected: `a ${whole ? 'whole ' : ''}number ${most < Infinity ? `from ${least} to ${most}` : `of ${least} or more`}`,
  read: (value) => {
    const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
    return number >= least && number <= most && (!whole || Number.isInteger(number)) ? number : undefined;
  },
});

/** Every option that can be set wrongly. */
export type RuledOption =
  | 'refreshInterval'
  | 'transport'
  | 'credentials'
  | 'projection'
  | 'fit'
  | 'ticker'
  | 'tickerSize'
  | 'tickerKinds'
  | 'headingLevel'
  | 'theme'
  | 'predictions'
  | 'minCount';

export const RULES: Readonly<Record<RuledOption, Rule>> = {
  refreshInterval: numeric('refresh-interval', 10, 2, 86_400, false),
  transport: oneOf('transport', TRANSPORTS),
  credentials: oneOf('credentials', ['same-origin', 'include', 'omit']),
  projection: oneOf('projection', PROJECTIONS),
  fit: {
    attribute: 'fit',
    fallback: 'world',
    expected: '"world", "auto", a country code such as "FR", or "west,south,east,north" in degrees',
    read: (value) => {
      const text = String(value).trim();
      const word = FITS.find((known) => known === text.toLowerCase());
      const code = text.toUpperCase();
      return word ?? (countryPoint(code) ? code : readBox(text) ? text : undefined);
    },
  },
  ticker: oneOf('ticker', TICKER_PLACES),
  tickerSize: numeric('ticker-size', 5, 1, 50, true),
  tickerKinds: {
    attribute: 'ticker-kinds',
    fallback: ROW_KINDS.join(' '),
    expected: `some of ${ROW_KINDS.join(' ')}`,
    read: (value) => {
      const kinds = String(value)
        .split(/[\s,]+/)
        .filter(Boolean);
      return kinds.length > 0 && kinds.every((kind) => ROW_KINDS.some((known) => known === kind))
        ? kinds.join(' ')
        : undefined;
    },
  },
  headingLevel: numeric('heading-level', 2, 1, 6, true),
  theme: oneOf('theme', THEMES),
  predictions: oneOf('predictions', PREDICTIONS),
  minCount: numeric('min-count', 0, 0, Infinity, true),
};

/** The value if it is good; else the default, and one warning that says what was expected. Absent is not bad. */
export function settle(tag: string, option: RuledOption, value: unknown): unknown {
  const rule = RULES[option];
  if (value === null || value === undefined) return rule.fallback;
  const isPlain = typeof value === 'string' || typeof value === 'number';
  const read = isPlain ? rule.read(value) : undefined;
  if (read !== undefined) return read;
  const got = isPlain ? JSON.stringify(value).slice(0, 40) : `of type ${typeof value}`;
  warnOnce(`<${tag}> ${rule.attribute} is ${got}, expected ${rule.expected}. Taken instead: ${String(rule.fallback)}.`);
  return rule.fallback;
}

/** `west,south,east,north`; `null` where it is no box of degrees. */
export function readBox(value: string): Box | null {
  const parts = value.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [west = NaN, south = NaN, east = NaN, north = NaN] = parts;
  const isBox =
    parts.length === 4 &&
    Math.abs(west) <= 180 &&
    Math.abs(east) <= 180 &&
    south >= -90 &&
    north <= 90 &&
    south < north &&
    west !== east;
  return isBox ? [west, south, east, north] : null;
}
