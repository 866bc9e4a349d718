import { html, type TemplateResult } from 'lit';

/** The quiet line below everything. Its room is kept where it is empty. */
export function noteTemplate(texts: readonly string[]): TemplateResult {
  return html`<p class="note">${texts.map((text) => html`<span>${text}</span>`)}</p>`;
}
