import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** The map's buttons, shown while the viewer is at the map. */
export const zoomStyles: CSSResult = css`
  .map.free {
    cursor: grab;
  }
  .map.free:active {
    cursor: grabbing;
  }
  .map.globe {
    /* A finger that goes sideways turns the globe; one that goes up or down scrolls the page. */
    touch-action: pan-y pinch-zoom;
  }
  /* A part of the world fades out; it is not framed. */
  .map.cut .basemap {
    --_fade: transparent, #000 1.5rem, #000 calc(100% - 1.5rem), transparent;
    mask: linear-gradient(to right, var(--_fade)), linear-gradient(var(--_fade));
    mask-composite: intersect;
  }
  .map.cut :is(.marks, .effects) {
    overflow: hidden;
  }
  /* An islet is seen, however small. */
  .map.cut .land {
    stroke: var(--_land);
    stroke-width: 1.5px;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
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
