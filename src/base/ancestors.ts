/** The element whose shadow tree an element is in. Servers have no such thing to ask. */
export function shadowHost(element: Partial<Element>): Element | undefined {
  return (element.getRootNode?.() as Partial<ShadowRoot> | undefined)?.host;
}

/** The element around another one as it is laid out: through slots and shadow roots. */
export function layoutParent(element: Element): Element | undefined {
  return element.assignedSlot ?? element.parentElement ?? shadowHost(element);
}
