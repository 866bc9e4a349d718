import { css, type CSSResult } from 'lit';

/** Land, marks and tooltip. */
export const mapStyles: CSSResult = css`
  .map {
    position: relative;
    border-radius: var(--_radius);
    /* One-finger scrolling belongs to the page. */
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
  }
  .map.globe {
    max-width: 34rem;
    margin-inline: auto;
  }
  .map svg {
    display: block;
    width: 100%;
    overflow: hidden;
  }
  .map .marks {
    position: absolute;
    inset: 0;
    height: 100%;
    overflow: visible;
    pointer-events: none;
  }
  .sea {
    fill: var(--_sea);
  }
  .globe .sea {
    stroke: var(--_border);
    vector-effect: non-scaling-stroke;
  }
  .land {
    fill: var(--_land);
    fill-rule: evenodd;
  }
  .graticule {
    fill: none;
    stroke: var(--_graticule);
    vector-effect: non-scaling-stroke;
  }
  .mark {
    --_mark: var(--_visitor);
    --_halo: 0.22;
  }
  .mark.customer {
    --_mark: var(--_customer);
  }
  .dot .body {
    fill: var(--_mark);
    stroke: var(--_mark);
    stroke-width: 6px;
    stroke-opacity: var(--_halo);
    paint-order: stroke;
  }
  .mark.customer {
    --_halo: 0;
  }
  .band {
    fill: none;
    stroke: var(--_mark);
    stroke-width: 1.5px;
  }
  .dot.idle {
    --_halo: 0;
  }
  .dot.away .body {
    fill: var(--_land);
    stroke-width: 1.5px;
    stroke-opacity: 1;
    paint-order: normal;
  }
  .region .body {
    fill: var(--_mark);
    fill-opacity: 0.28;
    stroke: var(--_mark);
    stroke-width: 1px;
  }
  .country .body {
    fill: var(--_mark);
    fill-opacity: 0.12;
    stroke: var(--_mark);
    stroke-width: 1.25px;
    stroke-dasharray: 3 2.5;
  }
  .cluster .body {
    fill: var(--_mark);
    stroke: var(--_mark);
    stroke-width: 5px;
    stroke-opacity: 0.22;
    paint-order: stroke;
  }
  .mark text {
    fill: var(--_text);
    font-size: 11px;
    font-weight: 600;
  }
  .cluster text {
    fill: var(--_surface);
  }
  .payment path {
    fill: var(--_payment);
    stroke: var(--_surface);
    stroke-width: 1.5px;
    paint-order: stroke;
  }
  .highlighted {
    --_halo: 0.5;
  }
  .highlighted :is(.band, .body) {
    stroke-width: 3px;
    stroke-opacity: 1;
  }
  .highlighted.dot .body,
  .highlighted.cluster .body {
    stroke-width: 8px;
    stroke-opacity: 0.5;
  }
  .ring {
    fill: none;
    stroke: var(--_visitor);
    stroke-width: 1.5px;
  }
  .ring.payment {
    stroke: var(--_payment);
  }
  :is(.stale, .error) .marks,
  :is(.stale, .error) .sign {
    filter: grayscale(1);
  }
  .tooltip {
    user-select: text;
    -webkit-user-select: text;
    cursor: auto;
    position: absolute;
    z-index: 1;
    display: grid;
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
  .tooltip .muted,
  .tooltip .page {
    color: var(--_muted);
  }
  .tooltip .customer {
    color: var(--_customer);
  }
  .tooltip .visitor {
    color: var(--_visitor);
  }
  .tooltip .tally {
    display: flex;
    justify-content: space-between;
    gap: 1.5rem;
  }
`;
