import { html, type TemplateResult } from 'lit';

/** The quiet line under the map: what there is to say of the data itself. Its room is kept where it is empty. */
export function noteTemplate(texts: readonly string[]): TemplateResult {
  return html`<p class="note" part="status">${texts.map((text) => html`<span>${text}</span>`)}</p>`;
}
