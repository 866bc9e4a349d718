import type { Plugin } from 'vite';

/** `css` does not use `Array.prototype.reduce`, which returns the array itself on pages with Prototype.js up to 1.6.0. */
const STYLES = `
export class CSSResult {
  constructor(cssText) {
    this.cssText = cssText;
  }
  get styleSheet() {
    if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.sheet;
  }
}
export const unsafeCSS = (cssText) => new CSSResult(cssText);
export const css = (strings, ...values) =>
  new CSSResult(strings[0] + values.map((value, index) => (value.cssText ?? value) + strings[index + 1]).join(''));
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet);
};
export const getCompatibleStyle = (style) => style;
export const supportsAdoptingStyleSheets = true;
`;
const NAMES = namesIn(STYLES.matchAll(/export (?:const|class) (\w+)/g));

/**
 * Replaces Lit's module for styles by one that has what the elements use: constructable style sheets, which all supported
 * browsers have, made from `css` and `unsafeCSS`.
 *
 * Link: https://github.com/lit/lit/blob/main/packages/reactive-element/src/css-tag.ts
 * Remove when Lit drops its fallback, and `reduce`.
 */
export function litStyles(): Plugin {
  return {
    name: 'lit-styles',
    transform: {
      filter: { id: /[\\/]@lit[\\/]reactive-element[\\/]css-tag\.js$/ },
      handler(code) {
        const names = namesIn(code.slice(code.lastIndexOf('export')).matchAll(/\w+ as (\w+)/g));
        if (names !== NAMES) this.error(`lit-styles: expected css-tag.js to export ${NAMES}; got ${names}.`);
        return { code: STYLES, map: null };
      },
    },
  };
}

function namesIn(matches: Iterable<RegExpMatchArray>): string {
  return Array.from(matches, ([, name]) => name)
    .sort()
    .join(', ');
}
