import { css, unsafeCSS, type CSSResult } from '@lit/reactive-element/css-tag.js';
import { PALETTE } from '../palette/palette.ts';

/** System colours in place of the palette's; all that is not named is as the text. */
const FORCED: Readonly<Record<string, string>> = {
  surface: 'Canvas',
  sea: 'Canvas',
  land: 'color-mix(in srgb, CanvasText 25%, Canvas)',
  graticule: 'color-mix(in srgb, CanvasText 25%, Canvas)',
};

/** The page's own value, `--live-map-land`, if it gives one; inside, the element reads `--_land` alone. */
function declare(value: (light: string, dark: string) => string): CSSResult {
  return unsafeCSS(
    Object.entries(PALETTE)
      .map(([token, [light, dark]]) => `--_${token}: var(--live-map-${token}, ${value(light, dark)});`)
      .join('\n'),
  );
}

const light = declare((value) => value);
const dark = declare((_light, value) => value);
const followPage = declare((lightValue, darkValue) => `light-dark(${lightValue}, ${darkValue})`);

const forced = unsafeCSS(
  Object.keys(PALETTE)
    .map((token) => `--_${token}: ${FORCED[token] ?? 'CanvasText'};`)
    .join('\n'),
);

/** `theme="auto"` follows the page's `color-scheme` where the browser has `light-dark()`, and is light elsewhere. */
export const tokens: CSSResult = css`
  :host {
    ${light}
    --_radius: var(--live-map-radius, 8px);
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
    ${dark}
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      ${followPage}
    }
  }
  @media not print {
    .root.dark {
      color-scheme: dark;
      ${dark}
    }
  }
  /* Paper is light. Where the page wants it dark all the same, it has its background. */
  @media print {
    :host(:not([theme='dark'])) {
      color-scheme: light;
    }
    :host([theme='dark']) {
      -webkit-print-color-adjust: exact;
    }
  }
  @media (prefers-contrast: more) {
    .root.root {
      --_muted: var(--_text);
    }
  }
  /* The viewer's own colours. Shapes distinguish the marks. */
  @media (forced-colors: active) {
    .root.root {
      ${forced}
    }
  }
`;
