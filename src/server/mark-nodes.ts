import { formatNumber } from '../i18n/intl.ts';
import { DenseLayer } from '../layers/dense-layer.ts';
import { withAttributes } from '../layers/dom.ts';
import { isInSight } from '../layers/map-layers.ts';
import { compareLooks, lookOf, partOf } from '../layers/marks-layer.ts';
import { createSvg } from '../layers/svg.ts';
import type { Basemap } from '../map/basemap.ts';
import type { Composition } from '../marks/compose.ts';
import { LAYERS, shapesOf, type Shape } from '../marks/mark-shapes.ts';
import type { Mark } from '../marks/mark.ts';

/**
 * Groups of marks by layer, from the back to the front. Each mark is a node at a share of the map's box: on a server the
 * width of the box is not known, and so a mark is where the land is, and keeps its size.
 *
 * @param width Of the map that the marks are placed for, in CSS pixels.
 */
export function createMarkNodes(
  { marks }: Composition,
  basemap: Basemap,
  width: number,
  locale: string,
): SVGGElement[] {
  const height = (width * basemap.height) / basemap.width;
  const seen = marks.filter((mark) => isInSight(mark, width, height));
  return LAYERS.map((layer) => {
    const group = createSvg('g');
    const own = seen.filter((mark) => mark.shape === layer).sort((a, b) => compareLooks(lookOf(a), lookOf(b)));
    if (layer !== 'dense') group.append(...own.map((mark) => nodeOf(mark, width, height, locale)));
    else if (own.length > 0) new DenseLayer(group).update(own, null, width, height);
    return group;
  });
}

function nodeOf(mark: Mark, width: number, height: number, locale: string): SVGElement {
  const { x, y, number, anchor } = mark;
  const { dx, dy } = anchor;
  const shapes: SVGElement[] = shapesOf(mark).map(shapeNode);
  if (number !== null) {
    const text = createSvg('text', { 'text-anchor': 'middle', dy: '.35em' });
    text.textContent = formatNumber(locale, number);
    shapes.push(text);
  }
  if (dx || dy) for (const shape of shapes) shape.setAttribute('transform', `translate(${round(dx)} ${round(dy)})`);
  const [left, top] = [share(x - dx, width), share(y - dy, height)];
  const attributes = { class: lookOf(mark), part: partOf(mark) };
  const [only] = shapes;
  if (shapes.length === 1 && only?.localName === 'circle')
    return withAttributes(only, { ...attributes, cx: left, cy: top });
  const node = createSvg('svg', { ...attributes, x: left, y: top });
  node.append(...shapes);
  return node;
}

function shapeNode({ role, r, d, isUnsure }: Shape): SVGElement {
  const className = isUnsure ? `${role} unsure` : role;
  if (r === undefined) return createSvg('path', { class: className, d: d ?? '' });
  return createSvg('circle', { class: className, r: round(r) });
}

function share(position: number, length: number): string {
  return `${Math.round((1e5 * position) / length) / 1e3}%`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
