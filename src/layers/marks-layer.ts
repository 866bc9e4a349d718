import { formatNumber } from '../i18n/intl.ts';
import { hundredths, scaledMark, type Mark } from '../marks/mark.ts';
import { LAYERS, pathOf, shapeClass, shapesOf, type Layer } from '../marks/mark-shapes.ts';
import type { DenseLayer } from './dense-layer.ts';
import { createSvg, setAttribute } from './svg.ts';

export interface MarksUpdate {
  marks: readonly Mark[];
  /** Of the map that they are placed for, in CSS pixels. */
  width: number;
  height: number;
  /** Of its box; in one of another width marks keep their size, but for the dots of a dense map. */
  boxWidth: number;
  locale: string;
  /** The mark that is pointed at, focused, or belongs to the row that is. */
  activeKey: string | null;
  /** Draws the dots of a dense map; `null` while its file is not there, and no map is dense. */
  DenseLayer: typeof DenseLayer | null;
}

const HIGHLIGHTED = ' highlighted';
/** Degrees: a change repaints a part of the map only. */
const CELL = { longitude: 90, latitude: 60 } as const;

/**
 * The marks in their SVG, whose unit is a pixel of the map: in print, or while the page is resized, they are where the
 * land is. Neighbours that look alike share a path: an element for each costs a multiple in style, layout and paint.
 */
export class MarksLayer {
  readonly #svg: SVGSVGElement;
  readonly #layers: Record<Layer, SVGGElement>;
  #dense: DenseLayer | null = null;
  /** By look and cell. */
  readonly #batches = new Map<string, MarkBatch>();
  /** By key. */
  #drawn = new Map<string, Mark>();

  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
    const layers = LAYERS.map((name) => [name, svg.appendChild(createSvg('g'))] as const);
    this.#layers = Object.fromEntries(layers) as Record<Layer, SVGGElement>;
  }

  /** @returns Marks that were not there before, and those that are no more. */
  update(update: MarksUpdate): { added: Mark[]; removed: Mark[] } {
    const { marks, width, height, boxWidth, locale, activeKey, DenseLayer } = update;
    const scale = boxWidth / width;
    setAttribute(this.#svg, 'viewBox', `0 0 ${boxWidth} ${height * scale}`);
    const known = this.#drawn;
    this.#drawn = new Map();
    const added: Mark[] = [];
    const dense: Mark[] = [];
    const alike = new Map<string, [Mark, ...Mark[]]>();
    for (const mark of marks) {
      if (mark.dots) {
        dense.push(mark);
        continue;
      }
      if (!known.delete(mark.key)) added.push(mark);
      this.#drawn.set(mark.key, mark);
      const look = mark.key === activeKey ? lookOf(mark) + HIGHLIGHTED : lookOf(mark);
      addTo(alike, `${look}|${cellOf(mark)}`, scaledMark(mark, scale));
    }
    for (const [key, batch] of this.#batches) {
      if (alike.has(key)) continue;
      batch.node.remove();
      this.#batches.delete(key);
    }
    for (const [key, group] of alike)
      (this.#batches.get(key) ?? this.#createBatch(key, group[0])).update(group, locale);
    if (dense.length > 0 && DenseLayer) this.#dense ??= new DenseLayer(this.#layers.dense);
    this.#dense?.update(dense, activeKey, width, height);
    return { added, removed: [...known.values()] };
  }

  #createBatch(key: string, mark: Mark): MarkBatch {
    const [look = ''] = key.split('|');
    const batch = new MarkBatch(look, partOf(mark));
    this.#batches.set(key, batch);
    // Above all others.
    if (look.endsWith(HIGHLIGHTED)) this.#svg.append(batch.node);
    else insertSorted(this.#layers[mark.shape], batch.node, look);
    return batch;
  }
}

/** From the back to the front: customers are above others, and those who are active above those who are not. */
export function compareLooks(look: string, other: string): number {
  return look < other ? 1 : look > other ? -1 : 0;
}

function insertSorted(layer: Element, node: Element, look: string): void {
  const next = [...layer.children].find((other) => compareLooks(other.getAttribute('class') ?? '', look) > 0);
  layer.insertBefore(node, next ?? null);
}

/** The classes of a mark: those with the same can be drawn together. */
export function lookOf({ shape, isCustomer, activity, number }: Mark): string {
  return `mark ${shape} ${isCustomer ? 'customer' : 'visitor'} ${activity}${number === null ? '' : ' numbered'}`;
}

function cellOf({ anchor: { longitude, latitude } }: Mark): number {
  return Math.floor(longitude / CELL.longitude) + 10 * Math.floor(latitude / CELL.latitude);
}

export function partOf({ shape, isCustomer }: Mark): string {
  if (shape === 'cluster' || shape === 'payment') return shape;
  return isCustomer ? 'customers' : 'visitors';
}

/** The text of a number, centred on its position. */
export function createNumber(): SVGTextElement {
  return createSvg('text', { 'text-anchor': 'middle', dy: '.35em' });
}

/** Neighbouring marks that look alike: a path for each of their shapes, and a text for each number. */
class MarkBatch {
  readonly node: SVGGElement;
  readonly #paths = new Map<string, { node: SVGPathElement; data: string }>();
  /** Above the paths. */
  #texts: SVGGElement | null = null;
  /** By the mark's key. */
  #numbers = new Map<string, SVGTextElement>();

  constructor(look: string, part: string) {
    this.node = createSvg('g', { class: look, part });
  }

  update(marks: readonly Mark[], locale: string): void {
    const pieces = new Map<string, [string, ...string[]]>();
    for (const mark of marks) {
      const at = `M${hundredths(mark.x)} ${hundredths(mark.y)}`;
      for (const shape of shapesOf(mark)) addTo(pieces, shapeClass(shape), at + pathOf(shape));
    }
    for (const [name, path] of this.#paths) if (!pieces.has(name)) writeData(path, '');
    for (const [name, data] of pieces) writeData(this.#paths.get(name) ?? this.#createPath(name), data.join(''));
    this.#writeNumbers(marks, locale);
  }

  /** A number keeps its node while it changes, and leaves it to another. */
  #writeNumbers(marks: readonly Mark[], locale: string): void {
    const before = this.#numbers;
    this.#numbers = new Map();
    for (const { key } of marks) {
      const text = before.get(key);
      if (text) this.#numbers.set(key, text);
      before.delete(key);
    }
    const free = [...before.values()];
    for (const { key, x, y, number } of marks) {
      if (number === null) continue;
      let text = this.#numbers.get(key) ?? free.pop();
      this.#texts ??= this.node.appendChild(createSvg('g'));
      text ??= this.#texts.appendChild(createNumber());
      this.#numbers.set(key, text);
      setAttribute(text, 'x', String(hundredths(x)));
      setAttribute(text, 'y', String(hundredths(y)));
      const content = formatNumber(locale, number);
      if (text.textContent !== content) text.textContent = content;
    }
    for (const text of free) text.remove();
  }

  #createPath(name: string): { node: SVGPathElement; data: string } {
    const path = { node: createSvg('path', { class: name }), data: '' };
    this.#paths.set(name, path);
    this.node.insertBefore(path.node, this.#texts);
    return path;
  }
}

/** Adds a value to the list of a key. */
function addTo<Key, Value>(lists: Map<Key, [Value, ...Value[]]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function writeData(path: { node: SVGPathElement; data: string }, data: string): void {
  if (path.data === data) return;
  path.data = data;
  path.node.setAttribute('d', data);
}
