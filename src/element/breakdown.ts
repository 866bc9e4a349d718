import { enBreakdown } from '../i18n/en-breakdown.ts';
import type { Formatters } from '../i18n/messages.ts';
import { BreakdownLists, type BreakdownList } from '../layers/breakdown-lists.ts';
import { breakdownStyles } from '../layers/breakdown.styles.ts';
import { adoptStyle } from '../layers/dom.ts';
import type { Visitor } from '../protocol/types.ts';
import { listRows, countValues, type ListRows, type ValueCount } from '../store/breakdown.ts';
import { isValue, valueOf, wantedValue, type Dimension, type VisitorFilter } from '../store/dimensions.ts';
import type { LiveState } from '../store/live-state.ts';
import type { LiveStore } from '../store/live-store.ts';
import { readBreakdown } from './breakdown-option.ts';
import { changeCondition, clearOnEscape } from './filter-event.ts';
import type { OptionalPart, PartContext, PartHost } from './optional-part.ts';
import type { LiveMapOptions } from './options.ts';

/** What a list remembers from one state to the next. */
interface ListMemory {
  order: readonly string[];
  /** The number of rows, the snapshot and the filter that the order is of. */
  cause: readonly unknown[];
}

/** The last numbers of a list, and what was counted. */
interface Counted {
  visitors: readonly Visitor[];
  filter: VisitorFilter | undefined;
  tallies: readonly ValueCount[];
}

/** The lists of what is here now. */
export class Breakdown implements OptionalPart {
  readonly #host: PartHost;
  readonly #formatters: Formatters;
  readonly #lists: BreakdownLists;
  #text = '';
  #dimensions: readonly Dimension[] = [];
  #state: LiveState | null = null;
  /** Lists that have had values: those that the privacy policy hides never do. */
  readonly #known = new Set<Dimension>();
  readonly #memory = new Map<Dimension, ListMemory>();
  readonly #counted = new Map<Dimension, Counted>();

  constructor(host: PartHost, _store: LiveStore, formatters: Formatters) {
    this.#host = host;
    this.#formatters = formatters;
    this.#lists = new BreakdownLists(
      (dimension, value, isPressed) => {
        changeCondition(host, this.#state?.filter, dimension, isPressed ? null : value);
      },
      (event) => {
        clearOnEscape(event, host, this.#state?.filter);
      },
    );
  }

  update({ breakdown }: LiveMapOptions): void {
    if (breakdown === this.#text) return;
    this.#text = breakdown;
    this.#dimensions = readBreakdown(breakdown);
  }

  draw(context: PartContext): null {
    const { state, options } = context;
    const { breakdownSize: size, headingLevel } = options;
    this.#state = state;
    const { element } = this.#lists;
    if (!element.parentElement) {
      const room = this.#host.renderRoot.querySelector('.breakdown');
      room?.before(element);
      room?.remove();
      adoptStyle(element, breakdownStyles);
    }
    if (!state.snapshot) this.#known.clear();
    const lists = this.#dimensions.flatMap((dimension) => this.#listOf(dimension, context) ?? []);
    this.#lists.update({ lists, size, level: headingLevel + 1, isAnimated: state.generation >= 0 });
    return null;
  }

  /** A list without a heading keeps its room until something is known; `null`: there is no list. */
  #listOf(dimension: Dimension, { options, locale, state }: PartContext): BreakdownList | null {
    const { visitors, count: total } = state.unfiltered ?? state;
    const { message, formatNumber, countryName } = this.#formatters;
    const { minCount } = options;
    const known = this.#known;
    if (!known.has(dimension)) {
      if (!visitors[0]) return { dimension, heading: '', rows: [], rest: '' };
      if (visitors.every((visitor) => valueOf(dimension, visitor) === null)) return null;
      known.add(dimension);
    }
    const tallies = this.#count(visitors, dimension, state.filter);
    const wanted = state.filter?.[dimension];
    const isPressed = (value: string): boolean => wanted !== undefined && isValue(dimension, value, wanted);
    const pressed =
      wanted === undefined
        ? null
        : (tallies.find(({ value }) => isPressed(value))?.value ?? wantedValue(dimension, wanted));
    const { rows, rest } = this.#arrange(dimension, tallies, state, options.breakdownSize, pressed);
    let people = 0;
    for (const { count } of tallies) people = Math.min(people + count, total ?? Infinity);
    const most = Math.max(1, ...rows.map(({ count }) => count));
    const isHidden = (count: number): boolean => count > 0 && count < minCount;
    return {
      dimension,
      heading: message(locale, `${dimension}Heading`, {}, enBreakdown[`${dimension}Heading`]),
      rows: rows.map(({ value, count }) => ({
        value,
        label: dimension === 'country' ? countryName(locale, value.toUpperCase()) : value,
        number: isHidden(count)
          ? message(locale, 'fewerThan', { limit: minCount }, enBreakdown.fewerThan)
          : formatNumber(locale, count),
        share: isHidden(count) ? 0 : count / most,
        isPressed: isPressed(value),
      })),
      // A number of values is at most one of people.
      rest: rest > 0 && !isHidden(people) ? message(locale, 'moreValues', { count: rest }, enBreakdown.moreValues) : '',
    };
  }

  /** The element is updated more often than its visitors. */
  #count(visitors: readonly Visitor[], dimension: Dimension, filter: VisitorFilter | undefined): readonly ValueCount[] {
    const known = this.#counted.get(dimension);
    if (known?.visitors === visitors && known.filter === filter) return known.tallies;
    const tallies = countValues(visitors, dimension, filter);
    this.#counted.set(dimension, { visitors, filter, tallies });
    return tallies;
  }

  /** Rows change their order once for a snapshot, and not while a viewer is at them. */
  #arrange(
    dimension: Dimension,
    tallies: readonly ValueCount[],
    { snapshot, filter }: LiveState,
    size: number,
    pressed: string | null,
  ): ListRows {
    const memory = this.#memory.get(dimension);
    const cause = [size, snapshot, filter];
    const isHeld = memory?.cause[0] === size && this.#lists.isHeld(dimension);
    const isSame = isHeld || memory?.cause.every((part, index) => part === cause[index]);
    const arranged = listRows(tallies, size, pressed, memory && isSame ? memory.order : null);
    const order = arranged.rows.map(({ value }) => value);
    this.#memory.set(dimension, { order, cause: memory && isHeld ? memory.cause : cause });
    return arranged;
  }
}
