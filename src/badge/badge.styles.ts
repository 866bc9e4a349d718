import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** A pill that keeps its room: as wide as three figures and what they count. */
export const badgeStyles: CSSResult = css`
  :host {
    display: inline-block;
    vertical-align: middle;
    flex-shrink: 0;
    /* It does not stretch in a grid or a flex column. */
    width: fit-content;
    min-width: 144px;
    height: 28px;
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    display: grid;
    grid-template-rows: 26px 0;
    justify-items: center;
    box-sizing: border-box;
    min-width: inherit;
    height: 100%;
    padding: 0 12px;
    border: 1px solid var(--_border);
    border-radius: 14px;
    background: var(--_surface);
    color: var(--_muted);
    font-size: 13px;
    line-height: 26px;
    white-space: nowrap;
  }
  [href]:hover {
    border-color: currentColor;
    cursor: pointer;
  }
  .root:focus-visible {
    outline: 2px solid var(--_visitor);
    outline-offset: 2px;
  }
  [part='dot'] {
    /* A border has a colour of the viewer's own where colours are forced, and a background none. */
    border: 4px solid var(--_muted);
    border-radius: 50%;
    margin-inline-end: 7px;
  }
  .root > span {
    display: flex;
    align-items: center;
  }
  .root::after {
    content: attr(data-room);
    height: 0;
    /* The dot. */
    padding-inline-start: 15px;
    visibility: hidden;
  }
  b,
  .root::after {
    font-weight: 600;
  }
  .fresh [part='dot'] {
    border-color: var(--_visitor);
  }
  .fresh b {
    color: var(--_text);
  }
  .loading b {
    display: inline-block;
    width: 6ch;
    height: 10px;
    border-radius: 3px;
    background: var(--_land);
    forced-color-adjust: none;
  }
`;
