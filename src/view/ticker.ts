import { html, nothing, render, type TemplateResult } from 'lit';
import { formatAge } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import { messagesVersion } from '../i18n/registry.ts';
import type { TickerRow } from '../ticker/rows.ts';
import { wordRow } from '../ticker/wording.ts';
import { sentence } from './sentence.ts';

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

/** Times turn together, once in so many milliseconds: each turn has the list laid out and painted anew. */
const TURN_MS = 5_000;

/** The rows in their list, each an element of its own for as long as it is shown. */
export class TickerList {
  readonly #list: HTMLOListElement;
  readonly #items = new Map<string, { item: HTMLLIElement; time: Element | null; row: TickerRow; content: string }>();

  constructor(list: HTMLOListElement) {
    this.#list = list;
    // Back in the page, or shown again, it would come anew.
    list.addEventListener('animationend', ({ target }) => {
      (target as Element).classList.remove('new');
    });
  }

  update({ rows, locale, now, animated }: TickerUpdate): void {
    const ids = new Set(rows.map(({ id }) => id));
    const gone = [...this.#items].filter(([id]) => !ids.has(id));
    for (const [id] of gone) this.#items.delete(id);
    // One row slides in; where several change at once there is no telling which came first, and places change hands.
    const isOne = rows.filter(({ id }) => !this.#items.has(id)).length === 1;
    const spare = isOne ? [] : gone.map(([, { item }]) => item);
    rows.forEach((row, index) => {
      const content = JSON.stringify([row, locale, messagesVersion()]);
      const known = this.#items.get(row.id);
      const item = known?.item ?? spare.shift() ?? document.createElement('li');
      if (known?.content !== content) {
        item.className = `${row.kind}${row.isCustomer ? ' customer' : ''}${animated && isOne && !known ? ' new' : ''}`;
        if (!item.hasAttribute('part')) item.setAttribute('part', 'ticker-row');
        render(rowTemplate(row, locale), item);
        this.#items.set(row.id, { item, time: item.querySelector('time'), row, content });
      }
      if (this.#list.children[index] !== item) this.#list.insertBefore(item, this.#list.children[index] ?? null);
    });
    for (const item of isOne ? gone.map(([, known]) => known.item) : spare) item.remove();
    this.tick(locale, now);
  }

  /** Brings the relative times up to date, and touches nothing where none has turned. */
  tick(locale: string, now: number): void {
    const turn = Math.floor(now / TURN_MS) * TURN_MS;
    for (const { time, row } of this.#items.values()) {
      const age = formatAge(locale, (turn - row.at) / 1000);
      if (time && time.textContent !== age) time.textContent = age;
    }
  }

  /** The row that an event came from. */
  rowOf(target: EventTarget | null): TickerRow | null {
    const item = target instanceof Element ? target.closest('li') : null;
    for (const known of this.#items.values()) if (known.item === item) return known.row;
    return null;
  }

  /** Sets off the rows of some visitors. */
  highlight(visitorIds: ReadonlySet<string>): void {
    for (const { item, row } of this.#items.values()) {
      const isSetOff = row.visitorId !== null && visitorIds.has(row.visitorId);
      // To write the same again would be a change too.
      if (item.classList.contains('highlighted') !== isSetOff) item.classList.toggle('highlighted');
    }
  }
}

function rowTemplate(row: TickerRow, locale: string): TemplateResult {
  return html`<span class="sign" part=${row.kind === 'goal' ? 'event' : nothing} aria-hidden="true"></span>
    <span class="sentence">${sentence(wordRow(locale, row))}</span>
    <time part="ticker-time" datetime=${new Date(row.at).toISOString()}></time>`;
}
