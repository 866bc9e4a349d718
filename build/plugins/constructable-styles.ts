import type { Plugin } from 'vite';

/**
 * Answers Lit's question for constructable style sheets, so that its fallback is left out: all supported browsers have them.
 *
 * Link: https://github.com/lit/lit/blob/main/packages/reactive-element/src/css-tag.ts (`supportsAdoptingStyleSheets`).
 * Remove when Lit drops that fallback.
 */
export function constructableStyles(): Plugin {
  return {
    name: 'constructable-styles',
    transform: {
      filter: { id: /[\\/]@lit[\\/]reactive-element[\\/]css-tag\.js$/ },
      handler(code) {
        const changed = code.replace(/\bt\.ShadowRoot&&.*?CSSStyleSheet\.prototype/, 'true');
        if (changed === code) this.error('constructable-styles: css-tag.js does not ask for them any more.');
        return { code: changed, map: null };
      },
    },
  };
}
