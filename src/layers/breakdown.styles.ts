import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** Lists of what is here now. Their room is kept by the layout. */
export const breakdownStyles: CSSResult = css`
  [part='breakdown-list'] {
    display: flow-root;
    min-width: 0;
  }
  /* Nothing moves when rows come. */
  [part='breakdown-list'] > svg {
    float: inline-start;
  }
  .breakdown > :only-child {
    max-width: 40rem;
  }
  .kind,
  .rest {
    margin: 0;
    color: var(--_muted);
    font-size: 0.875rem;
    line-height: 1.75rem;
  }
  .breakdown ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  /* A number that changes lays out its row alone. */
  .root.root .breakdown li {
    height: 1.75rem;
    contain: size layout style;
  }
  .choice {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    width: 100%;
    height: 1.75rem;
    border-radius: 0;
    color: var(--_text);
    font: inherit;
  }
  .label,
  .split > :first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .choice > .label {
    min-width: 0;
    white-space: nowrap;
  }
  .choice > .split {
    display: flex;
  }
  .split > :last-child {
    flex: none;
    white-space: pre;
  }
  .choice > svg {
    position: absolute;
    inset-block-end: 0;
    inset-inline-start: 0;
    height: 2px;
    background: var(--_land);
    forced-color-adjust: none;
    -webkit-print-color-adjust: exact;
  }
  /* Shadows, for what lies outside the element would make the page scroll. */
  .choice:is(:hover, [aria-pressed='true']) {
    --_band: color-mix(in srgb, var(--_land) 50%, transparent);
    background: var(--_band);
    box-shadow:
      -0.5rem 0 var(--_band),
      0.5rem 0 var(--_band);
  }
  .choice[aria-pressed='true'] {
    font-weight: 600;
  }
  [aria-pressed='true'] > svg {
    background: var(--_visitor);
  }
  @media (forced-colors: active) {
    .choice[aria-pressed='true'] {
      border: 2px solid Highlight;
    }
  }
  @media print {
    [part='breakdown-list'] {
      break-inside: avoid;
    }
    [part='breakdown-list'] > svg {
      display: none;
    }
  }
`;
