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
  /** Where the snapshot comes from; relative to the document. */
  proxyUrl: string | null;
  /** Seconds between two polls; the proxy's own interval is used where it is longer. */
  refreshInterval: number;
  /** Whether cookies go along, as `fetch` has it. */
  credentials: RequestCredentials;
  /** `auto` follows the page's `color-scheme`. */
  theme: Theme;
  /** What a screen reader calls the number; by default in the element's language. */
  label: string | null;
  /** Below it the count reads as a sentence, not a number. */
  minCount: number;
  /** Where a click leads: an http(s) address, relative to the document. */
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
