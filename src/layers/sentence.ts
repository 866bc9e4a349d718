import type { MessagePart } from '../i18n/registry.ts';
import { createElement } from './dom.ts';

/**
 * A sentence as nodes. Inserted values are set off, and isolated, so that a name in another script does not turn the
 * sentence around.
 */
export function sentenceNodes(parts: readonly MessagePart[]): (Node | string)[] {
  return parts.map(({ name, text }) => {
    if (name === null) return text;
    return createElement('bdi', name, ...(name === 'page' ? breakable(text) : [text]));
  });
}

/** A path may break after each slash but its first. */
function breakable(path: string): (Node | string)[] {
  return path
    .split(/(?<=[^/]\/)/)
    .flatMap((piece, index) => (index === 0 ? [piece] : [createElement('wbr', ''), piece]));
}
