import { warnOnce } from '../base/warn.ts';
import { enHistory } from '../i18n/en-history.ts';
import type { Values } from '../i18n/registry.ts';
import type { Formatters } from '../i18n/messages.ts';
import { adoptStyle, createElement, withAttributes } from '../layers/dom.ts';
import { HistoryChart } from '../layers/history-chart.ts';
import { historyStyles } from '../layers/history.styles.ts';
import { setAttribute } from '../layers/svg.ts';
import { epochOf } from '../protocol/epoch.ts';
import { withoutSmallCounts, seriesOfStates, seriesOfSteps, type CountSeries } from '../store/count-series.ts';
import type { LiveState } from '../store/live-state.ts';
import type { LiveStore } from '../store/live-store.ts';
import { StateArchive } from '../store/state-archive.ts';
import type { HistoryPlayer } from './history-player.ts';
import type { OptionalPart, PartContext, PartHost } from './optional-part.ts';
import type { LiveMapOptions } from './options.ts';
import type { LiveMapTexts } from './texts.ts';

/**
 * The sparkline of the last half hour, and the states that this page has seen of it, one of which may be shown. Most maps do
 * without, so its file is fetched on demand.
 */
export class LookBack implements OptionalPart {
  readonly #host: PartHost;
  readonly #store: LiveStore;
  readonly #formatters: Formatters;
  readonly #archive = new StateArchive();
  readonly #spark = withAttributes(createElement('button', 'spark'), { type: 'button', part: 'history sparkline' });
  readonly #chart = new HistoryChart();
  #player: HistoryPlayer | null = null;
  #isLoading = false;
  #isOn = false;
  #isOpen = false;
  #rowsKey = '';
  #drawn: unknown[] = [];

