import { formatNumber } from '../i18n/intl.ts';
import { DenseLayer } from '../layers/dense-layer.ts';
import { withAttributes } from '../layers/dom.ts';
import { isInSight } from '../layers/map-layers.ts';
import { compareLooks, createNumber, lookOf, partOf } from '../layers/marks-layer.ts';
import { createSvg } from '../layers/svg.ts';
import type { Basemap } from '../map/basemap.ts';
import type { Composition } from '../marks/compose.ts';
import { LAYERS, shapeClass, shapesOf, type Shape } from '../marks/mark-shapes.ts';
import { hundredths, type Mark } from '../marks/mark.ts';

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
    const own = seen.filter((mark) => mark.shape === layer);
    if (layer === 'dense') {
      if (own.length > 0) new DenseLayer(group).update(own, null, width, height);
      return group;
    }
    const looks = own.map((mark) => ({ mark, look: lookOf(mark) })).sort((a, b) => compareLooks(a.look, b.look));
    group.append(...looks.map(({ mark, look }) => nodeOf(mark, look, width, height, locale)));
    return group;
  });
}

function nodeOf(mark: Mark, look: string, width: number, height: number, locale: string): SVGElement {
  const { x, y, number, anchor } = mark;
  const { dx, dy } = anchor;
  const shapes: SVGElement[] = shapesOf(mark).map(shapeNode);
  if (number !== null) {
    const text = createNumber();
    text.textContent = formatNumber(locale, number);
    shapes.push(text);
  }
  if (dx || dy)
    for (const shape of shapes) shape.setAttribute('transform', `translate(${hundredths(dx)} ${hundredths(dy)})`);
  const [left, top] = [share(x - dx, width), share(y - dy, height)];
  const attributes = { class: look, part: partOf(mark) };
  const [only] = shapes;
  if (shapes.length === 1 && only?.localName === 'circle')
    return withAttributes(only, { ...attributes, cx: left, cy: top });
  const node = createSvg('svg', { ...attributes, x: left, y: top });
  node.append(...shapes);
  return node;
}

function shapeNode(shape: Shape): SVGElement {
  const { r, d = '' } = shape;
  const attributes = { class: shapeClass(shape) };
  return r === undefined
    ? createSvg('path', { ...attributes, d })
    : createSvg('circle', { ...attributes, r: hundredths(r) });
}

function share(position: number, length: number): string {
  return `${Math.round((1e5 * position) / length) / 1e3}%`;
}
