import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** Arrangement: the element's own width decides, not the viewport's. */
export const layoutStyles: CSSResult = css`
  :host {
    box-sizing: border-box;
    display: block;
    width: 100%;
    background: var(--live-map-surface, transparent);
    font-size: 0.9375rem;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  /*
   * Its min-content width is 0, for narrow parents and 1fr columns, and its max-content width that of a map which can be
   * seen, for parents that shrink to their content: a container has no width of its own.
   */
  .shell {
    display: grid;
    grid-template-columns: minmax(0, min(640px, 85vw)) 1fr;
    width: 100%;
    font-size: inherit;
    line-height: 1.4;
  }
  .container {
    grid-column: 1 / 3;
    container-type: inline-size;
  }
  .root {
    color: var(--_text);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem 2.5rem;
  }
  .top {
    display: flex;
    align-items: flex-start;
    gap: 1rem;
  }
  .intro {
    flex: 1;
    min-width: 0;
  }
  /* Room for the sparkline. */
  .history .intro {
    padding-bottom: 2.5rem;
  }
  /* Lists, or their room: in two columns from 480 px, in three from 720 px. */
  .breakdown {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: repeat(auto-fit, minmax(clamp(100% / 3 - 1.7rem, 233.3px - 2.78%, 100%), 1fr));
    gap: 1rem 2.5rem;
    margin-top: 0.5rem;
  }
  .breakdown:empty {
    display: none;
  }
  /* A tooltip may lie above what follows. */
  .view {
    position: relative;
    z-index: 1;
    min-width: 0;
  }
  @container (min-width: 1080px) {
    .root.auto,
    .root.beside {
      grid-template-columns: minmax(0, 1fr) minmax(18rem, 27%);
    }
    .root:is(.auto, .beside) > .top,
    .root:is(.auto, .beside) > .note {
      grid-column: 1 / -1;
    }
    .root:is(.auto, .beside) > .ticker {
      align-self: center;
    }
  }
  @container (min-width: 640px) and (max-width: 1079.98px) {
    .root.beside {
      grid-template-columns: minmax(0, 1fr) minmax(14rem, 34%);
    }
    .root.beside > :is(.top, .note) {
      grid-column: 1 / -1;
    }
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
