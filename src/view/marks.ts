import { formatNumber } from '../i18n/intl.ts';
import type { Mark } from '../map/placement.ts';
import { likelihoodArc } from './likelihood-arc.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** From the back to the front. */
const LAYERS = ['country', 'region', 'dot', 'cluster', 'payment', 'rings'] as const;
type Layer = (typeof LAYERS)[number];
const RING_RADIUS = 20;
/** Rings that may start at one update, so that a busy minute does not flicker. */
const MOST_RINGS = 3;
const MOST_FADING = 64;

/** A mark, or the diamond of a payment that has a place. */
export type Drawn = Omit<Mark, 'shape'> & { shape: Mark['shape'] | 'payment' };

export interface MarksUpdate {
  marks: readonly Drawn[];
  locale: string;
  /** Marks pop up and fade; else they are simply there or gone, as on another layout. */
  animated: boolean;
  /** The mark that is pointed at, focused, or belongs to the row that is. */
  activeKey: string | null;
}

/**
 * The marks in their SVG. Kept up to date outside the template: a poll touches the nodes of those marks alone that
 * changed, and Lit's `repeat()` would leave a comment behind for each that goes (lit/lit#5010).
 */
export class MarksLayer {
  readonly #layers: Record<Layer, SVGGElement>;
  readonly #nodes = new Map<string, { group: SVGGElement; drawn: Drawn; look: string }>();
  readonly #fading: SVGElement[] = [];
  readonly #still = matchMedia('(prefers-reduced-motion: reduce)');

  constructor(svg: SVGSVGElement) {
    const layers = LAYERS.map((name): [Layer, SVGGElement] => [name, svg.appendChild(create('g', { class: name }))]);
    this.#layers = Object.fromEntries(layers) as Record<Layer, SVGGElement>;
  }

  update({ marks, locale, animated, activeKey }: MarksUpdate): void {
    const gone = new Map(this.#nodes);
    for (const mark of marks) {
      gone.delete(mark.key);
      const look = lookOf(mark, locale, mark.key === activeKey);
      const known = this.#nodes.get(mark.key);
      if (known?.look === look) move(known.group, known.drawn, mark);
      else this.#draw(mark, look, locale, animated && !known);
      const node = this.#nodes.get(mark.key);
      if (node) node.drawn = mark;
    }
    for (const [key, { group }] of gone) {
      this.#nodes.delete(key);
      if (animated) {
        group.classList.add('leaving');
        this.#removeAfterAnimation(group);
      } else group.remove();
    }
  }

  /** One ring around each of the marks, which draws the eye to what is new. */
  ring(marks: readonly Drawn[], kind: 'visitor' | 'payment'): void {
    for (const { x, y } of marks.slice(0, MOST_RINGS)) {
      const ring = create('circle', { class: `ring ${kind}`, cx: x, cy: y, r: RING_RADIUS });
      this.#layers.rings.append(ring);
      this.#removeAfterAnimation(ring);
    }
  }

  /** At once where nothing may move; the oldest go first where many fade, or where nobody sees them fade. */
  #removeAfterAnimation(node: SVGElement): void {
    if (this.#still.matches) {
      node.remove();
      return;
    }
    this.#fading.push(node);
    node.addEventListener('animationend', () => {
      node.remove();
    });
    for (const old of this.#fading.splice(0, this.#fading.length - MOST_FADING)) old.remove();
  }

  #draw(mark: Drawn, look: string, locale: string, animated: boolean): void {
    const known = this.#nodes.get(mark.key);
    const group = known?.group ?? create('g', {});
    group.replaceChildren(...shapes(mark, locale));
    group.setAttribute('class', `mark ${look.split('|', 1)[0] ?? ''}${animated ? ' arriving' : ''}`);
    group.setAttribute('part', partOf(mark));
    move(group, null, mark);
    if (!known) this.#layers[mark.shape].append(group);
    this.#nodes.set(mark.key, { group, drawn: mark, look });
  }
}

/** All of a mark that needs new nodes when it changes; classes first. */
function lookOf(
  { shape, isCustomer, activity, radius, ids, likelihood }: Drawn,
  locale: string,
  isActive: boolean,
): string {
  const classes = `${shape} ${isCustomer ? 'customer' : 'visitor'} ${activity}${isActive ? ' highlighted' : ''}`;
  return [classes, radius, ids.length, locale, likelihood?.score, likelihood?.isUnsure].join('|');
}

function partOf({ shape, isCustomer }: Drawn): string {
  if (shape === 'cluster' || shape === 'payment') return shape;
  return isCustomer ? 'customers' : 'visitors';
}

function shapes({ shape, isCustomer, radius, ids, likelihood }: Drawn, locale: string): SVGElement[] {
  if (shape === 'payment') return [create('path', { d: diamond(radius) })];
  const body = create('circle', { class: 'body', r: isCustomer && shape === 'dot' ? radius * 0.75 : radius });
  if (ids.length > 1) {
    const number = create('text', { 'text-anchor': 'middle', dy: '.35em' });
    number.textContent = formatNumber(locale, ids.length);
    return [body, number];
  }
  if (likelihood) {
    const { score, isUnsure } = likelihood;
    return [body, create('path', { class: isUnsure ? 'arc unsure' : 'arc', d: likelihoodArc(score, radius) })];
  }
  return isCustomer ? [create('circle', { class: 'band', r: radius * (shape === 'dot' ? 1.5 : 1.3) }), body] : [body];
}

function diamond(radius: number): string {
  return `M0 ${-radius}L${radius} 0L0 ${radius}L${-radius} 0Z`;
}

function move(group: SVGGElement, before: Drawn | null, { x, y }: Drawn): void {
  if (before?.x === x && before.y === y) return;
  group.setAttribute('transform', `translate(${round(x)} ${round(y)})`);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function create<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number>,
): SVGElementTagNameMap[Name] {
  const node = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, String(value));
  return node;
}
