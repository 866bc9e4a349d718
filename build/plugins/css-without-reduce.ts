import type { Plugin } from 'vite';

/**
 * Rewrites how Lit's `css` joins its values: `Array.prototype.reduce` returns the array itself on pages with Prototype.js
 * up to 1.6.0. The check of the values goes with it: all of them are numbers or other styles.
 *
 * Link: https://github.com/lit/lit/blob/main/packages/reactive-element/src/css-tag.ts (`css`).
 * Remove when Lit joins them in another way.
 */
export function cssWithoutReduce(): Plugin {
  return {
    name: 'css-without-reduce',
    transform: {
      filter: { id: /[\\/]@lit[\\/]reactive-element[\\/]css-tag\.js$/ },
      handler(code) {
        const changed = code.replace(
          /(\w+)\.reduce\(\((\w+),(\w+),(\w+)\)=>\2\+.*?\(\3\)\+(\w+)\[\4\+1\],\5\[0\]\)/,
          '$5[0]+$1.map(($3,$4)=>($3.cssText??$3)+$5[$4+1]).join("")',
        );
        if (changed === code) this.error('css-without-reduce: css-tag.js joins its values in another way.');
        return { code: changed, map: null };
      },
    },
  };
}
