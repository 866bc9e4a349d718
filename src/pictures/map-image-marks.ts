import { formatNumber } from '../i18n/intl.ts';
import type { Composition } from '../marks/compose.ts';
import type { Mark } from '../marks/mark.ts';
import { dotsPath, DOT_UNITS, halosPath } from '../marks/dots.ts';
import { LAYERS, MARK_STYLE, shapesOf, type Layer, type Shape } from '../marks/mark-shapes.ts';
import type { ColourName } from '../palette/palette.ts';
import type { OutlineText } from './outline-text.ts';
import type { ImagePalette } from './image-palette.ts';
import { escapedXml, shortNumber, svgTag, type Attributes } from './svg.ts';

/** A shape with the attributes that it shares with others. */
interface Piece {
  layer: Layer;
  style: Attributes;
  shape: string;
}

/** The marks as the element draws them, those of one style in a group. @param stale In grey. */
export function markImages(
  { marks }: Composition,
  palette: ImagePalette,
  { language, stale, outline }: { language: string; stale: boolean; outline?: OutlineText | undefined },
): string {
  const colourOf = (name: ColourName): ColourName => (stale ? 'muted' : name);
  return (
    denseImage(marks, palette, colourOf) +
    grouped(
      marks.flatMap((mark): Piece[] => {
        if (mark.dots) return [];
        const colour = colourOf(mark.shape === 'payment' ? 'payment' : mark.isCustomer ? 'customer' : 'visitor');
        const layer = mark.shape;
        const pieces = shapesOf(mark).map((shape): Piece => ({
          layer,
          style: styleOf(mark, shape, colour, palette),
          shape: placed(mark, shape),
        }));
        if (mark.number === null) return pieces;
        const style = { ...palette.of({ fill: layer === 'cluster' ? 'surface' : 'text' }), ...NUMBER };
        return [...pieces, { layer, style, shape: numberText(mark, mark.number, language, outline) }];
      }),
    )
  );
}

/** The dots of a dense map, behind them their halos. */
function denseImage(marks: readonly Mark[], palette: ImagePalette, colourOf: (name: ColourName) => ColourName): string {
  const pathOf = (look: Attributes, d: string): string => {
    return d && svgTag('path', { transform: `scale(${1 / DOT_UNITS})`, ...look, d });
  };
  return [
    pathOf({ ...palette.of({ fill: colourOf('visitor') }), 'fill-opacity': MARK_STYLE.halo.opacity }, halosPath(marks)),
    ...(['visitor', 'customer'] as const).map((name) =>
      pathOf({ ...palette.of({ fill: colourOf(name) }), 'fill-rule': 'evenodd' }, dotsPath(marks, name === 'customer')),
    ),
  ].join('');
}

const NUMBER = {
  'font-size': MARK_STYLE.number.size,
  'font-weight': MARK_STYLE.number.weight,
  'text-anchor': 'middle',
};

function styleOf(mark: Mark, { role }: Shape, colour: ColourName, palette: ImagePalette): Attributes {
  const { halo, away, region, country, payment, band } = MARK_STYLE;
  const { shape, activity, number } = mark;
  const isRinged = mark.isCustomer && number === null;
  if (role !== 'body') {
    const dashes = shape === 'country' ? { 'stroke-dasharray': country.dashes } : {};
    return { fill: 'none', ...palette.of({ stroke: colour }), 'stroke-width': band.stroke, ...dashes };
  }
  const both = palette.of({ fill: colour, stroke: colour });
  switch (shape) {
    case 'payment':
      return { ...palette.of({ fill: colour, stroke: 'surface' }), 'stroke-width': payment.stroke };
    case 'dot':
      if (activity === 'away') return { ...palette.of({ fill: 'land', stroke: colour }), 'stroke-width': away.stroke };
      if (activity === 'idle' || isRinged) return { ...both, stroke: 'none' };
      return { ...both, 'stroke-width': halo.dot, 'stroke-opacity': halo.opacity };
    case 'region':
      return { ...both, 'fill-opacity': region.fill, 'stroke-width': region.stroke };
    case 'country':
      if (isRinged) return { ...both, 'fill-opacity': country.customer, stroke: 'none' };
      return {
        ...both,
        'fill-opacity': country.fill,
        'stroke-width': country.stroke,
        'stroke-dasharray': country.dashes,
      };
    default:
      return { ...both, 'stroke-width': halo.cluster, 'stroke-opacity': halo.opacity };
  }
}

function placed({ x, y }: Mark, { r, d }: Shape): string {
  if (r !== undefined) return svgTag('circle', { cx: shortNumber(x), cy: shortNumber(y), r: shortNumber(r) });
  return svgTag('path', { transform: `translate(${shortNumber(x)} ${shortNumber(y)})`, d });
}

function numberText({ x, y }: Mark, count: number, language: string, outline: OutlineText | undefined): string {
  const { size, weight } = MARK_STYLE.number;
  const text = formatNumber(language, count);
  if (outline) {
    const d = outline(text, { size, weight, anchor: 'middle' });
    return svgTag('path', { transform: `translate(${shortNumber(x)} ${shortNumber(y + 0.35 * size)})`, d });
  }
  return svgTag('text', { x: shortNumber(x), y: shortNumber(y), dy: '.35em' }, escapedXml(text));
}

/** Pieces by layer and style, in the order in which each style first occurs. */
function grouped(pieces: readonly Piece[]): string {
  return LAYERS.map((layer) => {
    const groups = new Map<string, { style: Attributes; shapes: string[] }>();
    for (const { style, shape } of pieces.filter((piece) => piece.layer === layer)) {
      const key = JSON.stringify(style);
      const group = groups.get(key) ?? { style, shapes: [] };
      group.shapes.push(shape);
      groups.set(key, group);
    }
    return [...groups.values()].map(({ style, shapes }) => svgTag('g', style, shapes.join(''))).join('');
  }).join('');
}
