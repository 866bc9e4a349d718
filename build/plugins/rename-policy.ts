import type { Plugin } from 'vite';

/**
 * Names lit-html's Trusted Types policy after the element, and makes none where the element is defined already. A page's
 * policy lists names, may forbid a second policy of one name, and should not have to know that the script contains Lit.
 *
 * Link: https://github.com/w3c/trusted-types/issues/222
 * Remove when Lit lets an application name its policy.
 */
export function renamePolicy(element: string): Plugin {
  let count = 0;
  return {
    name: 'rename-policy',
    buildStart() {
      count = 0;
    },
    transform: {
      filter: { id: /[\\/]lit-html[\\/].*\.js$/ },
      handler(code) {
        const changed = code.replace(/(\w+)\?\1\.createPolicy\("lit-html"/g, (_all, policies: string) => {
          count++;
          return `${policies}&&!customElements.get("${element}")?${policies}.createPolicy("${element}"`;
        });
        return changed === code ? null : { code: changed, map: null };
      },
    },
    buildEnd(error) {
      if (!error && count !== 1) {
        this.error(`rename-policy: expected createPolicy("lit-html") once, found it ${String(count)} times.`);
      }
    },
  };
}
