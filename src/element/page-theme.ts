import { isOnUndeclaredDark } from '../base/darkness.ts';

/** What the page's styles say that CSS alone cannot follow. Reading it is slow: once a second is enough. */
export interface PageTheme {
  /** The page is dark without a declaration. */
  isDark: boolean;
  /** Diameter of a dot in CSS pixels. */
  dotSize: number;
}

export const DEFAULT_THEME: PageTheme = { isDark: false, dotSize: 8 };

/** The page's theme; the same object as before where nothing changed. */
export function readPageTheme(element: Element, theme: string, before: PageTheme = DEFAULT_THEME): PageTheme {
  const size = parseFloat(getComputedStyle(element).getPropertyValue('--live-map-dot-size'));
  const dotSize = size || DEFAULT_THEME.dotSize;
  const isDark = theme === 'auto' && isOnUndeclaredDark(element);
  return isDark === before.isDark && dotSize === before.dotSize ? before : { isDark, dotSize };
}
