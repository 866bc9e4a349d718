import {
  ADDRESS,
  CREDENTIALS,
  FLAG,
  MIN_COUNT,
  numeric,
  oneOf,
  REFRESH_INTERVAL,
  TEXT,
  THEME,
  type Rule,
} from '../base/rule.ts';
import { countryPoint } from '../geocode/country-points.ts';
import type { Box } from '../map/home.ts';
import { PROJECTIONS } from '../map/projection-names.ts';
import { countryCode } from '../protocol/read.ts';
import { ROW_KINDS } from '../ticker/rows.ts';

export const TICKER_PLACES = ['auto', 'below', 'beside', 'none'] as const;
export type TickerPlace = (typeof TICKER_PLACES)[number];
/** What a map can be fitted to besides a country and a box. */
const FITS = ['world', 'auto'] as const;

export const TRANSPORTS = ['poll', 'stream'] as const;
export type Transport = (typeof TRANSPORTS)[number];

export const PREDICTIONS = ['auto', 'none'] as const;
export type Predictions = (typeof PREDICTIONS)[number];

/** Every option that has an attribute. */
export type RuledOption =
  | 'proxyUrl'
  | 'refreshInterval'
  | 'transport'
  | 'credentials'
  | 'projection'
  | 'fit'
  | 'borders'
  | 'graticule'
  | 'ticker'
  | 'tickerSize'
  | 'tickerKinds'
  | 'headingLevel'
  | 'theme'
  | 'label'
  | 'predictions'
  | 'minCount'
  | 'paused';

export const RULES: Readonly<Record<RuledOption, Rule>> = {
  proxyUrl: ADDRESS,
  refreshInterval: REFRESH_INTERVAL,
  transport: oneOf(TRANSPORTS),
  credentials: CREDENTIALS,
  projection: oneOf(PROJECTIONS),
  fit: {
    fallback: 'world',
    expected: '"world", "auto", a country code such as "FR", or "west,south,east,north" in degrees',
    read: (value) => {
      const text = String(value).trim();
      const word = FITS.find((known) => known === text.toLowerCase());
      const code = countryCode(text) ?? '';
      return word ?? (countryPoint(code) ? code : readBox(text) ? text : undefined);
    },
  },
  borders: FLAG,
  graticule: FLAG,
  ticker: oneOf(TICKER_PLACES),
  tickerSize: numeric(5, 1, 50, true),
  tickerKinds: {
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
  headingLevel: numeric(2, 1, 6, true),
  theme: THEME,
  label: TEXT,
  predictions: oneOf(PREDICTIONS),
  minCount: MIN_COUNT,
  paused: FLAG,
};

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
