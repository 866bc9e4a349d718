import type { MessagePart } from '../i18n/messages.ts';

/**
 * Writes a sentence whose filled-in pieces are set off, and isolated: a name in another script must not turn the
 * sentence. From one to the next nodes stay, so that the browser has nothing but other words to lay out.
 */
export function writeSentence(element: Element, parts: readonly MessagePart[]): void {
  parts.forEach(({ name, text }, index) => {
    let piece = element.childNodes[index];
    if (!piece || (piece instanceof Element ? piece.className : null) !== name) {
      const other = name === null ? document.createTextNode('') : create('bdi', name);
      element.insertBefore(other, piece ?? null);
      piece?.remove();
      piece = other;
    }
    if (name === 'page') setText(piece, ...breakable(text));
    else setText(piece, text);
  });
  while (element.childNodes.length > parts.length) element.lastChild?.remove();
}

/** Writes a text, in pieces between which a line may break, if it is another one. */
export function setText(node: Node, ...pieces: readonly string[]): void {
  if (node.textContent === pieces.join('')) return;
  const only = node instanceof Element && node.childNodes.length === 1 ? node.firstChild : node;
  if (only instanceof Text && pieces.length === 1) only.data = pieces[0] ?? '';
  else if (node instanceof Element)
    node.replaceChildren(...pieces.flatMap((piece) => [create('wbr', ''), piece]).slice(1));
}

export function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  return element;
}

/** A path may break after each slash but its first. */
function breakable(path: string): string[] {
  return path.split(/(?<=[^/]\/)/);
}
