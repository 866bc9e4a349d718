import { dotsPath, DOT_UNITS, halosPath } from '../marks/dots.ts';
import type { Mark } from '../marks/mark.ts';
import { createSvg, setAttribute } from './svg.ts';

export { placeOnLattice } from '../marks/lattice.ts';

/** Pixels: a change repaints one block of the screen only. */
const BLOCK = 280;
const PEOPLE = ['visitor', 'customer'] as const;

interface Batch {
  path: SVGPathElement;
  data: string;
}

/**
 * The dots of a dense map, one path for those of one colour in one block of the screen: a poll that changes a hundred of
 * them writes a few paths.
 */
export class DenseLayer {
  readonly #svg: SVGSVGElement = createSvg('svg', { preserveAspectRatio: 'none' });
  readonly #batches = new Map<string, Batch>();

  constructor(parent: Element) {
    parent.append(this.#svg);
  }

  /**
   * @param activeKey Of the mark that is highlighted.
   * @param width Of the map, in CSS pixels. In a box of another size the marks scale with it.
   */
  update(marks: readonly Mark[], activeKey: string | null, width: number, height: number): void {
    setAttribute(this.#svg, 'viewBox', `0 0 ${width * DOT_UNITS} ${height * DOT_UNITS}`);
    const blocks: Record<string, Mark[]> = {};
    for (const mark of marks) {
      (blocks[`|${Math.floor(mark.y / BLOCK)} ${Math.floor(mark.x / BLOCK)}`] ??= []).push(mark);
      if (mark.key === activeKey) blocks[' highlighted'] = [mark];
    }
    const data = new Map<string, string>();
    for (const [name, block] of Object.entries(blocks)) {
      if (name.startsWith('|')) data.set(`halo${name}`, halosPath(block));
      for (const person of PEOPLE) data.set(`mark dense ${person}${name}`, dotsPath(block, person === 'customer'));
    }
    for (const [key, batch] of this.#batches) if (!data.has(key)) this.#write(batch, '');
    for (const [key, text] of data) {
      const batch = this.#batches.get(key) ?? (text && this.#create(key));
      if (batch) this.#write(batch, text);
    }
  }

  #create(key: string): Batch {
    const [look = ''] = key.split('|');
    const part = look.includes('customer') ? 'customers' : 'visitors';
    const path = createSvg('path', { class: look, part });
    this.#svg[look === 'halo' ? 'prepend' : 'append'](path);
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
