import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** The count, its meaning, the buttons. */
export const headerStyles: CSSResult = css`
  .count {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 3.5rem;
    margin: 0;
  }
  .number {
    font-size: clamp(2.75rem, 6cqi, 3.5rem);
    font-weight: 700;
    line-height: 1;
    letter-spacing: -0.03em;
  }
  .number.missing {
    color: var(--_muted);
    font-weight: 300;
  }
  .number.placeholder {
    width: 1.2em;
    height: 0.8em;
    border-radius: var(--_radius);
    background: var(--_land);
  }
  .meaning {
    display: grid;
    line-height: 1.3;
  }
  .what {
    font-weight: 600;
  }
  .worded .what {
    font-size: 1.5rem;
    letter-spacing: -0.015em;
  }
  .when,
  .note {
    color: var(--_muted);
  }
  .when {
    font-size: 0.875rem;
  }
  .number:not([hidden]) + .meaning .expected {
    min-height: 1.3em;
  }
  .note {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    min-height: 1.4em;
    margin: 0;
    font-size: 0.875rem;
  }
  @container (max-width: 399.98px) {
    .top {
      gap: 0.5rem;
    }
    .count {
      flex-wrap: wrap;
      align-content: center;
      gap: 0 0.5rem;
      /* The number, and two lines below it: what is wrong is longer than since when. */
      min-height: 4.55rem;
    }
    .number {
      font-size: 2.25rem;
    }
    .meaning {
      display: contents;
    }
    .worded .what {
      font-size: 1.25rem;
    }
    .when {
      flex-basis: 100%;
    }
    .count .meaning .expected {
      min-height: 2.6em;
    }
  }
  .tools {
    display: flex;
    gap: 0.25rem;
  }
  button {
    display: grid;
    place-items: center;
    width: 2rem;
    height: 2rem;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  button:hover {
    color: var(--_text);
    background: color-mix(in srgb, var(--_land) 50%, transparent);
  }
  .icon {
    width: 1rem;
    height: 1rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :is(button, .map, .table):focus-visible {
    outline: 2px solid var(--_visitor);
    outline-offset: 2px;
  }
`;
