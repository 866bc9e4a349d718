import { nodeFactory, withAttributes } from './dom.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element with attributes. */
export function createSvg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>> = {},
): SVGElementTagNameMap[Name] {
  return withAttributes(nodeFactory().createElementNS(SVG, name), attributes);
}

/** Writes an attribute only where it changes: writing the same value is a change for the browser, too. */
export function setAttribute(node: Element, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** Height of a row of a list. */
export const ROW_REM = 1.75;

/** Height of a list: its heading, so many rows, and the line below them. */
export const listHeight = (size: number): string => `${ROW_REM * (size + 2)}rem`;
