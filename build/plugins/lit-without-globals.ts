import type { Plugin } from 'vite';

/**
 * Leaves out what Lit looks for and keeps on the page's globals: polyfills of older browsers, a list of its copies, the
 * metadata of decorators. A single file needs none of them.
 *
 * Link: https://github.com/lit/lit/blob/main/packages/reactive-element/src/reactive-element.ts (`reactiveElementVersions`).
 * Remove when Lit has a build without them.
 */
export function litWithoutGlobals(): Plugin {
  return {
    name: 'lit-without-globals',
    transform: {
      filter: { id: /[\\/]reactive-element\.js$/ },
      handler(code) {
        const changed = code
          .replace(/\w+\.\w+PolyfillSupport\b/, 'void 0')
          .replace(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0')
          .replace(/Symbol\.metadata\?\?=.*?new WeakMap;/, '')
          .replace('this[Symbol.metadata]', 'null');
        if (/PolyfillSupport|Versions|\bmetadata/.test(changed)) {
          this.error('lit-without-globals: Lit has other globals.');
        }
        return { code: changed, map: null };
      },
    },
  };
}
