import { css, type CSSResult } from '@lit/reactive-element/css-tag.js';

/** All that moves. Nothing moves for ever, and nothing at all in print or where the viewer prefers it so. */
export const motion: CSSResult = css`
  @keyframes pop {
    from {
      transform: scale(0.5);
    }
    to {
      transform: scale(2);
      opacity: 0;
    }
  }
  @keyframes ring {
    from {
      transform: scale(0.3);
      opacity: 0.9;
    }
    to {
      transform: scale(1);
      opacity: 0;
    }
  }
  @keyframes fade {
    to {
      opacity: 0;
    }
  }
  @keyframes row {
    from {
      opacity: 0;
      translate: 0 -0.5rem;
    }
  }
  @media screen and (prefers-reduced-motion: no-preference) {
    .pop {
      animation: pop 300ms ease-out forwards;
    }
    .fade {
      animation: fade 400ms ease-in forwards;
    }
    .ring {
      animation: ring 1.2s cubic-bezier(0.2, 0.6, 0.3, 1) forwards;
    }
    .rows > .new {
      animation: row 300ms ease-out;
    }
  }
`;
