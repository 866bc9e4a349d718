import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** What is new or gone. Nothing moves in print or where the viewer prefers it so. */
const effectsStyles: CSSResult = css`
  .effects {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  .effects i {
    --_mark: var(--_visitor);
    position: absolute;
    border-radius: 50%;
    background: var(--_mark);
  }
  .effects .customer {
    --_mark: var(--_customer);
  }
  .effects .payment {
    --_mark: var(--_payment);
  }
  .effects .ring {
    border: 1.5px solid var(--_mark);
    background: none;
  }
  @keyframes pop {
    from {
      transform: scale(0.5);
    }
    to {
      transform: scale(2);
      opacity: 0;
    }
  }
  @keyframes ring {
    from {
      transform: scale(0.3);
      opacity: 0.9;
    }
    to {
      transform: scale(1);
      opacity: 0;
    }
  }
  @keyframes fade {
    to {
      opacity: 0;
    }
  }
  @media screen and (prefers-reduced-motion: no-preference) {
    .pop {
      animation: pop 300ms ease-out forwards;
    }
    .fade {
      animation: fade 400ms ease-in forwards;
    }
    .ring {
      animation: ring 1.2s cubic-bezier(0.2, 0.6, 0.3, 1) forwards;
    }
  }
`;

/** The mark and the row that are pointed at or focused. */
const highlightStyles: CSSResult = css`
  .highlighted {
    --_halo: 0.5;
    stroke-width: 3px;
  }
  .highlighted:is(.dot, .cluster) {
    stroke-width: 8px;
    stroke-opacity: 0.5;
  }
  .highlighted.dense {
    stroke: var(--_mark);
    vector-effect: non-scaling-stroke;
  }
  .highlighted .band {
    stroke-width: 3px;
  }
  .highlighted .band + .body {
    stroke: none;
  }
  /* Shadows, for what lies outside the element would make the page scroll. */
  .rows > .highlighted {
    --_band: color-mix(in srgb, var(--_land) 50%, transparent);
    background: var(--_band);
    box-shadow:
      -0.5rem 0 var(--_band),
      0.5rem 0 var(--_band);
  }
  @media (forced-colors: active) {
    .mark.highlighted {
      --_mark: Highlight;
    }
    .tooltip,
    li.highlighted {
      outline: 1px solid;
    }
    li.highlighted {
      outline-offset: 0.25rem;
    }
  }
`;

/** A mark's tooltip, and the ring around a mark. */
const tooltipStyles: CSSResult = css`
  /* Around the mark that the keyboard has reached: one of its two tones shows, whatever is below. */
  .aim {
    position: absolute;
    inset: 0 auto auto 0;
    box-sizing: content-box;
    display: none;
    width: calc(2 * var(--_reach));
    aspect-ratio: 1;
    padding: 4px;
    border: 2px solid var(--_text);
    border-radius: 50%;
    box-shadow:
      inset 0 0 0 1.5px var(--_surface),
      0 0 0 1.5px var(--_surface);
    translate: -50% -50%;
    pointer-events: none;
  }
  .map:focus-visible .aim {
    display: block;
  }
  .tooltip {
    user-select: text;
    -webkit-user-select: text;
    cursor: auto;
    position: absolute;
    z-index: 1;
    display: grid;
    /* Wherever it was before. */
    width: max-content;
    max-width: min(16rem, 100%);
    padding: 0.5rem 0.75rem;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow:
      0 0 0 1px color-mix(in srgb, var(--_text) 12%, transparent),
      0 4px 16px rgb(0 0 0 / 14%);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  .tooltip .muted {
    color: var(--_muted);
  }
  .tooltip .customer {
    color: var(--_customer);
  }
  .tooltip .visitor {
    color: var(--_visitor);
  }
  .tooltip .likelihood {
    margin-top: 0.25rem;
  }
  .tooltip .tally {
    display: flex;
    justify-content: space-between;
    gap: 1.5rem;
  }
`;

/** The table that the map turns into. */
const tableStyles: CSSResult = css`
  .table {
    /* What is hidden in it would count as wider than the element otherwise. */
    position: relative;
    overflow: auto;
    border-radius: var(--_radius);
  }
  @media not print {
    .table {
      max-height: 30rem;
    }
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

/** The map's buttons, shown while the viewer is at the map. */
export const zoomStyles: CSSResult = css`
  .zoom {
    position: absolute;
    inset-block-end: 0;
    inset-inline-end: 0;
    display: flex;
    opacity: 0;
    cursor: auto;
  }
  .zoom button {
    width: 1.75rem;
    height: 1.75rem;
  }
  .map:is(:hover, :focus-visible) .zoom,
  .zoom:hover {
    opacity: 1;
  }
  .zoom:focus-within:has(:focus-visible) {
    opacity: 1;
  }
  @media (hover: none) {
    .zoom {
      opacity: 0.8;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .zoom {
      transition: opacity 150ms;
    }
  }
  .zoom [aria-disabled] {
    background: none;
    color: color-mix(in srgb, var(--_muted) 40%, transparent);
    cursor: auto;
  }
`;

/** What comes with the map's interaction, as one sheet. */
export const interactionStyles: CSSResult = css`
  ${effectsStyles}
  ${highlightStyles}
  ${zoomStyles}
  ${tooltipStyles}
  ${tableStyles}
`;
