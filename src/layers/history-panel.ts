import { createElement, withAttributes } from './dom.ts';
import { HistoryChart, type ChartInput } from './history-chart.ts';
import { PAUSE_ICON, pathButton, PLAY_ICON } from './icons.ts';
import { setAttribute } from './svg.ts';

export interface PanelTexts {
  /** Of the whole. */
  label: string;
  /** Of the slider. */
  time: string;
  /** What the slider says of its place. */
  value: string;
  play: string;
  live: string;
  /** In place of the slider where it has nothing to choose from. */
  empty: string;
}

export interface PanelUpdate {
  texts: PanelTexts;
  chart: ChartInput;
  /** The state that is shown, of those in the chart. */
  index: number;
  isPlaying: boolean;
}

export interface PanelHandlers {
  /** A viewer has moved the slider to this state. */
  onSlide: (index: number) => void;
  onPlay: () => void;
  onLive: () => void;
}

/** The slider over all states that the page has seen, a button that plays them, and one that ends it. */
export class HistoryPanel {
  readonly element: HTMLElement;
  readonly #play = pathButton(PLAY_ICON);
  readonly #icon = this.#play.querySelector('path');
  readonly #live = createElement('button', 'present');
  readonly #slider = withAttributes(createElement('input', ''), { type: 'range', min: 0, step: 1 });
  readonly #chart = new HistoryChart();
  readonly #empty = createElement('p', 'empty');
  #input: ChartInput | null = null;

  constructor({ onSlide, onPlay, onLive }: PanelHandlers) {
    this.#live.type = 'button';
    const track = createElement('div', 'track', this.#slider, this.#chart.element, this.#empty);
    this.element = withAttributes(createElement('div', 'look-back', this.#play, track, this.#live), {
      part: 'history',
      role: 'group',
    });
    this.#slider.addEventListener('input', () => {
      onSlide(Number(this.#slider.value));
    });
    this.#play.addEventListener('click', onPlay);
    this.#live.addEventListener('click', onLive);
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      // The dialog around the map stays open.
      event.preventDefault();
      event.stopPropagation();
      onLive();
    });
  }

  focus(): void {
    (this.#slider.disabled ? this.#live : this.#slider).focus();
  }

  update({ texts, chart, index, isPlaying }: PanelUpdate): void {
    const last = chart.counts.length - 1;
    const slider = this.#slider;
    this.#play.hidden = slider.disabled = last < 1;
    this.#empty.hidden = last >= 1;
    if (this.#input !== chart) this.#chart.update((this.#input = chart));
    // The state under the pointer stays there while it is held.
    if (!slider.matches(':active')) {
      setAttribute(slider, 'max', String(Math.max(1, last)));
      slider.value = String(index);
    }
    setAttribute(this.element, 'aria-label', texts.label);
    setAttribute(slider, 'aria-label', texts.time);
    setAttribute(slider, 'aria-valuetext', texts.value);
    for (const name of ['aria-label', 'title']) setAttribute(this.#play, name, texts.play);
    this.#icon?.setAttribute('d', isPlaying ? PAUSE_ICON : PLAY_ICON);
    if (this.#live.textContent !== texts.live) this.#live.textContent = texts.live;
    if (this.#empty.textContent !== texts.empty) this.#empty.textContent = texts.empty;
  }
}
