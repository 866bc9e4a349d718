import { textOf } from './support.ts';

/** Everything of a kind below a node, in its order. */
function below<Kind extends Node>(root: Node, kind: number): Kind[] {
  const walker = document.createTreeWalker(root, kind);
  const nodes: Kind[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Kind);
  return nodes;
}

const texts = (root: Node): Text[] => below<Text>(root, NodeFilter.SHOW_TEXT);

const isInline = (node: Node): boolean =>
  !(node instanceof Element) || /^(inline|contents)/.test(getComputedStyle(node).display);

function inFonts(text: string): Element {
  const template = document.createElement('template');
  template.innerHTML = '<font><font></font></font>';
  template.content.querySelector('font font')!.append(text);
  return template.content.firstElementChild!;
}

/** What translators of pages do to the nodes that they find; the words stay, so that they can be compared. */
export const TRANSLATORS: Record<string, (root: ShadowRoot) => void> = {
  'puts each text into elements': (root) => {
    for (const text of texts(root)) text.replaceWith(inFonts(text.data));
  },
  'splits texts': (root) => {
    for (const text of texts(root)) text.replaceWith(inFonts(text.data.slice(0, 3)), text.data.slice(3));
  },
  'replaces the content of each line': (root) => {
    const lines = below<Element>(root, NodeFilter.SHOW_ELEMENT).filter(
      (element) => textOf(element) !== '' && !isInline(element) && [...element.childNodes].every(isInline),
    );
    for (const line of lines.filter((line) => !(line instanceof SVGElement))) {
      line.replaceChildren(
        ...[...line.childNodes].flatMap((node) => {
          if (node instanceof Text) return inFonts(node.data);
          return node instanceof Element ? node : [];
        }),
      );
    }
  },
};

/** Puts other words in the place of all texts. @returns How to see that they are still there: every text that is not. */
export function translateInto(root: ShadowRoot, word: string): () => string[] {
  const isWorded = (text: Text): boolean => text.data.trim() !== '';
  for (const text of texts(root).filter(isWorded)) text.replaceWith(inFonts(word));
  return () =>
    texts(root)
      .filter(isWorded)
      .map(({ data }) => data)
      .filter((data) => data !== word);
}
