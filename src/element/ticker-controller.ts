import type { ReactiveControllerHost } from '@lit/reactive-element';
import { TickerList } from '../layers/ticker-list.ts';
import type { LiveState } from '../store/live-state.ts';
import type { LiveStore } from '../store/live-store.ts';
import type { TickerHandlers } from './live-map-view.ts';

/** The ticker's list, whose rows do not move while a viewer reads them. */
export class TickerController implements TickerHandlers {
  readonly #host: ReactiveControllerHost;
  readonly #store: LiveStore;
  /** The visitor of the row that is pointed at. */
  pointedVisitor: string | null = null;
  #list: TickerList | null = null;
  #isHeld = false;
  #generation = NaN;

  constructor(host: ReactiveControllerHost, store: LiveStore) {
    this.#host = host;
    this.#store = store;
  }

  readonly onPointerOver = (event: Event): void => {
    this.#hold(true);
    const visitorId = this.#list?.visitorAt(event.target) ?? null;
    if (visitorId === this.pointedVisitor) return;
    this.pointedVisitor = visitorId;
    this.#host.requestUpdate();
  };

  readonly onPointerLeave = (): void => {
    this.#hold(false);
    this.pointedVisitor = null;
    this.#host.requestUpdate();
  };

  /** @param highlighted Visitors whose rows are highlighted. */
  draw(list: HTMLOListElement, state: LiveState, locale: string, highlighted: readonly string[]): void {
    this.#list ??= new TickerList(list);
    const { rows, now, generation } = state;
    const isAnimated = generation === this.#generation;
    this.#generation = generation;
    this.#list.update({ rows, locale, now, isAnimated, isHeld: this.#isHeld, highlighted });
  }

  #hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    this.#store.rowsHeld = isHeld;
  }
}
