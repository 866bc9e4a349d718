import type { Plugin } from 'vite';

/**
 * Marks calls in d3-geo and d3-array as pure, and detaches what they assign to functions. The packages are one file each
 * here, and a bundler cannot know that making an adder or a bisector has no side effect, nor that the inverse of a
 * projection is never called: two kilobytes would stay.
 *
 * Link: https://github.com/d3/d3/issues/3076
 * Remove when d3-geo and d3-array annotate these calls themselves.
 *
 * @param inverses Raw projections whose inverse is called.
 */
export function unusedD3(...inverses: string[]): Plugin {
  return {
    name: 'unused-d3',
    transform: {
      filter: { id: /[\\/]d3-(geo|array)[\\/].*\.m?js$/ },
      handler: (code) => ({
        code: code
          .replace(
            /= (new Adder|clip|transformer|azimuthalRaw|azimuthalInvert|cos|bisector)\(/g,
            '= /* @__PURE__ */ $1(',
          )
          .replace(/^(TransformStream)\.prototype = /gm, 'const $1Methods = ')
          .replace(/^(\w+)\.invert = /gm, (statement, name: string) =>
            inverses.includes(name) ? statement : `const ${name}Inverse = `,
          ),
        map: null,
      }),
    },
  };
}
