import { formatCompact } from '../i18n/intl.ts';
import { diamond } from '../map/diamond.ts';
import type { Mark } from '../map/marks.ts';
import { CrowdLayer } from './crowd.ts';
import { likelihoodArc } from './likelihood-arc.ts';
import { setText } from './sentence.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** From the back to the front. */
const LAYERS = ['crowd', 'country', 'region', 'dot', 'cluster', 'payment'] as const;

/** A mark, or the diamond of a payment that has a place. */
export type Drawn = Omit<Mark, 'shape'> & { shape: Mark['shape'] | 'payment' };

export interface MarksUpdate {
  marks: readonly Drawn[];
  locale: string;
  /** The mark that is pointed at, focused, or belongs to the row that is. */
  activeKey: string | null;
  /** There are so many that the plain ones are drawn together. */
  isCrowd: boolean;
}

interface Entry {
  group: SVGGElement;
  /** As it is drawn. */
  mark: Drawn;
  look: string;
  locale: string;
  /** The drawing that it was last in. */
  drawing: number;
}

/**
 * The marks in their SVG. Kept up to date outside the template: a poll touches the nodes of those marks alone that
 * changed, who comes takes over the nodes of who goes, and Lit's `repeat()` would leave a comment behind for each
 * (lit/lit#5010).
 */
export class MarksLayer {
  readonly #layers: Record<(typeof LAYERS)[number], SVGGElement>;
  readonly #crowd: CrowdLayer;
  readonly #entries = new Map<string, Entry>();
  #drawing = 0;

  constructor(svg: SVGSVGElement) {
    const layers = LAYERS.map((name) => [name, svg.appendChild(create('g', {}))] as const);
    this.#layers = Object.fromEntries(layers) as Record<(typeof LAYERS)[number], SVGGElement>;
    this.#crowd = new CrowdLayer(this.#layers.crowd);
  }

  /** @returns Marks that were not there before, and those that are no more. */
  update({ marks, locale, activeKey, isCrowd }: MarksUpdate): { come: Drawn[]; gone: Drawn[] } {
    this.#drawing++;
    const come: Drawn[] = [];
    const plain: Drawn[] = [];
    for (const mark of marks) {
      const isActive = mark.key === activeKey;
      const isPlain = isCrowd && mark.number === null && mark.shape !== 'payment';
      if (isPlain) plain.push(mark);
      if (isPlain && !isActive) continue;
      const entry = this.#entries.get(mark.key);
      if (entry) this.#draw(entry, mark, locale, isActive);
      else come.push(mark);
    }
    this.#crowd.update(plain);
    const gone = [...this.#entries.values()].filter(({ drawing }) => drawing !== this.#drawing);
    const left = gone.map(({ mark }) => mark);
    for (const { key } of left) this.#entries.delete(key);
    for (const mark of come) {
      const index = gone.findIndex((entry) => isAlike(entry.mark, mark));
      const [entry = this.#begin(mark)] = index < 0 ? [] : gone.splice(index, 1);
      this.#draw(entry, mark, locale, mark.key === activeKey);
      this.#entries.set(mark.key, entry);
    }
    for (const { group } of gone) group.remove();
    return { come, gone: left };
  }

  #begin(mark: Drawn): Entry {
    return { group: create('g', {}), mark: { ...mark, x: NaN }, look: '', locale: '', drawing: 0 };
  }

  #draw(entry: Entry, mark: Drawn, locale: string, isActive: boolean): void {
    const { group, mark: before } = entry;
    const { shape, isCustomer, activity, x, y } = mark;
    const isFirst = entry.look === '';
    const look = `mark ${shape} ${isCustomer ? 'customer' : 'visitor'} ${activity}${isActive ? HIGHLIGHTED : ''}`;
    if (isFirst || entry.locale !== locale || !isAlike(before, mark)) {
      if (!isFirst && before.number !== null && mark.number !== null) renumber(group, mark, locale);
      else group.replaceChildren(...shapes(mark, locale));
    }
    if (entry.look !== look) {
      group.setAttribute('class', look);
      group.setAttribute('part', partOf(mark));
    }
    if (before.x !== x || before.y !== y) group.setAttribute('transform', `translate(${round(x)} ${round(y)})`);
    if (isFirst || before.shape !== shape) this.#layers[shape].append(group);
    Object.assign(entry, { mark, look, locale, drawing: this.#drawing });
  }
}

/** Whether two marks have the same nodes. */
function isAlike(a: Drawn, b: Drawn): boolean {
  return (
    a.shape === b.shape &&
    a.radius === b.radius &&
    a.number === b.number &&
    a.isCustomer === b.isCustomer &&
    a.likelihood?.score === b.likelihood?.score &&
    a.likelihood?.isUnsure === b.likelihood?.isUnsure
  );
}

const HIGHLIGHTED = ' highlighted';

function partOf({ shape, isCustomer }: Drawn): string {
  if (shape === 'cluster' || shape === 'payment') return shape;
  return isCustomer ? 'customers' : 'visitors';
}

function shapes(mark: Drawn, locale: string): SVGElement[] {
  const { shape, isCustomer, radius, likelihood, number } = mark;
  if (shape === 'payment') return [create('path', { d: diamond(radius) })];
  const isRinged = isCustomer && number === null;
  const body = create('circle', {
    class: 'body',
    r: round(isRinged && shape === 'dot' ? radius * 0.75 : radius),
  });
  if (isRinged) return [create('circle', { class: 'band', r: round(radius * (shape === 'dot' ? 1.5 : 1.3)) }), body];
  if (likelihood) {
    const { score, isUnsure } = likelihood;
    return [body, create('path', { class: isUnsure ? 'arc unsure' : 'arc', d: likelihoodArc(score, radius) })];
  }
  if (number === null) return [body];
  const text = create('text', { 'text-anchor': 'middle', dy: '.35em' });
  text.textContent = formatCompact(locale, number);
  return [body, text];
}

/** Another number in the same nodes, which is cheaper than others. */
function renumber(
  { firstElementChild: body, lastElementChild: text }: Element,
  { radius, number }: Drawn,
  locale: string,
): void {
  body?.setAttribute('r', String(round(radius)));
  if (text) setText(text, formatCompact(locale, number ?? 0));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function create<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number>,
): SVGElementTagNameMap[Name] {
  const node = document.createElementNS(SVG, name);
  for (const attribute in attributes) node.setAttribute(attribute, String(attributes[attribute]));
  return node;
}
