import { layoutParent } from './ancestors.ts';

/**
 * Whether an element stands on a dark page that does not say so: no `color-scheme` is declared, and its text is light.
 * A page that declares one is followed by CSS alone.
 */
export function isOnDarkBackground(element: Element): boolean {
  const parent = layoutParent(element);
  if (!parent) return false;
  const { color, colorScheme } = getComputedStyle(parent);
  return colorScheme === 'normal' && luminance(color) > 0.4;
}

/** Relative luminance (WCAG 2) of a computed colour in sRGB, 0 to 1; 0 for other notations. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (/^rgba?\(([^)]+)/.exec(color)?.[1] ?? '').split(/[ ,/]+/).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
