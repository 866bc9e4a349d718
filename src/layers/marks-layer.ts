import { formatNumber } from '../i18n/intl.ts';
import type { Mark } from '../marks/mark.ts';
import { shapesOf, type Shape } from '../marks/mark-shapes.ts';
import { LAYERS, type Layer } from '../marks/mark-style.ts';
import type { DenseLayer } from './dense-layer.ts';
import { createSvg, setAttribute } from './svg.ts';

export interface MarksUpdate {
  marks: readonly Mark[];
  /** Of the map, in CSS pixels. */
  width: number;
  height: number;
  locale: string;
  /** The mark that is pointed at, focused, or belongs to the row that is. */
  activeKey: string | null;
  /** Draws the dots of a dense map; `null` while its file is not there, and no map is dense. */
  DenseLayer: typeof DenseLayer | null;
}

interface Entry {
  mark: Mark;
  /** A circle, where it is all that the mark is made of: a mark with an SVG of its own takes twice as long to paint. */
  node: SVGElement;
  /** Everything that needs other nodes, classes or offsets when it changes. */
  content: string;
  style: string;
  offset: string;
  /** Number of the last update with this mark. */
  update: number;
}

/** All that a mark's nodes show, besides its offset. */
const LOOK = ['x', 'y', 'radius', 'number', 'activity', 'isCustomer', 'shape', 'likelihood'] as const;

/**
 * The marks in their SVG, each at a share of the map's box: in print, or while the page is resized, they are where the
 * land is, and keep their size. A poll touches only the nodes of marks that changed, and new marks take over the nodes of
 * those that left.
 */
export class MarksLayer {
  readonly #layers: Record<Layer, SVGGElement>;
  #dense: DenseLayer | null = null;
  readonly #entries = new Map<string, Entry>();
  #last: MarksUpdate | null = null;
  #updates = 0;

  constructor(svg: SVGSVGElement) {
    const layers = LAYERS.map((name) => [name, svg.appendChild(createSvg('g'))] as const);
    this.#layers = Object.fromEntries(layers) as Record<Layer, SVGGElement>;
  }

  /** @returns Marks that were not there before, and those that are no more. */
  update(update: MarksUpdate): { added: Mark[]; removed: Mark[] } {
    const { marks, width, height, activeKey, DenseLayer } = update;
    this.#updates++;
    const added: Mark[] = [];
    const dense: Mark[] = [];
    for (const mark of marks) {
      if (mark.dots) {
        dense.push(mark);
        continue;
      }
      const entry = this.#entries.get(mark.key);
      if (entry && this.#isDrawn(mark, entry, update)) Object.assign(entry, { mark, update: this.#updates });
      else if (entry) this.#draw(mark, entry, update);
      else added.push(mark);
    }
    if (dense.length > 0 && DenseLayer) this.#dense ??= new DenseLayer(this.#layers.dense);
    this.#dense?.update(dense, activeKey, width, height);
    const free = [...this.#entries.values()].filter((entry) => entry.update !== this.#updates);
    const removed = free.map(({ mark }) => mark);
    for (const { key } of removed) this.#entries.delete(key);
    for (const mark of added) this.#draw(mark, takeAlike(free, contentOf(mark, update.locale)), update);
    for (const { node } of free) node.remove();
    this.#last = update;
    return { added, removed };
  }

  /** Whether nodes show a mark already: most marks are the same from poll to poll. */
  #isDrawn(mark: Mark, { mark: before }: Entry, { width, height, locale, activeKey }: MarksUpdate): boolean {
    const last = this.#last;
    return (
      last?.width === width &&
      last.height === height &&
      last.locale === locale &&
      (mark.key === activeKey) === (mark.key === last.activeKey) &&
      isAlike(before, mark)
    );
  }

  /** @param known The mark's own nodes, or free ones that look alike. */
  #draw(mark: Mark, known: Entry | undefined, { width, height, locale, activeKey }: MarksUpdate): void {
    const { shape, isCustomer, activity, anchor } = mark;
    const { dx, dy } = anchor;
    const content = contentOf(mark, locale);
    const highlighted = mark.key === activeKey ? ' highlighted' : '';
    const style = `mark ${shape} ${isCustomer ? 'customer' : 'visitor'} ${activity}${highlighted}`;
    const offset = dx || dy ? `translate(${round(dx)} ${round(dy)})` : '';
    const entry = known ?? { mark, node: nodeOf(mark, locale), content, style: '', offset: '', update: 0 };
    if (entry.content !== content && !rewriteNumber(entry, mark, locale)) {
      const node = nodeOf(mark, locale);
      entry.node.replaceWith(node);
      Object.assign(entry, { node, style: '', offset: '' });
    }
    const { node } = entry;
    const isCircle = node.localName === 'circle';
    if (entry.offset !== offset)
      for (const shape of isCircle ? [node] : node.children) shape.setAttribute('transform', offset);
    if (entry.style !== style) {
      node.setAttribute('class', style);
      node.setAttribute('part', partOf(mark));
    }
    const center = isCircle ? 'c' : '';
    setAttribute(node, `${center}x`, share(mark.x - dx, width));
    setAttribute(node, `${center}y`, share(mark.y - dy, height));
    if (known?.mark.shape !== shape) this.#layers[shape].append(node);
    this.#entries.set(mark.key, Object.assign(entry, { mark, content, style, offset, update: this.#updates }));
  }
}

function isAlike(one: Mark, other: Mark): boolean {
  const { dx, dy } = other.anchor;
  return LOOK.every((key) => one[key] === other[key]) && one.anchor.dx === dx && one.anchor.dy === dy;
}

function contentOf({ shape, isCustomer, radius, number, likelihood }: Mark, locale: string): string {
  return `${shape} ${isCustomer} ${radius} ${number} ${likelihood?.score} ${likelihood?.isUnsure} ${locale}`;
}

function takeAlike(free: Entry[], content: string): Entry | undefined {
  const index = free.findIndex((entry) => entry.content === content);
  return index < 0 ? undefined : free.splice(index, 1)[0];
}

/** A number often changes: its nodes are kept. @returns Whether there are such nodes. */
function rewriteNumber({ node, mark: before }: Entry, { radius, number }: Mark, locale: string): boolean {
  const [body, text] = node.children;
  if (number === null || before.number === null || !body || !text) return false;
  setAttribute(body, 'r', String(round(radius)));
  text.textContent = formatNumber(locale, number);
  return true;
}

function nodeOf(mark: Mark, locale: string): SVGElement {
  const shapes = shapesOf(mark);
  const [{ r } = {}] = shapes;
  if (shapes.length === 1 && mark.number === null && r !== undefined) return createSvg('circle', { r: round(r) });
  const svg = createSvg('svg');
  svg.append(...shapes.map(shapeNode));
  if (mark.number !== null) {
    const text = createSvg('text', { 'text-anchor': 'middle', dy: '.35em' });
    text.textContent = formatNumber(locale, mark.number);
    svg.append(text);
  }
  return svg;
}

function shapeNode({ role, r, d, isUnsure }: Shape): SVGElement {
  const attributes = { class: isUnsure ? `${role} unsure` : role };
  if (r !== undefined) return createSvg('circle', { ...attributes, r: round(r) });
  return createSvg('path', { ...attributes, d: d ?? '' });
}

function partOf({ shape, isCustomer }: Mark): string {
  if (shape === 'cluster' || shape === 'payment') return shape;
  return isCustomer ? 'customers' : 'visitors';
}

function share(position: number, length: number): string {
  return `${Math.round((1e5 * position) / length) / 1e3}%`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
