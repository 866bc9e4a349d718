import { ADDRESS, CREDENTIALS, MIN_COUNT, REFRESH_INTERVAL, TEXT, THEME, type Rule } from '../base/rule.ts';

/** Every option that has an attribute, by property. */
export const RULES: Readonly<Record<string, Rule>> = {
  proxyUrl: ADDRESS,
  refreshInterval: REFRESH_INTERVAL,
  credentials: CREDENTIALS,
  theme: THEME,
  label: TEXT,
  minCount: MIN_COUNT,
  href: ADDRESS,
};
