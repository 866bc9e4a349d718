import { PALETTE, type ColourName } from '../palette/palette.ts';
import { svgTag, type Attributes } from './svg.ts';

/** No font can be loaded into a picture: the system's own, whatever it is called there. */
export const FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Helvetica,Arial,sans-serif";

/** `auto` follows the viewer's system, as far as the picture is asked for it. */
export const IMAGE_THEMES = ['auto', 'light', 'dark'] as const;
export type ImageTheme = (typeof IMAGE_THEMES)[number];

/**
 * Colours as attributes, so that a picture without its styles, as mail programs and sanitisers leave it, is still the
 * picture in the light. `auto` adds classes, and a style of one media query that has no say outside of the picture: an
 * inline SVG shares its styles with the page.
 */
export class ImagePalette {
  readonly #theme: ImageTheme;
  readonly #rules = new Set<string>();

  constructor(theme: ImageTheme) {
    this.#theme = theme;
  }

  /** Attributes of what is painted. */
  of(colours: { fill?: ColourName; stroke?: ColourName }): Attributes {
    const painted: Record<string, string> = {};
    const classes: string[] = [];
    for (const [property, colour] of Object.entries(colours)) {
      const [light, dark] = PALETTE[colour];
      painted[property] = this.#theme === 'dark' ? dark : light;
      if (this.#theme !== 'auto') continue;
      const name = `live-map-${property}-${colour}`;
      classes.push(name);
      this.#rules.add(`.${name}{${property}:${dark}}`);
    }
    return { ...painted, ...(classes.length > 0 && { class: classes.join(' ') }) };
  }

  /** What goes along with everything that was painted before. */
  style(): string {
    if (this.#rules.size === 0) return '';
    return svgTag('style', {}, `@media(prefers-color-scheme:dark){${[...this.#rules].join('')}}`);
  }
}
