/** Writes into a node what has changed of its input. */
export type Binding<Input> = (input: Input) => void;

/**
 * Calls `write` whenever what `read` gives is another value than before. It is compared with what was written last, not with
 * the page: a page translator writes into it as well.
 */
export function bind<Input, Value>(read: (input: Input) => Value, write: (value: Value) => void): Binding<Input> {
  let last: Value | typeof NONE = NONE;
  return (input) => {
    const value = read(input);
    if (value !== last) write((last = value));
  };
}

const NONE = Symbol();

/** A text. It replaces all content: a page translator replaces text nodes, which would be written in vain. */
export function bindText<Input>(node: Node, read: (input: Input) => string | null): Binding<Input> {
  return bind(read, (text) => (node.textContent = text));
}

/** An attribute, which is absent where the value is `null`. */
export function bindAttribute<Input>(
  element: Element,
  name: string,
  read: (input: Input) => string | number | null,
): Binding<Input> {
  return bind(read, (value) => {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  });
}

/** Whether an element is hidden. */
export function bindHidden<Input>(element: HTMLElement, read: (input: Input) => boolean): Binding<Input> {
  return bind(read, (isHidden) => (element.hidden = isHidden));
}

/** What a button without a text does, for screen readers and on hovering. */
export function bindLabel<Input>(element: Element, read: (input: Input) => string): Binding<Input> {
  return bind(read, (label) => {
    element.setAttribute('aria-label', label);
    element.setAttribute('title', label);
  });
}
