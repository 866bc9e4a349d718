import { warnOnce } from '../base/warn.ts';
import { enFilter } from '../i18n/en-breakdown.ts';
import type { Formatters } from '../i18n/messages.ts';
import { adoptStyle } from '../layers/dom.ts';
import { FilterChips } from '../layers/filter-chips.ts';
import { filterStyles } from '../layers/filter.styles.ts';
import type { Snapshot } from '../protocol/types.ts';
import { DIMENSIONS, wantedValue, type Dimension, type VisitorFilter } from '../store/dimensions.ts';
import { filteredState } from '../store/filtered-state.ts';
import { delaySeconds, type LiveState } from '../store/live-state.ts';
import type { LiveStore } from '../store/live-store.ts';
import type { TickerRow } from '../ticker/rows.ts';
import { Announcer } from './announcer.ts';
import { changeCondition, clearOnEscape } from './filter-event.ts';
import type { OptionalPart, PartContext, PartHost } from './optional-part.ts';
import type { LiveMapOptions } from './options.ts';
import type { LiveMapTexts } from './texts.ts';

/** The filter: the state of the store, a chip for each condition, and what the headline says. */
export class Filter implements OptionalPart {
  readonly #host: PartHost;
  readonly #store: LiveStore;
  readonly #formatters: Formatters;
  readonly #chips: FilterChips;
  #filter: VisitorFilter | null = null;
  /** Everything that the state depends on. */
  #key = '';
  #announcer = new Announcer();
  #announced = '';

  constructor(host: PartHost, store: LiveStore, formatters: Formatters) {
    this.#host = host;
    this.#store = store;
    this.#formatters = formatters;
    this.#chips = new FilterChips(
      (dimension) => {
        changeCondition(host, this.#filter ?? undefined, dimension, null);
        this.#keepFocus(dimension);
      },
      (event) => {
        clearOnEscape(event, host, this.#filter ?? undefined);
        if (event.key === 'Escape') this.#keepFocus(null);
      },
    );
  }

  update({ filter: given, ticker, tickerKinds, tickerSize: size }: LiveMapOptions): void {
    if (given !== this.#filter) this.#host.filter = this.#filter = readFilter(given);
    const filter = this.#filter;
    const key = filter ? [ticker, tickerKinds, size, ...Object.entries(filter)].join('\n') : '';
    if (key === this.#key) return;
    this.#key = key;
    const rowsOf = (snapshot: Snapshot): TickerRow[] => this.#store.presentRows(snapshot);
    let last: LiveState | null = null;
    this.#store.filter = (state) => {
      if (!filter) return state;
      if (last?.unfiltered !== state) last = filteredState(state, filter, { rowsOf, size }, last);
      return last;
    };
  }

  draw({ options, locale, state, texts }: PartContext): Partial<LiveMapTexts> | null {
    this.#drawChips(locale);
    const { headline } = texts;
    const { count, unfiltered, status, snapshot } = state;
    const total = unfiltered?.count ?? null;
    const { number, what } = headline;
    if (count === null || total === null || what === null) return null;
    const { message, formatNumber } = this.#formatters;
    const isFew = count > 0 && count < options.minCount;
    // The headline has words in place of the number of no visitors, and of few.
    const uncounted = isFew ? message(locale, 'peopleUncounted') : number === null ? what : null;
    // Words in place of a number are followed by what is wrong alone, as without a filter.
    const isPresent = status === 'live' && delaySeconds(snapshot) === 0;
    // The answer to a viewer's change is announced at once.
    if (this.#announced !== this.#key) this.#announcer = new Announcer();
    this.#announced = this.#key;
    const digest = uncounted ?? message(locale, 'digestOf', { shown: count, count: total }, enFilter.digestOf);
    // Nothing is announced about the past.
    if (state.generation >= 0) this.#announcer.offer(digest, performance.now());
    const announcement = this.#announcer.text;
    if (number === null) return { announcement };
    return {
      headline: {
        ...headline,
        number: isFew ? null : formatNumber(locale, count),
        what: uncounted ?? message(locale, 'peopleOf', { count: total }, enFilter.peopleOf),
        when: isFew && isPresent ? null : headline.when,
      },
      announcement,
    };
  }

  #drawChips(locale: string): void {
    const { message, countryName } = this.#formatters;
    const filter = this.#filter;
    const { element } = this.#chips;
    if (!element.parentElement && filter) {
      const intro = this.#host.renderRoot.querySelector('.intro');
      intro?.append(element);
      adoptStyle(element, filterStyles);
    }
    element.parentElement?.classList.toggle('filtered', filter !== null);
    this.#chips.update(
      DIMENSIONS.flatMap((dimension) => {
        const value = filter?.[dimension];
        if (value === undefined) return [];
        const label =
          dimension === 'country' ? countryName(locale, value.toUpperCase()) : wantedValue(dimension, value);
        return { dimension, label, action: message(locale, 'removeFilter', { value: label }, enFilter.removeFilter) };
      }),
    );
  }

  /** Where the focused chip is about to go, the focus is given to another one, to the row of a list, or to the map. */
  #keepFocus(dimension: Dimension | null): void {
    if (!this.#chips.hasFocus) return;
    const root = this.#host.renderRoot;
    const list = dimension === null ? '' : `[data-dimension='${dimension}'] `;
    const row = root.querySelector<HTMLElement>(`${list}[aria-pressed='true']`);
    void this.#host.updateComplete.then(() => {
      const next = this.#chips.first ?? row ?? root.querySelector<HTMLElement>('.table, .map');
      next?.focus();
    });
  }
}

/**
 * The conditions of a filter; `null` where there are none. What is no condition is ignored, with a warning.
 *
 * @param value Whatever code has set.
 */
function readFilter(value: unknown): VisitorFilter | null {
  // Frameworks pass "" for null, and conditions pass false.
  if (!value) return null;
  const filter: Partial<Record<Dimension, string>> = {};
  const isObject = typeof value === 'object' && !Array.isArray(value);
  if (!isObject) warn(`is of type ${Array.isArray(value) ? 'array' : typeof value}, expected an object or null`);
  for (const [name, wanted] of isObject ? Object.entries<unknown>(value as Record<string, unknown>) : []) {
    const dimension = DIMENSIONS.find((known) => known === name);
    if (!dimension) warn(`has "${name.slice(0, 40)}", expected some of ${DIMENSIONS.join(' ')}`);
    else if (typeof wanted === 'string') {
      if (wanted.trim()) filter[dimension] = wanted.trim();
    } else if (wanted !== null && wanted !== undefined)
      warn(`has a ${dimension} of type ${typeof wanted}, expected text`);
  }
  return Object.keys(filter).length > 0 ? Object.freeze(filter) : null;
}

function warn(text: string): void {
  warnOnce(`<datafast-live-map> filter ${text}. It is ignored.`);
}
