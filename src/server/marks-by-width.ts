import { WIDE } from '../element/rendered.ts';
import { createElement } from '../layers/dom.ts';
import { MapLayers, type MapUpdate } from '../layers/map-layers.ts';
import { createSvg } from '../layers/svg.ts';
import { htmlOf } from './element-tree.ts';

/** Shows the marks for the width of the map. The element rounds it to whole pixels. */
export const WIDTH_STYLE: string =
  '.picture { container: picture / inline-size }' +
  `@container picture (min-width: ${WIDE - 0.5}px) { .narrow { display: none } }` +
  `@container picture (max-width: ${WIDE - 0.51}px) { .wide { display: none } }`;

/**
 * Draws the map with the marks for two widths: those that differ are each shown at one of them. Dots keep their size on
 * the screen, so that those of a wide map would cover each other on a narrow one.
 */
export function drawMarks(map: Element, wide: MapUpdate, narrow: Pick<MapUpdate, 'composition' | 'width'>): void {
  new MapLayers(map).update(wide, null);
  const layers = map.querySelector('.marks')?.children;
  if (!layers || narrow.width === wide.width) return;
  const marks = createSvg('svg');
  new MapLayers(createElement('div', '', createSvg('svg'), marks)).update({ ...wide, ...narrow, night: null }, null);
  for (const [index, layer] of [...marks.children].entries()) mergeLayer(layers[index], layer);
}

/** Inserts what is drawn on narrow maps alone where it belongs between marks that are the same on both. */
function mergeLayer(layer: Element | undefined, narrow: Element): void {
  if (!layer) return;
  // The box of dense marks may be empty.
  const wideMarks = new Map([...layer.children].filter(isDrawn).map((mark) => [htmlOf(mark), mark]));
  let next = layer.children[0] ?? null;
  for (const mark of [...narrow.children].filter(isDrawn)) {
    const html = htmlOf(mark);
    const shared = wideMarks.get(html);
    if (shared) next = shared.nextElementSibling;
    else layer.insertBefore(withClass(mark, 'narrow'), next);
    wideMarks.delete(html);
  }
  for (const mark of wideMarks.values()) withClass(mark, 'wide');
}

function isDrawn(mark: Element): boolean {
  return mark.children.length > 0;
}

function withClass(mark: Element, name: string): Element {
  const before = mark.getAttribute('class');
  mark.setAttribute('class', before ? `${before} ${name}` : name);
  return mark;
}
