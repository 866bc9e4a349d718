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
 * changed, whoever comes takes over the nodes of who goes, and Lit's `repeat()` would leave a comment behind for each
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
      if (this.#entries.has(mark.key)) this.#draw(mark, locale, isActive);
      else come.push(mark);
    }
    this.#crowd.update(plain);
    const spare = [...this.#entries.values()].filter(({ drawing }) => drawing !== this.#drawing);
    const gone = spare.map(({ mark }) => mark);
    for (const { key } of gone) this.#entries.delete(key);
    for (const mark of come) this.#draw(mark, locale, mark.key === activeKey, spare);
    for (const { group } of spare) group.remove();
    return { come, gone };
  }

  /** @param spare Nodes that nobody needs any more; who takes some takes them out. */
  #draw(mark: Drawn, locale: string, isActive: boolean, spare: Entry[] = []): void {
    const { key, shape, isCustomer, activity, x, y, radius, likelihood, number } = mark;
    const content = `${shape} ${isCustomer} ${radius} ${number} ${likelihood?.score} ${likelihood?.isUnsure} ${locale}`;
    const look = `mark ${shape} ${isCustomer ? 'customer' : 'visitor'} ${activity}${isActive ? HIGHLIGHTED : ''}`;
    const alike = spare.findIndex((entry) => entry.content === content);
    const known = this.#entries.get(key) ?? (alike < 0 ? undefined : spare.splice(alike, 1)[0]);
    const entry = known ?? { mark, group: create('g', {}), content: '', look: '', drawing: 0 };
    if (entry.content !== content) {
      const [body, text] = entry.group.children;
      if (number !== null && text && entry.mark.number !== null) {
        body?.setAttribute('r', String(round(radius)));
        text.textContent = formatCompact(locale, number);
      } else entry.group.replaceChildren(...shapes(mark, locale));
    }
    if (entry.look !== look) {
      entry.group.setAttribute('class', look);
      entry.group.setAttribute('part', partOf(mark));
    }
    if (known?.mark.x !== x || known.mark.y !== y) {
      entry.group.setAttribute('transform', `translate(${round(x)} ${round(y)})`);
    }
    if (known?.mark.shape !== shape) this.#layers[shape].append(entry.group);
    this.#entries.set(key, Object.assign(entry, { mark, content, look, drawing: this.#drawing }));
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
