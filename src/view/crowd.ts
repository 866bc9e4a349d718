import { create, type Drawn } from './marks.ts';

/** Units of a path to a pixel: whole numbers are quicker to write and to read. */
const FINE = 10;
/** Pixels: what changes in one block of the screen has no other painted anew. */
const BLOCK = 280;

/** Circles of a mark, from the outside: by the even-odd rule a customer is a dot in a ring. */
const VISITOR = [1];
const CUSTOMER = [1, 0.75, 0.5];

interface Batch {
  path: SVGPathElement;
  data: string;
}

/**
 * The plain marks of a crowd, those of one look and one block of the screen in one path: a poll that changes a hundred of
 * them writes a few paths, and the browser keeps a few nodes instead of a thousand.
 */
export class CrowdLayer {
  readonly #group: SVGGElement;
  readonly #batches = new Map<string, Batch>();

  constructor(group: SVGGElement) {
    this.#group = group;
    group.setAttribute('transform', `scale(${1 / FINE})`);
  }

  update(marks: readonly Drawn[]): void {
    const data = new Map<string, string>();
    for (const mark of marks) {
      const block = Math.floor(mark.y / BLOCK) * 64 + Math.floor(mark.x / BLOCK);
      const key = `${mark.isCustomer ? 'customer' : 'visitor'} ${mark.shape} ${block}`;
      const rings = mark.isCustomer ? CUSTOMER : VISITOR;
      data.set(key, (data.get(key) ?? '') + rings.map((share) => circle(mark, share)).join(''));
    }
    for (const [key, batch] of this.#batches) if (!data.has(key)) this.#write(batch, '');
    for (const [key, text] of data) this.#write(this.#batches.get(key) ?? this.#begin(key), text);
  }

  #begin(key: string): Batch {
    const [person = '', shape = ''] = key.split(' ');
    const part = shape === 'cluster' ? shape : `${person}s`;
    const path = create('path', { class: `mark crowd ${person} ${shape}`, part });
    this.#group.append(path);
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

/** A circle of a share of the mark's radius, as two arcs. */
function circle({ x, y, radius }: Drawn, share: number): string {
  const r = Math.round(share * radius * FINE);
  return `M${Math.round(x * FINE) - r} ${Math.round(y * FINE)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}
