import type { Dimension } from '../store/dimensions.ts';
import { createElement, withAttributes } from './dom.ts';
import { createSvg, listHeight, ROW_REM, setAttribute } from './svg.ts';

/** A row as it is shown. */
export interface BreakdownRow {
  value: string;
  label: string;
  number: string;
  /** Of the longest bar; 0 to 1. */
  share: number;
  isPressed: boolean;
}

/** A list as it is shown. */
export interface BreakdownList {
  dimension: Dimension;
  heading: string;
  rows: readonly BreakdownRow[];
  /** On values that have no row; "" where there are none. */
  rest: string;
}

export interface BreakdownUpdate {
  /** Lists without rows and a heading keep their room until something is known. */
  lists: readonly BreakdownList[];
  /** Rows of each list at most, for which room is kept. */
  size: number;
  /** Of the headings. */
  level: number;
  /** Rows glide to their new places. */
  isAnimated: boolean;
}

/** Labels with more characters than this are cut in the middle where there is no room for them. */
const LONG = 24;
/** The last characters are always seen. */
const ENDS = /^(.+)(.{10})$/su;
const MOVE_MS = 300;

interface Item {
  item: HTMLLIElement;
  button: HTMLButtonElement;
  number: HTMLElement;
  bar: SVGElement;
  label: string;
  /** Its place in the list. */
  index: number;
}

/** One list under its heading. */
class ListView {
  readonly box: HTMLElement;
  readonly #heading = withAttributes(createElement('div', 'kind'), { role: 'heading' });
  readonly #list = createElement('ol', '');
  /** Keeps the height. A strict policy would block a style of a server's. */
  readonly #room = createSvg('svg', { width: 0, 'aria-hidden': 'true' });
  readonly #rest = createElement('p', 'rest');
  readonly #items = new Map<string, Item>();
  #movement: Animation | undefined;

  constructor(dimension: Dimension) {
    const id = `breakdown-${dimension}`;
    this.#heading.id = id;
    withAttributes(this.#list, { 'aria-labelledby': id });
    this.box = withAttributes(createElement('div', '', this.#room, this.#heading, this.#list, this.#rest), {
      part: 'breakdown-list',
      'data-dimension': dimension,
    });
  }

  /** Rows do not move under the pointer or the focus. A touch is no pointer that stays. */
  get isHeld(): boolean {
    const { box } = this;
    return box.matches(':focus-within') || (box.matches(':hover') && isMedia('(hover: hover)') === true);
  }

  update({ heading, rows, rest }: BreakdownList, { size, level, isAnimated }: BreakdownUpdate): void {
    setAttribute(this.#room, 'height', listHeight(size));
    setAttribute(this.#heading, 'aria-level', String(level));
    writeText(this.#heading, heading);
    writeText(this.#rest, rest);
    this.#list.hidden = rows.length === 0;
    const values = new Set(rows.map(({ value }) => value));
    for (const [value, { item }] of this.#items) {
      if (values.has(value)) continue;
      item.remove();
      this.#items.delete(value);
    }
    /** How many rows below each was before. */
    const moved: [item: HTMLLIElement, rows: number][] = [];
    rows.forEach((row, index) => {
      const known = this.#items.get(row.value) ?? this.#create(row.value, index);
      writeRow(known, row);
      const { item } = known;
      const place = this.#list.children[index] ?? null;
      if (place !== item) this.#list.insertBefore(item, place);
      if (known.index !== index) moved.push([item, known.index - index]);
      known.index = index;
    });
    // Another order while rows still move is shown at once: from poll to poll they have come to rest.
    const isMoving = this.#movement?.playState === 'running';
    if (isMoving || !isAnimated || !moved[0] || isMedia('(prefers-reduced-motion: reduce)') !== false) return;
    // All rows are of one height, so that nothing has to be laid out for it. All animations end together.
    for (const [item, rows] of moved)
      this.#movement = item.animate(
        { transform: [`translateY(${ROW_REM * rows}rem)`, 'none'] },
        { duration: MOVE_MS, easing: 'ease-out' },
      );
  }

  #create(value: string, index: number): Item {
    const number = createElement('span', 'figure');
    const bar = createSvg('svg', { part: 'breakdown-bar' });
    const button = withAttributes(createElement('button', 'choice', ' ', number, bar), {
      type: 'button',
      part: 'breakdown-row',
      value,
    });
    const item = {
      item: createElement('li', '', button),
      button,
      number,
      bar,
      label: '',
      index,
    };
    this.#items.set(value, item);
    return item;
  }
}

/** The lists side by side. */
export class BreakdownLists {
  readonly element: HTMLElement = withAttributes(createElement('div', 'breakdown'), { part: 'breakdown' });
  readonly #views = new Map<Dimension, ListView>();

  constructor(
    onPress: (dimension: Dimension, value: string, isPressed: boolean) => void,
    onKeyDown: (event: KeyboardEvent) => void,
  ) {
    this.element.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const dimension = button?.closest<HTMLElement>('[data-dimension]')?.dataset.dimension as Dimension | undefined;
      if (button && dimension) onPress(dimension, button.value, button.getAttribute('aria-pressed') === 'true');
    });
    this.element.addEventListener('keydown', onKeyDown);
  }

  isHeld(dimension: Dimension): boolean {
    return this.#views.get(dimension)?.isHeld ?? false;
  }

  update(input: BreakdownUpdate): void {
    const { element } = this;
    const { lists } = input;
    for (const [dimension, { box }] of this.#views) {
      if (lists.some((list) => list.dimension === dimension)) continue;
      box.remove();
      this.#views.delete(dimension);
    }
    lists.forEach((list, index) => {
      let view = this.#views.get(list.dimension);
      if (!view) this.#views.set(list.dimension, (view = new ListView(list.dimension)));
      view.update(list, input);
      const place = element.children[index] ?? null;
      if (place !== view.box) element.insertBefore(view.box, place);
    });
  }
}

/** `undefined` in jsdom, which has no media queries. */
function isMedia(query: string): boolean | undefined {
  return (globalThis as Partial<typeof globalThis>).matchMedia?.(query).matches;
}

/** Texts as they were written: a page translator may have put another one in its place. */
const writtenTexts = new WeakMap<Element, string>();

/** A node without a text is hidden. */
function writeText(node: HTMLElement, text: string): void {
  if (writtenTexts.get(node) === text) return;
  writtenTexts.set(node, text);
  node.textContent = text;
  node.hidden = text === '';
}

function writeRow(known: Item, { label, number, share, isPressed }: BreakdownRow): void {
  const { button, bar } = known;
  if (known.label !== label) {
    known.label = label;
    button.title = label;
    button.querySelector('bdi')?.remove();
    button.prepend(labelNode(label));
  }
  writeText(known.number, number);
  // Cut in two, a label would be read as two words.
  setAttribute(button, 'aria-label', `${label} ${number}`);
  setAttribute(button, 'aria-pressed', String(isPressed));
  setAttribute(bar, 'width', `${100 * share}%`);
}

/** A long label has its end apart, so that it is its middle which is left out. */
function labelNode(label: string): HTMLElement {
  const [, head = '', tail = ''] = (label.length > LONG ? ENDS.exec(label) : null) ?? [];
  if (!tail) return createElement('bdi', 'label', label);
  const halves = [createElement('span', '', head), createElement('span', '', tail)];
  return createElement('bdi', 'label split', ...halves);
}
