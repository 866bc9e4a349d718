import { html, nothing, type TemplateResult } from 'lit';
import { formatAge } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import type { TickerRow } from '../ticker/rows.ts';
import { wordRow } from '../ticker/wording.ts';
import { create, setText, writeSentence } from './sentence.ts';

export interface TickerView {
  locale: string;
  /** Rows at the most, and rows now. */
  size: number;
  rows: number;
  /** What happened in the last minute and has no row. */
  more: number;
  headingLevel: number;
  onPoint: (event: Event) => void;
  onLeave: () => void;
}

/** The ticker's place: as high as it will ever be, so that nothing moves when rows come. */
export function tickerTemplate(view: TickerView): TemplateResult {
  const { locale, size, rows, more, headingLevel, onPoint, onLeave } = view;
  const spare = Math.max(0, size - rows - Math.min(1, more));
  return html`<section class="ticker" part="ticker">
    <div class="unseen" role="heading" aria-level=${headingLevel}>${message(locale, 'ticker')}</div>
    <ol class="rows" @pointerover=${onPoint} @pointerleave=${onLeave}></ol>
    ${more > 0 ? html`<p class="more">${message(locale, 'more', { count: more })}</p>` : nothing}
    ${spare > 0 ? Array.from({ length: spare }, () => html`<div class="spare" aria-hidden="true"></div>`) : nothing}
  </section>`;
}

export interface TickerUpdate {
  rows: readonly TickerRow[];
  locale: string;
  /** Epoch ms by the server's clock. */
  now: number;
  /** New rows slide in. */
  animated: boolean;
}

interface Item {
  element: HTMLLIElement;
  sentence: Element;
  time: HTMLTimeElement;
  row: TickerRow;
  /** The element's classes, but for what passes. */
  look: string;
}

/** The rows in their list, each an element of its own for as long as it is shown; what stays the same is not touched. */
export class TickerList {
  readonly #list: HTMLOListElement;
  #items: Item[] = [];

  constructor(list: HTMLOListElement) {
    this.#list = list;
  }

  update({ rows, locale, now, animated }: TickerUpdate): void {
    const known = new Map(this.#items.map((item) => [item.row.id, item]));
    const fresh = rows.filter(({ id }) => !known.has(id)).length;
    const ids = new Set(rows.map(({ id }) => id));
    const gone = this.#items.filter(({ row }) => !ids.has(row.id));
    // One row slides in; where several change at once there is no telling which came first, and places change hands.
    const isOne = fresh === 1;
    const spare = isOne ? [] : gone.splice(0, fresh);
    this.#items = rows.map((row, index) => {
      const own = known.get(row.id);
      const item = own ?? spare.shift() ?? begin(row);
      write(item, row, locale, animated && isOne && !own);
      const place = this.#list.children[index] ?? null;
      if (place !== item.element) this.#list.insertBefore(item.element, place);
      return item;
    });
    for (const { element } of gone) element.remove();
    this.tick(locale, now);
  }

  /** Brings the relative times up to date, and touches nothing where none has turned. */
  tick(locale: string, now: number): void {
    for (const { time, row } of this.#items) setText(time, formatAge(locale, (now - row.at) / 1000));
  }

  /** The row that an event came from. */
  rowOf(target: EventTarget | null): TickerRow | null {
    const element = target instanceof Element ? target.closest('li') : null;
    return this.#items.find((item) => item.element === element)?.row ?? null;
  }

  /** Sets off the rows of some visitors. */
  highlight(visitorIds: ReadonlySet<string>): void {
    for (const { element, row } of this.#items) {
      const isSetOff = row.visitorId !== null && visitorIds.has(row.visitorId);
      if (element.classList.contains('highlighted') !== isSetOff) element.classList.toggle('highlighted');
    }
  }
}

function begin(row: TickerRow): Item {
  const [element, sign, sentence] = [create('li', ''), create('span', 'sign'), create('span', 'sentence')];
  const time = create('time', '');
  element.setAttribute('part', 'ticker-row');
  time.setAttribute('part', 'ticker-time');
  sign.setAttribute('aria-hidden', 'true');
  element.append(sign, sentence, ' ', time);
  return { element, sentence, time, row, look: '' };
}

function write(item: Item, row: TickerRow, locale: string, isNew: boolean): void {
  const look = row.isCustomer ? `${row.kind} customer` : row.kind;
  if (item.look !== look || isNew) item.element.className = isNew ? `${look} new` : look;
  writeSentence(item.sentence, wordRow(locale, row));
  const moment = new Date(row.at).toISOString();
  if (item.time.dateTime !== moment) item.time.dateTime = moment;
  item.row = row;
  item.look = look;
}
