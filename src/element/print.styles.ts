import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** On paper: what can be read, and nothing that needs a pointer or moves. */
export const printStyles: CSSResult = css`
  @media print {
    /* A dark page may be printed with its background. */
    :host {
      background: var(--live-map-surface, Canvas);
    }
    .tools,
    .zoom,
    .tooltip,
    .aim,
    .effects {
      display: none !important;
    }
    .map,
    .rows > li {
      break-inside: avoid;
    }
    .map,
    .table {
      max-height: none;
      outline: 0 !important;
    }
    .sign {
      -webkit-print-color-adjust: exact;
    }
  }
`;
