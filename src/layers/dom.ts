/** An HTML element of a class with its content. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** Sets attributes. @returns The element. */
export function withAttributes<Element_ extends Element>(
  element: Element_,
  attributes: Readonly<Record<string, string | number>>,
): Element_ {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
