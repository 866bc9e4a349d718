import { svg, html, type TemplateResult } from 'lit';

const icon = (shape: TemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${shape}</svg>`;

export const pauseIcon: TemplateResult = icon(svg`<path d="M5.5 3v10M10.5 3v10"></path>`);
export const playIcon: TemplateResult = icon(svg`<path d="M5 3l8 5l-8 5z"></path>`);
export const tableIcon: TemplateResult = icon(svg`<path d="M2.5 4h11M2.5 8h11M2.5 12h11"></path>`);
export const mapIcon: TemplateResult = icon(
  svg`<circle cx="8" cy="8" r="5.5"></circle><path d="M2.5 8h11M8 2.5c-3.4 3.6-3.4 7.4 0 11c3.4-3.6 3.4-7.4 0-11"></path>`,
);
export const plusIcon: TemplateResult = icon(svg`<path d="M3.5 8h9M8 3.5v9"></path>`);
export const minusIcon: TemplateResult = icon(svg`<path d="M3.5 8h9"></path>`);
export const resetIcon: TemplateResult = icon(
  svg`<path d="M2.5 6v-3.5h3.5M10 2.5h3.5v3.5M13.5 10v3.5h-3.5M6 13.5h-3.5v-3.5"></path>`,
);
export const leftIcon: TemplateResult = icon(svg`<path d="M9.5 4l-4 4l4 4"></path>`);
export const rightIcon: TemplateResult = icon(svg`<path d="M6.5 4l4 4l-4 4"></path>`);
