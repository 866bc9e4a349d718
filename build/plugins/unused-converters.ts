import type { Plugin } from 'vite';

/**
 * Leaves out what Lit's default converter does for numbers, arrays and objects: no option has such a `type`.
 *
 * Link: https://github.com/lit/lit/blob/main/packages/reactive-element/src/reactive-element.ts (`defaultConverter`).
 * Remove when an option is to have one.
 */
export function unusedConverters(): Plugin {
  return {
    name: 'unused-converters',
    transform: {
      filter: { id: /[\\/]reactive-element\.js$|[\\/]src[\\/].*\.ts$/ },
      handler(code, id) {
        if (id.endsWith('.ts')) {
          const type = /\btype: (Number|Array|Object)\b/.exec(code);
          if (type) this.error(`unused-converters: ${type[0]} in ${id} needs what is left out of Lit's converter.`);
          return null;
        }
        const changed = code
          .replace(/case Object:case Array:.*?JSON\.stringify\(\w+\)/, '')
          .replace(/case Number:.*?case Array:try\{.*?catch\(\w+\)\{\w+=null\}/, '');
        if (/\bJSON\b|\bNumber\b/.test(changed)) this.error('unused-converters: Lit has another default converter.');
        return { code: changed, map: null };
      },
    },
  };
}
