import { CREDENTIALS, MIN_COUNT, REFRESH_INTERVAL, THEME, type Rule } from '../base/rule.ts';

/** Every option that can be set wrongly, by property. */
export const RULES: Readonly<Record<string, Rule>> = {
  refreshInterval: REFRESH_INTERVAL,
  credentials: CREDENTIALS,
  theme: THEME,
  minCount: MIN_COUNT,
};
