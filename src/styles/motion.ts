import { css, type CSSResult } from 'lit';

/** All that moves. Nothing moves for ever, and nothing at all where the viewer prefers it so. */
export const motion: CSSResult = css`
  @keyframes pop {
    from {
      transform: scale(0);
    }
    70% {
      transform: scale(1.25);
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
  @keyframes leave {
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
  .ring {
    opacity: 0;
  }
  @media (prefers-reduced-motion: no-preference) {
    .ring {
      transform-box: fill-box;
      transform-origin: center;
    }
    /* Marks grow from the middle of their place, which is where their own coordinates begin. */
    .mark.arriving > * {
      animation: pop 300ms ease-out;
    }
    .mark.leaving {
      animation: leave 400ms ease-in forwards;
    }
    .ring {
      animation: ring 1.2s cubic-bezier(0.2, 0.6, 0.3, 1) forwards;
    }
    .rows > .new {
      animation: row 300ms ease-out;
    }
  }
`;
