import type { InteractionMessages } from '../i18n/interaction-messages.ts';
import type { Visitor } from '../protocol/types.ts';
import { createElement, withAttributes } from './dom.ts';
import { isAboveBaseline } from './likelihood.ts';
import { setAttribute } from './svg.ts';
import { fullPlace, timeOnSite } from './tooltip.ts';

export interface TableInput {
  messages: InteractionMessages;
  visitors: readonly Visitor[];
  now: number;
  /** Has a column of the people who are more likely to buy than usual. */
  predictions: boolean;
  /** The map in one sentence. */
  summary: string;
}

interface Line {
  place: string;
  people: number;
  /** Seconds that the first of them has been here. */
  longest: number | null;
  /** Of the people: more likely to buy than usual. */
  likelier: number;
}

/** The map's content as a table: place, people, who of them may buy, since when; the fullest places first. */
export class PlaceTable {
  /** Scrolls, and keeps its place while the rows change. */
  readonly element: HTMLElement;
  readonly #caption = createElement('caption', 'unseen');
  readonly #head = createElement('tr', '');
  readonly #body = createElement('tbody', '');

  constructor() {
    const table = createElement('table', '', this.#caption, createElement('thead', '', this.#head), this.#body);
    this.element = withAttributes(createElement('div', 'table', table), { tabindex: 0, role: 'region' });
  }

  update({ messages, visitors, now, predictions, summary }: TableInput): void {
    const lines = linesOf(messages, visitors, now);
    // One version of the upstream has no times at all.
    const hasTimes = lines.some((line) => line.longest !== null);
    const cells = (place: string, people: string, likelier: string, since: string): string[] => [
      place,
      people,
      ...(predictions ? [likelier] : []),
      ...(hasTimes ? [since] : []),
    ];
    const { locale, formatters } = messages;
    setAttribute(this.element, 'aria-label', formatters.message(locale, 'label'));
    writeCell(this.#caption, summary);
    writeRow(
      this.#head,
      'col',
      cells(messages.text('place'), messages.text('visitors'), messages.text('likelierPeople'), messages.text('since')),
    );
    // happy-dom has no `rows`.
    const rows = this.#body.children as HTMLCollectionOf<HTMLTableRowElement>;
    while (rows.length > lines.length) rows[lines.length]?.remove();
    lines.forEach(({ place, people, longest, likelier }, index) => {
      const since =
        longest === null ? formatters.message(locale, 'noCount') : formatters.formatAge(locale, longest, 'short');
      const row = rows[index] ?? this.#body.appendChild(createElement('tr', ''));
      writeRow(row, 'row', cells(place, messages.number(people), messages.number(likelier), since));
    });
  }
}

/** @param scope Of its header cells: the first one of a row, or all of a column's head. */
function writeRow(row: HTMLTableRowElement, scope: 'row' | 'col', texts: readonly string[]): void {
  while (row.children.length > texts.length) row.lastElementChild?.remove();
  texts.forEach((text, index) => {
    let cell = row.children[index];
    if (!cell) {
      const className = index > 0 ? 'figure' : '';
      cell =
        scope === 'col' || index === 0
          ? withAttributes(createElement('th', className), { scope })
          : createElement('td', className);
      row.append(cell);
    }
    writeCell(cell, text);
  });
}

/** Texts of cells as they were written: a page translator writes into them, too. */
const written = new WeakMap<Element, string>();

function writeCell(cell: Element, text: string): void {
  if (written.get(cell) === text) return;
  written.set(cell, text);
  cell.textContent = text;
}

function linesOf(messages: InteractionMessages, visitors: readonly Visitor[], now: number): Line[] {
  const lines = new Map<string, Line>();
  for (const visitor of visitors) {
    const place = fullPlace(messages, visitor.location);
    const { people, longest, likelier } = lines.get(place) ?? { people: 0, longest: null, likelier: 0 };
    const seconds = timeOnSite(visitor, now);
    const known = seconds === null ? longest : Math.max(seconds, longest ?? 0);
    lines.set(place, {
      place,
      people: people + 1,
      longest: known,
      likelier: likelier + Number(isAboveBaseline(visitor)),
    });
  }
  return [...lines.values()].sort((a, b) => b.people - a.people || a.place.localeCompare(b.place, messages.locale));
}
