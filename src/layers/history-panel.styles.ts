import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** The slider in the place of the sparkline. */
export const historyPanelStyles: CSSResult = css`
  .history > .top {
    position: relative;
  }
  .look-back {
    position: absolute;
    bottom: 0;
    inset-inline: 0;
    display: flex;
    align-items: center;
    gap: 0.5rem;
    height: 2rem;
  }
  .look-back > button {
    flex: none;
  }
  .look-back > .present {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    width: auto;
    padding-inline: 0.5rem;
    color: var(--_text);
    font: inherit;
    font-size: 0.875rem;
  }
  .present::before {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--_visitor);
    content: '';
    forced-color-adjust: none;
  }
  .track {
    position: relative;
    flex: 1;
    min-width: 0;
    height: 2rem;
  }
  .track .chart {
    margin: calc(1rem - 12px) 12px;
  }
  .track .now {
    visibility: hidden;
  }
  .track input {
    -webkit-appearance: none;
    appearance: none;
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    border-radius: var(--_radius);
    background: none;
    cursor: pointer;
    forced-color-adjust: none;
  }
  .track input:focus-visible {
    outline: 2px solid var(--_visitor);
    outline-offset: 2px;
  }
  .track input:disabled,
  .track input:disabled + .chart {
    visibility: hidden;
  }
  .track input::-webkit-slider-runnable-track {
    height: 2rem;
  }
  .track input::-webkit-slider-thumb {
    -webkit-appearance: none;
    width: 24px;
    height: 2rem;
    background:
      radial-gradient(circle at 50% calc(50% + 11px), var(--_visitor) 4.5px, transparent 5px),
      linear-gradient(var(--_visitor), var(--_visitor)) center / 2px 100% no-repeat;
  }
  .track input::-moz-range-track {
    background: none;
  }
  .track input::-moz-range-thumb {
    width: 24px;
    height: 2rem;
    border: 0;
    border-radius: 0;
    background:
      radial-gradient(circle at 50% calc(50% + 11px), var(--_visitor) 4.5px, transparent 5px),
      linear-gradient(var(--_visitor), var(--_visitor)) center / 2px 100% no-repeat;
  }
  .empty {
    position: absolute;
    inset: 0;
    display: grid;
    align-content: center;
    margin: 0;
    overflow: hidden;
    color: var(--_muted);
    font-size: 0.8125rem;
    line-height: 1rem;
  }
  @media print {
    .look-back {
      display: none;
    }
  }
`;
