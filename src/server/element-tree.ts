import type { NodeFactory } from '../layers/dom.ts';
import { escapedAttribute, escapedText } from './escape.ts';

type Content = ServerElement | string;

/** Elements that have no end tag. */
const VOID = new Set(['wbr']);

/** The part of `Element` that views and layers use when they draw for the first time: without layout, and without events. */
class ServerElement {
  readonly localName: string;
  readonly #isSvg: boolean;
  readonly #attributes = new Map<string, string>();
  #content: Content[] = [];
  /** The elements of the content. */
  readonly children: ServerElement[] = [];
  parentNode: ServerElement | null = null;

  constructor(name: string, isSvg: boolean) {
    this.localName = name;
    this.#isSvg = isSvg;
  }

  get lastElementChild(): ServerElement | null {
    return this.children.at(-1) ?? null;
  }

  get nextElementSibling(): ServerElement | null {
    const siblings = this.parentNode?.children ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  set title(value: string) {
    this.setAttribute('title', value);
  }

  set dateTime(value: string) {
    this.setAttribute('datetime', value);
  }

  set hidden(isHidden: boolean) {
    if (isHidden) this.setAttribute('hidden', '');
    else this.removeAttribute('hidden');
  }

  set textContent(text: string | null) {
    this.replaceChildren(...(text ? [text] : []));
  }

  get classList(): { contains: (name: string) => boolean; toggle: (name: string, force?: boolean) => void } {
    const names = new Set(this.getAttribute('class')?.split(' '));
    return {
      contains: (name) => names.has(name),
      toggle: (name, force = !names.has(name)) => {
        if (force === names.has(name)) return;
        if (!names.delete(name)) names.add(name);
        this.className = [...names].join(' ');
      },
    };
  }

  /** Not in a shadow tree. */
  getRootNode(): this {
    return this;
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }

  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value);
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }

  // oxlint-disable-next-line typescript/no-empty-function -- no event is dispatched
  addEventListener(): void {}

  append(...nodes: Content[]): void {
    this.#insert(nodes, null);
  }

  appendChild(node: ServerElement): ServerElement {
    this.append(node);
    return node;
  }

  prepend(...nodes: Content[]): void {
    this.#insert(nodes, this.#content[0] ?? null);
  }

  before(node: ServerElement): void {
    this.parentNode?.insertBefore(node, this);
  }

  insertBefore(node: ServerElement, next: ServerElement | null): void {
    this.#insert([node], next);
  }

  replaceChildren(...nodes: Content[]): void {
    for (const child of this.children.splice(0)) child.parentNode = null;
    this.#content = [];
    this.append(...nodes);
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  removeChild(node: ServerElement): void {
    this.#content.splice(this.#content.indexOf(node), 1);
    this.children.splice(this.children.indexOf(node), 1);
    node.parentNode = null;
  }

  /** @param selector The name of an element, or `.` and a class. */
  querySelector(selector: string): ServerElement | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  querySelectorAll(selector: string): ServerElement[] {
    return this.children.flatMap((child) => [
      ...(child.#matches(selector) ? [child] : []),
      ...child.querySelectorAll(selector),
    ]);
  }

  toString(): string {
    const name = this.localName;
    let start = `<${name}`;
    for (const [attribute, value] of this.#attributes)
      start += value === '' ? ` ${attribute}` : ` ${attribute}="${escapedAttribute(value)}"`;
    if (VOID.has(name)) return `${start}>`;
    if (this.#isSvg && this.#content.length === 0) return `${start}/>`;
    let inner = '';
    for (const node of this.#content) inner += typeof node === 'string' ? escapedText(node) : node.toString();
    return `${start}>${inner}</${name}>`;
  }

  #matches(selector: string): boolean {
    return selector.startsWith('.') ? this.classList.contains(selector.slice(1)) : this.localName === selector;
  }

  #insert(nodes: readonly Content[], next: Content | null): void {
    const elements = nodes.filter((node) => typeof node !== 'string');
    for (const element of elements) {
      element.remove();
      element.parentNode = this;
    }
    if (next === null) {
      this.#content.push(...nodes);
      this.children.push(...elements);
      return;
    }
    const index = this.#content.indexOf(next);
    const elementsBefore = this.#content.slice(0, index).filter(isElement).length;
    this.#content.splice(index, 0, ...nodes);
    this.children.splice(elementsBefore, 0, ...elements);
  }
}

function isElement(node: Content): boolean {
  return typeof node !== 'string';
}

/** Makes nodes without a DOM. */
export const SERVER_NODES: NodeFactory = {
  createElement: (name: string) => new ServerElement(name, false),
  createElementNS: (_namespace: string | null, name: string) => new ServerElement(name, true),
} as unknown as NodeFactory;

/** @param element One of these nodes. */
export function htmlOf(element: Element): string {
  return (element as unknown as ServerElement).toString();
}
