import { formatCompact } from '../i18n/intl.ts';
import { diamond } from '../map/diamond.ts';
import type { Mark } from '../map/marks.ts';
import { CrowdLayer } from './crowd.ts';
import { likelihoodArc } from './likelihood-arc.ts';

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
  mark: Drawn;
  group: SVGGElement;
  /** What of it needs other nodes when it changes, and how it looks. */
  content: string;
  look: string;
  /** The drawing that it was last in. */
  drawing: number;
}

/**
 * The marks in their SVG. Kept up to date outside the template: a poll touches the nodes of those marks alone that
 * changed, and Lit's `repeat()` would leave a comment behind for each that goes (lit/lit#5010).
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
      if ((!isPlain || isActive) && !this.#draw(mark, locale, isActive)) come.push(mark);
    }
    this.#crowd.update(plain);
    const gone: Drawn[] = [];
    for (const [key, { mark, group, drawing }] of this.#entries) {
      if (drawing === this.#drawing) continue;
      this.#entries.delete(key);
      group.remove();
      gone.push(mark);
    }
    return { come, gone };
  }

  /** @returns Whether it was there before. */
  #draw(mark: Drawn, locale: string, isActive: boolean): boolean {
    const known = this.#entries.get(mark.key);
    const { shape, isCustomer, activity, radius, likelihood, number } = mark;
    if (known) known.drawing = this.#drawing;
    const entry = known ?? { mark, group: create('g', {}), content: '', look: '', drawing: this.#drawing };
    const content = `${shape} ${isCustomer} ${radius} ${number} ${likelihood?.score} ${likelihood?.isUnsure} ${locale}`;
    const look = `mark ${shape} ${isCustomer ? 'customer' : 'visitor'} ${activity}${isActive ? HIGHLIGHTED : ''}`;
    if (entry.content !== content) entry.group.replaceChildren(...shapes(mark, locale));
    if (entry.look !== look) {
      entry.group.setAttribute('class', look);
      entry.group.setAttribute('part', partOf(mark));
    }
    if (known?.mark.x !== mark.x || known.mark.y !== mark.y) {
      entry.group.setAttribute('transform', `translate(${round(mark.x)} ${round(mark.y)})`);
    }
    if (known?.mark.shape !== shape) this.#layers[shape].append(entry.group);
    this.#entries.set(mark.key, Object.assign(entry, { mark, content, look }));
    return known !== undefined;
  }
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
