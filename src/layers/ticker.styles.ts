import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** The rows of what happened. */
export const tickerStyles: CSSResult = css`
  .rows {
    contain: layout style;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .rows > li,
  .more,
  .spare {
    height: var(--_row, 3rem);
  }
  .rows > li {
    contain: layout style;
    display: grid;
    grid-template-columns: 1rem minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.75rem;
  }
  /* Begins where the sentences do. */
  .more {
    display: flex;
    align-items: center;
    margin: 0;
    padding-inline-start: 1.75rem;
    color: var(--_muted);
  }
  .sentence {
    /* Letters that reach below their line are seen whole. */
    padding-block: 0.2em;
    display: -webkit-box;
    overflow: hidden;
    line-height: 1.35;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--_lines, 2);
  }
  .sentence :is(.place, .amount) {
    font-weight: 600;
  }
  .sentence :is(.page, .goal),
  .rows time {
    color: var(--_muted);
  }
  .rows time {
    font-size: 0.875rem;
    text-align: end;
  }
  /* The width of any age: with the next digit, no sentence wraps. */
  .rows time::after {
    content: attr(data-widest);
    display: block;
    height: 0;
    visibility: hidden;
    white-space: pre;
  }
  .sign {
    justify-self: center;
    width: 0.625rem;
    height: 0.625rem;
    border-radius: 50%;
    background: var(--_visitor);
  }
  .customer.pageview > .sign {
    background: var(--_customer);
    box-shadow:
      0 0 0 2px var(--_surface),
      0 0 0 3.5px var(--_customer);
    scale: 0.8;
  }
  .goal > .sign {
    border: 2.5px solid var(--_event);
    background: none;
  }
  .payment > .sign {
    border-radius: 1px;
    background: var(--_payment);
    rotate: 45deg;
  }
  @container (min-width: 640px) {
    .root:is(.below, .auto) > .ticker {
      max-width: 40rem;
    }
    .root.below > .ticker {
      --_row: 2.25rem;
      --_lines: 1;
    }
  }
  @container (min-width: 640px) and (max-width: 1079.98px) {
    .root.auto > .ticker {
      --_row: 2.25rem;
      --_lines: 1;
    }
  }
  /* Nothing moves in print, nor where the viewer prefers it so. */
  @keyframes row {
    from {
      opacity: 0;
      translate: 0 -0.5rem;
    }
  }
  @media screen and (prefers-reduced-motion: no-preference) {
    .rows > .new {
      animation: row 300ms ease-out;
    }
  }
`;
