import type { Mark } from '../marks/mark.ts';
import { plainRadii } from '../marks/mark-shapes.ts';
import { createSvg, setAttribute } from './svg.ts';

/** Units of a path to a pixel: whole numbers are quicker to write and to read. */
const UNITS = 10;
/** Pixels: a change repaints one block of the screen only. */
const BLOCK = 280;

interface Batch {
  path: SVGPathElement;
  data: string;
}

/**
 * The plain marks of a dense map, one path for those of one style in one block of the screen: a poll that changes a
 * hundred of them writes a few paths.
 */
export class DenseLayer {
  readonly #svg: SVGSVGElement = createSvg('svg', { preserveAspectRatio: 'none' });
  readonly #batches = new Map<string, Batch>();

  constructor(parent: Element) {
    parent.append(this.#svg);
  }

  /** @param width Of the map, in CSS pixels. In a box of another size the marks scale with it. */
  update(marks: readonly Mark[], width: number, height: number): void {
    setAttribute(this.#svg, 'viewBox', `0 0 ${width * UNITS} ${height * UNITS}`);
    const data = new Map<string, string>();
    for (const mark of marks) {
      const block = Math.floor(mark.y / BLOCK) * 64 + Math.floor(mark.x / BLOCK);
      const key = `${mark.isCustomer ? 'customer' : 'visitor'} ${mark.shape} ${block}`;
      data.set(key, (data.get(key) ?? '') + circles(mark));
    }
    for (const [key, batch] of this.#batches) if (!data.has(key)) this.#write(batch, '');
    for (const [key, text] of data) this.#write(this.#batches.get(key) ?? this.#create(key), text);
  }

  #create(key: string): Batch {
    const [person = '', shape = ''] = key.split(' ');
    const part = shape === 'cluster' ? shape : `${person}s`;
    const path = createSvg('path', { class: `mark dense ${person} ${shape}`, part });
    this.#svg.append(path);
    const batch = { path, data: '' };
    this.#batches.set(key, batch);
    return batch;
  }

  #write(batch: Batch, data: string): void {
    if (batch.data === data) return;
    batch.data = data;
    batch.path.setAttribute('d', data);
  }
}

/** Each circle as two arcs. */
function circles(mark: Mark): string {
  const [x, y] = [Math.round(mark.x * UNITS), Math.round(mark.y * UNITS)];
  let path = '';
  for (const radius of plainRadii(mark)) {
    const r = Math.round(radius * UNITS);
    path += `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
  }
  return path;
}
