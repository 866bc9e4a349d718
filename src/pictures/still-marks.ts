import { formatCompact } from '../i18n/intl.ts';
import { DIAMOND, diamond } from '../map/diamond.ts';
import type { Mark } from '../map/marks.ts';
import type { ColourName } from '../palette/palette.ts';
import type { Paint } from './paint.ts';
import { DOT_SIZE, type StillScene } from './still-scene.ts';
import { escaped, short, tag, type Attributes } from './svg.ts';

/** From the back to the front. */
const LAYERS = ['crowd', 'country', 'region', 'dot', 'cluster', 'payment'] as const;
type Layer = (typeof LAYERS)[number];

/** A shape with what it has in common with others. */
interface Piece {
  layer: Layer;
  look: Attributes;
  shape: string;
}

/** The marks as the element draws them, those of one look in a group. @param stale In grey. */
export function stillMarks(
  { marks, payments, isCrowd }: StillScene,
  paint: Paint,
  { language, stale }: { language: string; stale: boolean },
): string {
  const colour = (name: ColourName): ColourName => (stale ? 'muted' : name);
  const look = (name: ColourName, more: Attributes): Attributes => ({
    ...paint.of({ fill: colour(name), stroke: colour(name) }),
    ...more,
  });
  const pieces = marks.flatMap((mark): Piece[] => {
    const own: ColourName = mark.isCustomer ? 'customer' : 'visitor';
    if (isCrowd && mark.number === null) {
      const solid = { ...paint.of({ fill: colour(own) }), 'fill-opacity': 0.85, 'fill-rule': 'evenodd' };
      return [{ layer: 'crowd', look: solid, shape: grain(mark) }];
    }
    const layer = mark.shape;
    const isRinged = mark.isCustomer && mark.number === null;
    const isAway = layer === 'dot' && mark.activity === 'away';
    const body: Piece = {
      layer,
      look: isAway
        ? { ...paint.of({ fill: 'land', stroke: colour(own) }), 'stroke-width': 1.5 }
        : look(own, BODIES[layer](mark)),
      shape: circle(mark, isRinged && layer === 'dot' ? mark.radius * 0.75 : mark.radius),
    };
    const band = paint.of({ stroke: colour(own) });
    if (isRinged) {
      const ring = circle(mark, mark.radius * (layer === 'dot' ? 1.5 : 1.3));
      const dashes = layer === 'country' ? { 'stroke-dasharray': DASHES } : {};
      return [{ layer, look: { fill: 'none', ...band, 'stroke-width': 1.5, ...dashes }, shape: ring }, body];
    }
    if (mark.number === null) return [body];
    const lettering = { ...paint.of({ fill: layer === 'cluster' ? 'surface' : 'text' }), ...NUMBERS };
    return [body, { layer, look: lettering, shape: number(mark, mark.number, language) }];
  });
  const diamonds = payments.map(([x, y]): Piece => {
    const shape = tag('path', { transform: `translate(${short(x)} ${short(y)})`, d: diamond(DOT_SIZE * DIAMOND) });
    const gem = { ...paint.of({ fill: colour('payment'), stroke: 'surface' }), 'stroke-width': 1.5 };
    return { layer: 'payment', look: gem, shape };
  });
  return grouped([...pieces, ...diamonds]);
}

const DASHES = '3 2.5';

/** How sure a place is, and how long ago somebody moved: `src/view/map.styles.ts` says the same for pages. */
const BODIES: Readonly<Record<Mark['shape'], (mark: Mark) => Attributes>> = {
  dot: ({ activity, isCustomer }) =>
    activity === 'active' && !isCustomer ? { 'stroke-width': 6, 'stroke-opacity': 0.22 } : { stroke: 'none' },
  region: () => ({ 'fill-opacity': 0.28, 'stroke-width': 1 }),
  country: ({ isCustomer, number }) =>
    isCustomer && number === null
      ? { 'fill-opacity': 0.4, stroke: 'none' }
      : { 'fill-opacity': 0.12, 'stroke-width': 1.25, 'stroke-dasharray': DASHES },
  cluster: () => ({ 'stroke-width': 5, 'stroke-opacity': 0.22 }),
};
const NUMBERS = { 'font-size': 11, 'font-weight': 600, 'text-anchor': 'middle' };

function circle({ x, y }: Mark, radius: number): string {
  return tag('circle', { cx: short(x), cy: short(y), r: short(radius) });
}

/** A mark of a crowd: a dot, in a ring if it is of customers. */
function grain(mark: Mark): string {
  if (!mark.isCustomer) return circle(mark, mark.radius);
  const rings = [1, 0.75, 0.5].map((share) => {
    const r = short(mark.radius * share);
    return `M${short(mark.x - r)} ${short(mark.y)}a${r} ${r} 0 1 0 ${short(2 * r)} 0a${r} ${r} 0 1 0 ${short(-2 * r)} 0`;
  });
  return tag('path', { d: rings.join('') });
}

function number({ x, y }: Mark, count: number, language: string): string {
  return tag('text', { x: short(x), y: short(y), dy: '.35em' }, escaped(formatCompact(language, count)));
}

/** Pieces by layer and look, in the order in which each look is first met. */
function grouped(pieces: readonly Piece[]): string {
  return LAYERS.map((layer) => {
    const groups = new Map<string, { look: Attributes; shapes: string[] }>();
    for (const { look, shape } of pieces.filter((piece) => piece.layer === layer)) {
      const key = JSON.stringify(look);
      const group = groups.get(key) ?? { look, shapes: [] };
      group.shapes.push(shape);
      groups.set(key, group);
    }
    return [...groups.values()].map(({ look, shapes }) => tag('g', look, shapes.join(''))).join('');
  }).join('');
}
