import { css, unsafeCSS, type CSSResult } from 'lit';

/** Every colour of the element: its custom property, and its value in the light and in the dark. */
const COLOURS: readonly [token: string, light: string, dark: string][] = [
  ['surface', '#ffffff', '#0b0f16'],
  ['sea', 'transparent', 'transparent'],
  ['land', '#dfe3e8', '#232b38'],
  ['border', '#c3cad3', '#394556'],
  ['graticule', '#e3e7ec', '#1c2430'],
  ['text', '#10151d', '#f1f4f8'],
  ['muted', '#535e6c', '#9aa6b5'],
  ['visitor', '#1d5fd1', '#6aa8ff'],
  ['customer', '#7a3fc4', '#c39bff'],
  ['event', '#9a5b00', '#f0b35a'],
  ['payment', '#0b7a4b', '#4cd29a'],
];

/** The page's own value, `--live-map-land`, if it gives one; inside, the element reads `--_land` alone. */
function declare(value: (light: string, dark: string) => string): CSSResult {
  return unsafeCSS(
    COLOURS.map(([token, light, dark]) => `--_${token}: var(--live-map-${token}, ${value(light, dark)});`).join('\n'),
  );
}

const light = declare((value) => value);
const dark = declare((_light, value) => value);
const followPage = declare((lightValue, darkValue) => `light-dark(${lightValue}, ${darkValue})`);

/** `theme="auto"` follows the page's `color-scheme` where the browser has `light-dark()`, and is light elsewhere. */
export const tokens: CSSResult = css`
  :host {
    ${light}
    --_dot: var(--live-map-dot-size, 8px);
    --_radius: var(--live-map-radius, 8px);
    --_font: var(--live-map-font, inherit);
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
  .root.dark {
    color-scheme: dark;
    ${dark}
  }
`;
