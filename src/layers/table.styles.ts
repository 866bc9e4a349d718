import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** The table that the map turns into. */
export const tableStyles: CSSResult = css`
  .table {
    /* What is hidden in it would count as wider than the element otherwise. */
    position: relative;
    max-height: 30rem;
    overflow: auto;
    border-radius: var(--_radius);
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.4rem 0;
    border-bottom: 1px solid var(--_land);
    font-weight: inherit;
    text-align: start;
  }
  thead th {
    position: sticky;
    top: 0;
    vertical-align: bottom;
    background: var(--_surface);
    color: var(--_muted);
    font-size: 0.875rem;
  }
  tr:last-child > td,
  tr:last-child > [scope='row'] {
    border: 0;
  }
  .figure {
    padding-inline-start: 0.75rem;
    text-align: end;
  }
  td {
    white-space: nowrap;
  }
`;
