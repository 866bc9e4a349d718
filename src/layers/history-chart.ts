import { createElement, withAttributes } from './dom.ts';
import { createSvg, setAttribute } from './svg.ts';

/** A chart of counts at equal distances. */
export interface ChartInput {
  /** `null`: not known, a gap. */
  counts: readonly (number | null)[];
  /** Where something was paid: 0 is the first count, 1 the last. */
  payments: readonly number[];
}

const HEIGHT = 24;
/** Room for half a stroke, and for the last point. */
const PADDING = 3;
const POINT = 'M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0';
const DIAMOND = 'M0-4.2L4.2 0 0 4.2-4.2 0z';

/** Where a count is drawn: 0 at the top, 1 at the bottom. The baseline is zero. */
function chartLevel(count: number, most: number): number {
  return (PADDING + (HEIGHT - 2 * PADDING) * (1 - count / Math.max(1, most))) / HEIGHT;
}

/** The path through all counts, in a box as wide as their distances and as high as the chart; gaps are left open. */
export function chartPath(counts: readonly (number | null)[]): string {
  const most = mostOf(counts);
  let isOpen = false;
  return counts
    .map((count, index) => {
      if (count === null) {
        isOpen = false;
        return '';
      }
      const point = `${index} ${(HEIGHT * chartLevel(count, most)).toFixed(1)}`;
      // Of no length, a count between two gaps is a dot.
      const command = isOpen ? `L${point}` : `M${point}h0`;
      isOpen = true;
      return command;
    })
    .join('');
}

/** How high the path is at a place between the first and the last count; on the baseline in a gap. @param at 0 to 1. */
export function levelAt(counts: readonly (number | null)[], at: number): number {
  const place = at * (counts.length - 1);
  const before = counts[Math.floor(place)] ?? null;
  const after = counts[Math.ceil(place)] ?? null;
  const from = before ?? after ?? 0;
  return chartLevel(from + ((after ?? from) - from) * (place % 1), mostOf(counts));
}

function mostOf(counts: readonly (number | null)[]): number {
  let most = 0;
  for (const count of counts) most = Math.max(most, count ?? 0);
  return most;
}

/** The count over time as a line, with a point for the last one and diamonds for payments. For the eye alone. */
export class HistoryChart {
  readonly element: HTMLElement;
  readonly #svg = createSvg('svg', { preserveAspectRatio: 'none' });
  readonly #path = createSvg('path');
  readonly #signs = createSvg('svg', { class: 'signs' });

  constructor() {
    this.#svg.append(this.#path);
    this.element = withAttributes(createElement('span', 'chart', this.#svg, this.#signs), { 'aria-hidden': 'true' });
  }

  update({ counts, payments }: ChartInput): void {
    setAttribute(this.#svg, 'viewBox', `0 0 ${Math.max(1, counts.length - 1)} ${HEIGHT}`);
    setAttribute(this.#path, 'd', chartPath(counts));
    const createSign = (name: string, shape: string, at: number): SVGElement => {
      const sign = createSvg('svg', { class: name, x: percent(at), y: percent(levelAt(counts, at)) });
      sign.append(createSvg('path', { d: shape }));
      return sign;
    };
    this.#signs.replaceChildren(
      ...payments.map((at) => createSign('paid', DIAMOND, at)),
      ...((counts.at(-1) ?? null) === null ? [] : [createSign('now', POINT, 1)]),
    );
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