  constructor(host: PartHost, store: LiveStore, formatters: Formatters) {
    this.#host = host;
    this.#store = store;
    this.#formatters = formatters;
    this.#spark.append(this.#chart.element);
    this.#spark.addEventListener('click', () => {
      this.#isOpen = true;
      this.#isLoading = false;
      host.requestUpdate();
    });
    store.subscribe(() => {
      if (this.#isOn) this.#archive.add(store.latest);
    });
  }

  /** Applies the options to the archive and the player. */
  update({ history, moment, ticker, tickerKinds, tickerSize }: LiveMapOptions): void {
    const store = this.#store;
    this.#isOn = history;
    if (!history) {
      this.#archive.clear();
      this.#isOpen = false;
      store.past = null;
      return;
    }
    this.#archive.add(store.latest);
    const at = this.#readMoment(moment);
    const index = at === null ? -1 : this.#archive.nearest(at);
    const id = this.#archive.idAt(index);
    const rowsKey = `${ticker}${tickerKinds}${tickerSize}`;
    if (store.past?.generation === id && rowsKey === this.#rowsKey) return;
    this.#rowsKey = rowsKey;
    store.past = this.#archive.stateAt(index, (snapshot) => store.presentRows(snapshot, tickerSize));
  }

  /** While the host renders. @returns Texts in place of those of the present. */
  draw(context: PartContext): Partial<LiveMapTexts> | null {
    if (!this.#isOn) {
      this.#detach();
      return null;
    }
    this.#attach();
    const { past, latest } = this.#store;
    const { locale, state, options, texts } = context;
    this.#drawSpark(context, past ? latest : state);
    this.#drawPlayer(locale, options.minCount);
    const { headline } = texts;
    if (!past || headline.loading !== null) return null;
    const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(past.asOf);
    return { headline: { ...headline, when: this.#say(locale, 'asItWas', { time }) } };
  }

  #drawSpark({ options, locale }: PartContext, { snapshot }: LiveState): void {
    const archive = this.#archive;
    this.#spark.hidden = snapshot === null;
    const cause = [snapshot, archive.idAt(0), locale, options.minCount, this.#say(locale, 'historyRange')];
    if (!snapshot || cause.every((part, index) => part === this.#drawn[index])) return;
    this.#drawn = cause;
    const { meta } = snapshot;
    const stretch = meta?.history
      ? seriesOfSteps(meta.history, epochOf(meta.generatedAt), archive.payments)
      : seriesOfStates(archive.counts, archive.times, archive.payments);
    const shown = { ...stretch, counts: withoutSmallCounts(stretch.counts, options.minCount) };
    this.#chart.update(shown);
    const hint = this.#say(locale, 'lookBack');
    const summary = this.#describe(locale, shown);
    const label = this.#formatters.message(locale, 'described', { summary, hint }, `${summary}. ${hint}`);
    setAttribute(this.#spark, 'aria-label', label);
    this.#spark.title = hint;
  }

  /** The chart as a sentence. */
  #describe(locale: string, { counts, payments, seconds }: CountSeries): string {
    const known = counts.filter((count) => count !== null);
    const [least, count] = [Math.min(...known), Math.max(...known)];
    const first = counts.findIndex((count) => count !== null);
    const minutes = Math.round((seconds * (1 - first / counts.length)) / 60);
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
    // "The last 1 minute" is no phrase of any language.
    const key = known.length === 0 || minutes < 2 ? 'historyUnknown' : least === count ? 'historySame' : 'historyRange';
    const people = this.#say(locale, key, { least, count, time: format.format(minutes) });
    if (payments.length === 0) return people;
    return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format([
      people,
      this.#say(locale, 'historyPayments', { count: payments.length }),
    ]);
  }

  /** Takes the sparkline's place while it is open, once its file is there. */
  #drawPlayer(locale: string, minCount: number): void {
    const isOpen = this.#isOpen || this.#store.past !== null;
    if (isOpen && !this.#player) void this.#loadPlayer();
    if (!this.#player) return;
    const { element } = this.#player;
    const wasOpen = element.isConnected;
    if (isOpen) {
      this.#player.update(locale, minCount);
      if (!wasOpen) {
        this.#spark.parentElement?.after(element);
        adoptStyle(element, this.#player.styles);
      }
      // By code or by a press: in the latter case the focus is on what goes.
      if (this.#spark.matches(':focus')) this.#player.focus();
    } else if (wasOpen) {
      const hadFocus = element.matches(':focus-within');
      this.#player.stop();
      element.remove();
      if (hadFocus) this.#spark.focus();
    }
    if (isOpen) this.#spark.hidden = true;
  }

  /** Most viewers do not look back: the slider is fetched for those who do. Where that fails, the next press tries again. */
  async #loadPlayer(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      const { HistoryPlayer } = await import('./history-player.ts');
      this.#player = new HistoryPlayer(this.#host, this.#store, this.#archive, this.#formatters, () => {
        this.#isOpen = false;
      });
      this.#host.requestUpdate();
    } catch (error) {
      warnOnce(`<${this.#host.localName}> cannot look back: ${String(error)}`);
      this.#isOpen = false;
    }
  }

  /** @returns Epoch ms; `null` for the present, and, with a warning, for what is no moment. */
  #readMoment(moment: unknown): number | null {
    if (moment === null) return null;
    const isDate = Object.prototype.toString.call(moment) === '[object Date]';
    const at = isDate ? Number(moment) : NaN;
    if (!Number.isNaN(at)) return at;
    const got = isDate ? 'invalid' : `of type ${typeof moment}`;
    warnOnce(`<${this.#host.localName}> moment is ${got}, expected a Date or null.`);
    this.#host.moment = null;
    return null;
  }

  #attach(): void {
    if (this.#spark.parentElement) return;
    this.#host.renderRoot.querySelector('.intro')?.append(this.#spark);
    adoptStyle(this.#spark, historyStyles);
  }

  #detach(): void {
    this.#spark.remove();
    this.#player?.stop();
    this.#player?.element.remove();
  }

  #say(locale: string, key: keyof typeof enHistory, values?: Values): string {
    return this.#formatters.message(locale, key, values, enHistory[key]);
  }
}
