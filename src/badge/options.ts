import {
  ADDRESS,
  CREDENTIALS,
  MIN_COUNT,
  REFRESH_INTERVAL,
  TEXT,
  THEME,
  type OptionTable,
  type Theme,
} from '../base/option.ts';

/** The options: each an attribute and a property of the same meaning. A bad value falls back to the default, with a warning. */
export interface BadgeOptions {
  /** Address of the proxy, relative to the document. */
  proxyUrl: string | null;
  /** Seconds between two polls; a longer interval of the proxy takes precedence. */
  refreshInterval: number;
  /** Whether cookies are sent, as in `fetch`. */
  credentials: RequestCredentials;
  /** `auto` follows the page's `color-scheme`. */
  theme: Theme;
  /** Accessible name of the number; the default is in the element's language. */
  label: string | null;
  /** Below this number the count is a sentence without a number. */
  minCount: number;
  /** Target of a click: an http(s) address, relative to the document. */
  href: string | null;
}

export const BADGE_OPTIONS: OptionTable<BadgeOptions> = {
  proxyUrl: ADDRESS,
  refreshInterval: REFRESH_INTERVAL,
  credentials: CREDENTIALS,
  theme: THEME,
  label: TEXT,
  minCount: MIN_COUNT,
  href: ADDRESS,
};
