import type { Dimension } from '../store/dimensions.ts';
import { createElement, withAttributes } from './dom.ts';

/** A condition that a viewer can take away. */
export interface FilterChip {
  dimension: Dimension;
  label: string;
  /** What the button does, for screen readers and on hovering. */
  action: string;
}

/** A button for each condition of the filter. */
export class FilterChips {
  readonly element: HTMLElement = createElement('div', 'chips');
  #written = '';
  #dimensions: readonly Dimension[] = [];

  constructor(onRemove: (dimension: Dimension) => void, onKeyDown: (event: KeyboardEvent) => void) {
    this.element.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const dimension = button && this.#dimensions[[...this.element.children].indexOf(button)];
      if (dimension) onRemove(dimension);
    });
    this.element.addEventListener('keydown', onKeyDown);
  }

  get hasFocus(): boolean {
    return this.element.matches(':focus-within');
  }

  get first(): HTMLElement | null {
    return this.element.querySelector('button');
  }

  update(chips: readonly FilterChip[]): void {
    const written = chips.flatMap(({ dimension, label, action }) => [dimension, label, action]).join('\n');
    if (written === this.#written) return;
    this.#written = written;
    this.#dimensions = chips.map(({ dimension }) => dimension);
    this.element.hidden = chips.length === 0;
    this.element.replaceChildren(...chips.map(chipNode));
  }
}

function chipNode({ label, action }: FilterChip): HTMLElement {
  const cross = withAttributes(createElement('span', 'cross', '×'), { 'aria-hidden': 'true' });
  return withAttributes(createElement('button', 'chip', createElement('bdi', 'label', label), ' ', cross), {
    type: 'button',
    part: 'filter',
    title: action,
    'aria-label': action,
  });
}
