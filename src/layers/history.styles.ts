import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** The sparkline below the headline. Its room is kept by the layout. */
export const historyStyles: CSSResult = css`
  /* In a column of its own, the headline is as wide as its text, and so is the sparkline. */
  .history .intro {
    position: relative;
    display: grid;
    grid-template-columns: fit-content(100%) minmax(0, 1fr);
  }
  .history .intro > *,
  .history .intro ::slotted(*) {
    grid-column: 1 / -1;
  }
  .history .intro > slot > .count {
    grid-column: 1;
  }
  .history .intro > .spark {
    position: absolute;
    bottom: 0;
    inset-inline-start: 0;
    grid-column: 1 / 2;
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
    border-bottom: 1px solid var(--_land);
  }
  .spark:hover .chart {
    border-color: currentColor;
  }
  .chart svg {
    overflow: visible;
  }
  .chart > svg {
    display: block;
    width: 100%;
    height: 100%;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [dir='rtl'] .chart > svg {
    transform: scaleX(-1);
  }
  .chart path {
    vector-effect: non-scaling-stroke;
  }
  .chart > .signs {
    position: absolute;
    inset: 0;
    stroke: none;
    forced-color-adjust: none;
  }
  .now {
    fill: var(--_visitor);
  }
  .paid {
    fill: var(--_payment);
  }
`;
