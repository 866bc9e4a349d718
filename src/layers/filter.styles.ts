import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** The chips of a filter, beside the headline. */
export const filterStyles: CSSResult = css`
  .filtered {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1rem;
  }
  .filtered > :not(slot, .chips),
  .filtered ::slotted([slot='heading']) {
    flex: 0 0 100%;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    min-width: 0;
  }
  .chip {
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.375rem;
    width: auto;
    max-width: 16rem;
    height: 1.75rem;
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
