import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** A map that is moved, or shows a part of the world. */
export const cameraStyles: CSSResult = css`
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
`;
