import { css, type CSSResult } from 'lit';

/** Arrangement: the element's own width decides, not the viewport's. */
export const layoutStyles: CSSResult = css`
  :host {
    /* A container has no width of its own to give to a flex or grid parent, or to a float. */
    box-sizing: border-box;
    display: block;
    width: 100%;
    container-type: inline-size;
    background: var(--live-map-surface, transparent);
    font-family: var(--_font);
    font-size: 0.9375rem;
    line-height: 1.4;
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  .root {
    text-align: start;
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
