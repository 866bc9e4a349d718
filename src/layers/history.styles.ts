import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** The sparkline below the headline. Its room is kept by the layout. */
export const historyStyles: CSSResult = css`
  .top {
    position: relative;
  }
  .spark {
    position: absolute;
    bottom: 0;
    inset-inline-start: 0;
    place-items: stretch;
    width: 100%;
    min-width: 7.5rem;
    height: 1.75rem;
    border-radius: 0;
  }
  .spark:hover {
    background: none;
  }
  .chart {
    position: relative;
    display: block;
    height: 24px;
    border-block-end: 1px solid var(--_land);
  }
  .spark:hover .chart {
    border-color: currentColor;
  }
  .chart svg {
    display: block;
    width: 100%;
    height: 100%;
    overflow: visible;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [dir='rtl'] .chart svg {
    transform: scaleX(-1);
  }
  .chart path {
    vector-effect: non-scaling-stroke;
  }
  .chart i {
    position: absolute;
    width: 6px;
    height: 6px;
    margin: -3px;
    background: var(--_visitor);
    forced-color-adjust: none;
    -webkit-print-color-adjust: exact;
  }
  .chart .now {
    border-radius: 50%;
  }
  .chart .paid {
    rotate: 45deg;
    background: var(--_payment);
  }
`;
