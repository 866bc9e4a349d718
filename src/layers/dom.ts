import type { CSSResult } from '@lit/reactive-element/css-tag.js';

/** What makes nodes. */
export type NodeFactory = Pick<Document, 'createElement' | 'createElementNS'>;

/** A server's own; without one it is the page's document. */
let ownFactory: NodeFactory | undefined;

export const nodeFactory = (): NodeFactory => ownFactory ?? document;

/** Has all nodes that are made while `render` runs made by another factory. */
export function withNodeFactory<Result>(factory: NodeFactory, render: () => Result): Result {
  const before = ownFactory;
  ownFactory = factory;
  try {
    return render();
  } finally {
    ownFactory = before;
  }
}

/** An HTML element of a class with its content. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = nodeFactory().createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** Adds a style sheet to the shadow tree of a node: a part that is fetched brings its own. */
export function adoptStyle(node: Node, { styleSheet }: CSSResult): void {
  const shadow = node.getRootNode();
  if (styleSheet && shadow instanceof ShadowRoot)
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, styleSheet];
}

/** Sets attributes. @returns The element. */
export function withAttributes<Element_ extends Element>(
  element: Element_,
  attributes: Readonly<Record<string, string | number>>,
): Element_ {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
