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
  type OptionSpec,
  type OptionTable,
  type Theme,
} from '../base/option.ts';
import { isCountry } from '../geocode/country-codes.ts';
import type { Box } from '../map/initial-view.ts';
import { PROJECTIONS, type ProjectionName } from '../map/projection-names.ts';
import { countryCode } from '../protocol/read.ts';
import type { VisitorFilter } from '../store/dimensions.ts';
import type { LiveState } from '../store/live-state.ts';
import { ROW_KINDS, type RowKind } from '../ticker/rows.ts';

export type TickerPlace = 'auto' | 'below' | 'beside' | 'none';
export type Transport = 'poll' | 'stream';
export type Predictions = 'auto' | 'none';

/** Request headers: an object, or a function that returns one or a promise of one. */
export type RequestHeaders = Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>);

/** The options: each an attribute and a property of the same meaning. A bad value falls back to the default, with a warning. */
export interface LiveMapOptions {
  /** Address of the proxy, relative to the document. */
  proxyUrl: string | null;
  /** Seconds between two polls; a longer interval of the proxy takes precedence. */
  refreshInterval: number;
  /** `stream` receives each new snapshot as a Server-Sent Event, and polls if the proxy has no stream. */
  transport: Transport;
  /** Whether cookies are sent, as in `fetch`. */
  credentials: RequestCredentials;
  /** Sent with each request: an object, or a function that returns one. */
  headers: RequestHeaders | null;
  /** The d3-geo projection. */
  projection: ProjectionName;
  /** Area the map shows; `auto` follows the visitors, a country code shows its mainland. */
  fit: string;
  /** Country borders; off by default because borders are disputed. */
  borders: boolean;
  /** Meridians and parallels. */
  graticule: boolean;
  /** The night side of the earth, by the server's clock. */
  daylight: boolean;
  /** A button that switches a note for each payment on; silent at first. */
  sound: boolean;
  /** Position of the ticker; `auto` decides by the element's own width. */
  ticker: TickerPlace;
  /** Rows of the ticker. */
  tickerSize: number;
  /** Kinds of rows in the ticker; a shop may want payments only. */
  tickerKinds: string;
  /** Lists of what is here now: some of `pages`, `countries`, `referrers`, `browsers`, `systems`, `devices`, in that order. */
  breakdown: string;
  /** Rows of each list. */
  breakdownSize: number;
  /** Who is shown: an object with some of `page`, `country`, `referrer`, `browser`, `system`, `device`. */
  filter: VisitorFilter | null;
  /** Level of the element's headings. */
  headingLevel: number;
  /** `auto` follows the page's `color-scheme`. */
  theme: Theme;
  /** Accessible name; the default is in the element's language. */
  label: string | null;
  /** Likelihood to buy and expected value, if the snapshot carries them. */
  predictions: Predictions;
  /** Below this number the count is a sentence without a number. */
  minCount: number;
  /** A sparkline of the last half hour, and a way to look back over what this page has seen of it. */
  history: boolean;
  /** What is shown is the state that this page knew then, or the nearest one; `null` is the present. */
  moment: Date | null;
  /** Freezes map, ticker and announcements. */
  paused: boolean;
}

/** What no attribute can hold. */
const OBJECT: OptionSpec<null> = {
  fallback: null,
  expected: 'an object',
  read: null,
  property: { attribute: false },
};

/** What a map can be fitted to besides a country and a box. */
const FITS = ['world', 'auto'] as const;

const FIT: OptionSpec<string> = {
  fallback: 'world',
  expected: '"world", "auto", a country code such as "FR", or "west,south,east,north" in degrees',
  read: (value) => {
    const text = String(value).trim();
    const word = FITS.find((known) => known === text.toLowerCase());
    const code = countryCode(text) ?? '';
    return word ?? (isCountry(code) ? code : readBox(text) ? text : undefined);
  },
};

const TICKER_KINDS: OptionSpec<string> = {
  fallback: ROW_KINDS.join(' '),
  expected: `some of ${ROW_KINDS.join(' ')}`,
  read: (value) => {
    const kinds = words(String(value));
    const isKnown = kinds.length > 0 && kinds.every((kind) => ROW_KINDS.some((known) => known === kind));
    return isKnown ? kinds.join(' ') : undefined;
  },
};

export const OPTIONS: OptionTable<LiveMapOptions> = {
  proxyUrl: ADDRESS,
  refreshInterval: REFRESH_INTERVAL,
  transport: oneOf(['poll', 'stream']),
  credentials: CREDENTIALS,
  headers: OBJECT,
  projection: oneOf(PROJECTIONS),
  fit: FIT,
  borders: FLAG,
  graticule: FLAG,
  daylight: FLAG,
  sound: FLAG,
  ticker: oneOf(['auto', 'below', 'beside', 'none']),
  tickerSize: numeric(5, 1, 50, true),
  tickerKinds: TICKER_KINDS,
  breakdown: { ...TEXT, fallback: 'none', read: String },
  breakdownSize: numeric(5, 1, 20, true),
  filter: OBJECT,
  headingLevel: numeric(2, 1, 6, true),
  theme: THEME,
  label: TEXT,
  predictions: oneOf(['auto', 'none']),
  minCount: MIN_COUNT,
  history: FLAG,
  moment: OBJECT,
  paused: { ...FLAG, property: { ...FLAG.property, reflect: true } },
};

/** The options that say where snapshots come from. */
export const SOURCE_OPTIONS: readonly (keyof LiveMapOptions)[] = [
  'proxyUrl',
  'refreshInterval',
  'transport',
  'credentials',
  'headers',
];

/** Kinds of the ticker's rows. */
export function rowKinds({ ticker, tickerKinds }: LiveMapOptions): RowKind[] {
  return ticker === 'none' ? [] : (words(tickerKinds) as RowKind[]);
}

/** Whether likelihoods and expected values are shown: the snapshot carries them, and the page wants them. */
export function showsPredictions({ predictions }: LiveMapOptions, { snapshot }: LiveState): boolean {
  return predictions === 'auto' && snapshot?.data.hasConversionPredictions === true;
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

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}
