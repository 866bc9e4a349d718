import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/**
 * Styles that the page inherits into an element's outermost box: those listed here, and no others. Custom properties and
 * `direction` are not part of `all`.
 */
export const reset: CSSResult = css`
  .shell {
    all: initial;
    color-scheme: inherit;
    cursor: inherit;
    pointer-events: inherit;
    visibility: inherit;
    font-family: var(--live-map-font, inherit);
    font-variant-numeric: tabular-nums;
    -webkit-font-smoothing: inherit;
    -moz-osx-font-smoothing: inherit;
    -webkit-print-color-adjust: inherit;
    -webkit-text-size-adjust: inherit;
  }
`;
