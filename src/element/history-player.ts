import { platform } from '../controllers/platform.ts';
import { enPlayer } from '../i18n/en-history.ts';
import type { Formatters } from '../i18n/messages.ts';
import type { CSSResult } from '@lit/reactive-element/css-tag.js';
import { historyPanelStyles } from '../layers/history-panel.styles.ts';
import { HistoryPanel } from '../layers/history-panel.ts';
import { withoutSmallCounts, seriesOfStates } from '../store/count-series.ts';
import type { LiveState } from '../store/live-state.ts';
import type { LiveStore } from '../store/live-store.ts';
import type { StateArchive } from '../store/state-archive.ts';
import type { PartHost } from './optional-part.ts';

/** Times faster than it was. */
const SPEED = 60;
/** Milliseconds for which a state is shown while playing. */
const SHORTEST_MS = 50;
const LONGEST_MS = 1_000;

/** Moves the moment that its host shows: by a slider over all states that are kept, or by playing them. */
export class HistoryPlayer {
  /** Of its element. */
  readonly styles: CSSResult = historyPanelStyles;
  readonly #host: PartHost;
  readonly #store: LiveStore;
  readonly #archive: StateArchive;
  readonly #formatters: Formatters;
  readonly #panel: HistoryPanel;
  #timer: unknown = null;

  /** @param onEnd The viewer returns to the present. */
  constructor(host: PartHost, store: LiveStore, archive: StateArchive, formatters: Formatters, onEnd: () => void) {
    this.#host = host;
    this.#store = store;
    this.#archive = archive;
    this.#formatters = formatters;
    this.#panel = new HistoryPanel({
      onSlide: (index) => {
        this.stop();
        this.#show(index);
      },
      onPlay: () => {
        this.#toggle();
      },
      onLive: () => {
        onEnd();
        this.stop();
        host.moment = null;
        host.requestUpdate();
      },
    });
    host.addController({
      hostDisconnected: () => {
        // A move within the document disconnects and connects in one task.
        queueMicrotask(() => {
          if (host.isConnected) return;
          this.stop();
          host.requestUpdate();
        });
      },
    });
  }

  get element(): HTMLElement {
    return this.#panel.element;
  }

  focus(): void {
    this.#panel.focus();
  }

  /** @param minCount A smaller count is not shown. */
  update(locale: string, minCount: number): void {
    const { times, counts, payments } = this.#archive;
    const { past } = this.#store;
    const say = (key: keyof typeof enPlayer | 'lookBack'): string =>
      this.#formatters.message(locale, key, {}, enPlayer[key]);
    const isPlaying = this.#timer !== null;
    const stretch = seriesOfStates(counts, times, payments);
    this.#panel.update({
      texts: {
        label: say('lookBack'),
        time: say('shownTime'),
        value: past ? this.#valueOf(locale, past, minCount) : say('live'),
        play: say(isPlaying ? 'stopHistory' : 'playHistory'),
        live: say('live'),
        empty: say('historyEmpty'),
      },
      chart: { ...stretch, counts: withoutSmallCounts(stretch.counts, minCount) },
      index: past ? this.#archive.indexOf(past.generation) : times.length - 1,
      isPlaying,
    });
  }

  stop(): void {
    platform.clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** "12:04:10, 32 people here": with seconds, so that a neighbour is spoken as another. */
  #valueOf(locale: string, { asOf, count }: LiveState, minCount: number): string {
    const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(asOf);
    if (count === null) return time;
    const [shown = null] = withoutSmallCounts([count], minCount);
    return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format([
      time,
      this.#formatters.message(locale, shown === null ? 'peopleUncounted' : 'digest', { count }),
    ]);
  }

  /** @param index The last one is the present. */
  #show(index: number): void {
    const { times } = this.#archive;
    const time = times[index];
    this.#host.moment = time === undefined || index >= times.length - 1 ? null : new Date(time);
    this.#host.requestUpdate();
  }

  #toggle(): void {
    const { past } = this.#store;
    if (this.#timer === null) this.#play(past ? this.#archive.indexOf(past.generation) : 0);
    else {
      this.stop();
      this.#host.requestUpdate();
    }
  }

  /** Shows a state, and after it the next one, up to the present. */
  #play(index: number): void {
    this.stop();
    this.#show(index);
    const [time, next] = this.#archive.times.slice(index, index + 2);
    if (time === undefined || next === undefined) return;
    const id = this.#archive.idAt(index);
    const wait = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, (next - time) / SPEED));
    this.#timer = platform.setTimeout(() => {
      // The first ones may have been dropped meanwhile.
      this.#play(this.#archive.indexOf(id) + 1);
    }, wait);
  }
}
