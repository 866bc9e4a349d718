import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** The chips of a filter, beside the headline. */
export const filterStyles: CSSResult = css`
  .filtered {
    display: grid;
    grid-template-columns: fit-content(100%) minmax(0, 1fr);
    align-items: center;
    row-gap: 0.25rem;
  }
  .filtered > .chips,
  .filtered ::slotted(*) {
    grid-column: 1 / -1;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    min-width: 0;
  }
  @container (min-width: 30rem) {
    .top > .intro.filtered {
      grid-template-columns: fit-content(100%) minmax(8rem, 1fr);
      column-gap: 1rem;
    }
    .top > .filtered > .chips {
      grid-column: auto;
    }
  }
  .chip {
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.375rem;
    width: auto;
    max-width: min(16rem, 100%);
    height: 1.75rem;
    /* A centred label would overflow on both sides. */
    justify-items: stretch;
    padding-inline: 0.625rem;
    border-radius: 1rem;
    background: color-mix(in srgb, var(--_land) 50%, transparent);
    color: var(--_text);
    font: inherit;
    font-size: 0.875rem;
  }
  .chip > .label {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .cross {
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .chip {
      border: 1px solid;
    }
  }
  @media print {
    .cross {
      display: none;
    }
  }
`;
