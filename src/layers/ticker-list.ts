import { formatAge } from '../i18n/intl.ts';
import type { MessagePart } from '../i18n/registry.ts';
import type { TickerRow } from '../ticker/rows.ts';
import { rowMessage } from '../ticker/wording.ts';
import { createElement, withAttributes } from './dom.ts';
import { setAttribute } from './svg.ts';

export interface TickerUpdate {
  rows: readonly TickerRow[];
  locale: string;
  /** Epoch ms by the server's clock. */
  now: number;
  /** A new row slides in. */
  isAnimated: boolean;
  /** A viewer reads the rows: none moves. */
  isHeld: boolean;
  /** Visitors whose rows are highlighted. */
  highlighted: readonly string[];
}

interface Item {
  row: TickerRow;
  item: HTMLLIElement;
  sign: HTMLElement;
  sentence: HTMLElement;
  time: HTMLTimeElement;
  /** What the sentence is made of, and its nodes. */
  parts: readonly MessagePart[];
  nodes: readonly (Element | string)[];
  /** All that is written follows from it, but for the age. */
  content: string;
  /** As written: a page translator may have put another text in its place. */
  age: string;
}

/** Seconds whose ages are the widest of their units: whatever an age is, its column keeps its width. */
const WIDEST = [59, 3_599, 86_399];
/** Relative times turn together, once in so many milliseconds: each turn lays out and paints the list again. */
const TURN_MS = 5_000;

/** The ticker's rows in their list, each an element of its own for as long as it is shown. */
export class TickerList {
  readonly #list: HTMLOListElement;
  readonly #items = new Map<string, Item>();

  constructor(list: HTMLOListElement) {
    this.#list = list;
    // Otherwise the row would slide in again when the element returns to the page.
    list.addEventListener('animationend', ({ target }) => {
      (target as Element).classList.remove('new');
    });
  }

  update(update: TickerUpdate): void {
    if (!update.isHeld) this.#draw(update);
    const turn = Math.floor(update.now / TURN_MS) * TURN_MS;
    for (const known of this.#items.values()) {
      const { time, row, item } = known;
      const age = formatAge(update.locale, (turn - row.at) / 1000);
      if (known.age !== age) time.textContent = known.age = age;
      const isHighlighted = row.visitorId !== null && update.highlighted.includes(row.visitorId);
      item.classList.toggle('highlighted', isHighlighted);
    }
  }

  /** The visitor of the row that an event came from. */
  visitorAt(target: EventTarget | null): string | null {
    return [...this.#items.values()].find(({ item }) => item.contains(target as Node | null))?.row.visitorId ?? null;
  }

  #draw({ rows, locale, isAnimated }: TickerUpdate): void {
    const ids = new Set(rows.map(({ id }) => id));
    const gone = [...this.#items.values()].filter(({ row }) => !ids.has(row.id));
    for (const { row } of gone) this.#items.delete(row.id);
    // A single new row slides in; where several change at once, they take over the elements of those that are gone.
    const isSingle = rows.filter(({ id }) => !this.#items.has(id)).length === 1;
    const free = isSingle ? [] : gone.splice(0);
    rows.forEach((row, index) => {
      const sentence = rowMessage(locale, row);
      const content = [row.kind, row.isCustomer, row.at, sentence.map(({ text }) => text)].join();
      const known = this.#items.get(row.id) ?? free.shift() ?? createItem(row);
      if (known.content !== content) {
        const isNew = isAnimated && isSingle && !known.content;
        known.item.className = `${row.kind}${row.isCustomer ? ' customer' : ''}${isNew ? ' new' : ''}`;
        writeRow(known, row, sentence, locale);
      }
      this.#items.set(row.id, Object.assign(known, { row, content }));
      const { item } = known;
      if (this.#list.children[index] !== item) this.#list.insertBefore(item, this.#list.children[index] ?? null);
    });
    for (const { item } of [...gone, ...free]) item.remove();
  }
}

function createItem(row: TickerRow): Item {
  const sign = withAttributes(createElement('span', 'sign'), { 'aria-hidden': 'true' });
  const sentence = createElement('span', 'sentence');
  const time = withAttributes(createElement('time', ''), { part: 'ticker-time' });
  const item = withAttributes(createElement('li', '', sign, ' ', sentence, ' ', time), { part: 'ticker-row' });
  return { row, item, sign, sentence, time, parts: [], nodes: [], content: '', age: '' };
}

function writeRow(item: Item, row: TickerRow, parts: readonly MessagePart[], locale: string): void {
  const { sign, time } = item;
  if (row.kind === 'goal') sign.setAttribute('part', 'event');
  else sign.removeAttribute('part');
  time.dateTime = new Date(row.at).toISOString();
  setAttribute(time, 'data-widest', WIDEST.map((seconds) => formatAge(locale, seconds)).join('\n'));
  writeSentence(item, parts);
  item.parts = parts;
}

/** Most sentences differ in their values only: new nodes would have to be styled and laid out. */
function writeSentence(item: Item, parts: readonly MessagePart[]): void {
  const { parts: before, nodes } = item;
  const isAlike = ({ name, text }: MessagePart, index: number): boolean =>
    name === before[index]?.name && (name === null ? text === before[index].text : isInPage(nodes[index]));
  if (parts.length === before.length && parts.every(isAlike))
    parts.forEach((part, index) => {
      const node = nodes[index];
      if (typeof node === 'object' && part.text !== before[index]?.text) node.replaceChildren(...valueNodes(part));
    });
  else item.sentence.replaceChildren(...(item.nodes = parts.map(partNode)));
}

/** A page translator may have taken a node away. */
function isInPage(node: Element | string | undefined): boolean {
  return typeof node === 'object' && node.isConnected;
}

/** Inserted values are set off, and isolated, so that a name in another script does not turn the sentence around. */
function partNode(part: MessagePart): Element | string {
  return part.name === null ? part.text : createElement('bdi', part.name, ...valueNodes(part));
}

function valueNodes({ name, text }: MessagePart): (Node | string)[] {
  return name === 'page' ? breakable(text) : [text];
}

/** A path may break after each slash but its first. */
function breakable(path: string): (Node | string)[] {
  return path
    .split(/(?<=[^/]\/)/)
    .flatMap((piece, index) => (index === 0 ? [piece] : [createElement('wbr', ''), piece]));
}
