import { html, type TemplateResult } from 'lit';
import type { MessagePart } from '../i18n/registry.ts';

/** A sentence whose filled-in pieces are set off, and isolated: a name in another script must not turn the sentence. */
export function sentence(parts: readonly MessagePart[]): TemplateResult[] {
  return parts.map(({ name, text }) =>
    name === null ? html`${text}` : html`<bdi class=${name}>${name === 'page' ? breakable(text) : text}</bdi>`,
  );
}

/** A path may break after each slash but its first. */
function breakable(path: string): TemplateResult[] {
  return path.split(/(?<=[^/]\/)/).map((piece, index) => (index === 0 ? html`${piece}` : html`<wbr />${piece}`));
}
