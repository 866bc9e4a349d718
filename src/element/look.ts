import { isOnUndeclaredDark } from '../base/darkness.ts';

/** What the page's styles say that CSS alone cannot follow. To ask is dear, so it is asked once a second at most. */
export interface Look {
  /** The page is dark without saying so. */
  isDark: boolean;
  /** Diameter of a dot in CSS pixels. */
  dotSize: number;
}

export const DOT_SIZE = 8;

export function lookOf(element: Element & { theme: string }): Look {
  const dotSize = parseFloat(getComputedStyle(element).getPropertyValue('--live-map-dot-size'));
  return { isDark: element.theme === 'auto' && isOnUndeclaredDark(element), dotSize: dotSize || DOT_SIZE };
}

export function isSameLook(a: Look, b: Look | null): boolean {
  return a.isDark === b?.isDark && a.dotSize === b.dotSize;
}
