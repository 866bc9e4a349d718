import { directionOf, formatNumber, formatTime } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import { pictureMessage } from '../i18n/picture-messages.ts';
import { countryPoint } from '../geocode/country-points.ts';
import { needsAntarctic } from '../map/land.ts';
import type { Basemap } from '../map/basemap.ts';
import { nightRings } from '../map/night.ts';
import { composeMarks } from '../marks/compose.ts';
import { placeOnLattice } from '../marks/lattice.ts';
import { NIGHT } from '../palette/night.ts';
import { parseSnapshot } from '../protocol/parse.ts';
import type { PublishedMeta, PublishedSnapshot } from '../protocol/published.ts';
import type { LiveState } from '../store/live-state.ts';
import { snapshotState } from '../store/snapshot-state.ts';
import type { OutlineText } from './outline-text.ts';
import { FONT, ImagePalette } from './image-palette.ts';
import { imageBasemap, UNITS } from './map-image-land.ts';
import { markImages } from './map-image-marks.ts';
import { escapedXml, shortNumber, svgTag, type Attributes } from './svg.ts';
import type { ImageOptions } from './image-options.ts';

const WIDTH = 800;
/** Around the map, whose projection brings some of its own. */
const MARGIN = 10;
const RADIUS = 12;
/** From the left, and from the bottom to the last baseline. */
const INSET = 40;
const LEADING = 6;
const DOT_SIZE = 8;

/** How a picture is put together. */
export interface ImageLayout {
  /** Of 800 px of width. */
  height: number;
  /** Pixels of the picture's width; the rest scales with it. */
  width: number;
  /** Draws text, for renderers without fonts. */
  outline?: OutlineText | undefined;
}

const LAYOUT: ImageLayout = { width: WIDTH, height: 400 };

/** Picture of the map with its visitors and their number. @param published `null` where there is no snapshot. */
export function mapImage(
  published: PublishedSnapshot | null,
  { theme, language, daylight }: ImageOptions,
  { width: pictureWidth, height: pictureHeight, outline }: ImageLayout = LAYOUT,
): string {
  const palette = new ImagePalette(theme);
  const state = published && stateOf(published);
  const basemap = imageBasemap(WIDTH - 2 * MARGIN, pictureHeight - 2 * MARGIN, state !== null && needsAntarctic(state));
  const [width, height] = [basemap.width / UNITS, basemap.height / UNITS];
  const composition =
    state &&
    composeMarks({
      ...state,
      countryPoint,
      basemap: basemap,
      width,
      dotSize: DOT_SIZE,
      predictions: false,
      placeDense: placeOnLattice,
    });
  const parts = [
    svgTag('rect', {
      width: WIDTH,
      height: pictureHeight,
      ...(!outline && { rx: RADIUS }),
      ...palette.of({ fill: 'surface' }),
    }),
    svgTag(
      'g',
      { transform: `translate(${shortNumber((WIDTH - width) / 2)} ${shortNumber((pictureHeight - height) / 2)})` },
      svgTag('path', {
        transform: `scale(${1 / UNITS}) ${basemap.landTransform}`.trim(),
        'fill-rule': 'evenodd',
        ...palette.of({ fill: 'land' }),
        ...(daylight && { 'fill-opacity': NIGHT.landOpacity }),
        d: basemap.land,
      }) +
        (daylight && published ? nightImage(basemap, Date.parse(published.meta.generatedAt)) : '') +
        (composition ? markImages(composition, palette, { language, stale: published.meta.stale, outline }) : ''),
    ),
    headline(published, language, palette, { height: pictureHeight, outline }),
  ];
  return svgTag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: pictureWidth,
      height: (pictureHeight * pictureWidth) / WIDTH,
      viewBox: `0 0 ${WIDTH} ${pictureHeight}`,
      role: 'img',
    },
    svgTag('title', {}, escapedXml(titleOf(published, language))) +
      palette.style() +
      svgTag('g', { 'font-family': FONT, 'font-variant': 'tabular-nums' }, parts.join('')),
  );
}

function nightImage(basemap: Basemap, time: number): string {
  const shades = nightRings(time).map((ring) => svgTag('path', { d: basemap.areas?.([ring]) ?? '' }));
  const look = { fill: NIGHT.fill, 'fill-opacity': NIGHT.opacity };
  return svgTag('g', { transform: `scale(${1 / UNITS})`, ...look }, shades.join(''));
}

function stateOf(published: PublishedSnapshot): LiveState | null {
  const result = parseSnapshot(published);
  const { generatedAt, delaySeconds = 0 } = published.meta;
  return result.ok ? snapshotState(result.snapshot, Date.parse(generatedAt) + delaySeconds * 1000) : null;
}

function titleOf(snapshot: PublishedSnapshot | null, language: string): string {
  const count = snapshot?.data.count ?? null;
  if (count === null) return message(language, 'label');
  return count === 0 ? message(language, 'empty') : message(language, 'digest', { count });
}

/** Where the Pacific is empty: the count, what it means, and of when it is. */
function headline(
  snapshot: PublishedSnapshot | null,
  language: string,
  palette: ImagePalette,
  { height, outline }: Pick<ImageLayout, 'height' | 'outline'>,
): string {
  const count = snapshot?.data.count ?? null;
  const isEmpty = count === 0;
  const lines: [text: string, look: Attributes][] = [];
  if (isEmpty) {
    lines.push([message(language, 'empty'), { 'font-size': 17, 'font-weight': 600, ...palette.of({ fill: 'text' }) }]);
  } else {
    const number = count === null ? message(language, 'noCount') : formatNumber(language, count);
    lines.push(
      count === null
        ? [number, { 'font-size': 32, 'font-weight': 300, ...palette.of({ fill: 'muted' }) }]
        : [
            number,
            { 'font-size': 46, 'font-weight': 700, 'letter-spacing': '-.03em', ...palette.of({ fill: 'text' }) },
          ],
      [
        message(language, 'people', { count: count ?? 0 }),
        { 'font-size': 15, 'font-weight': 600, ...palette.of({ fill: 'text' }) },
      ],
    );
  }
  const quiet = { 'font-size': 13, ...palette.of({ fill: 'muted' }) };
  if (snapshot && (isOfThen(snapshot.meta) || !isEmpty)) lines.push([whenOf(snapshot.meta, language), quiet]);
  if (snapshot?.meta.sample) lines.push([message(language, 'sample'), quiet]);
  // From the last line, whose place is the same in all pictures, upwards.
  let y = height - INSET;
  const anchor = directionOf(language) === 'rtl' ? { direction: 'rtl', 'text-anchor': 'end' } : {};
  return lines
    .reverse()
    .map(([text, look]) => {
      const line = outline
        ? outlined(outline, text, look, y)
        : svgTag('text', { x: INSET, y, ...anchor, ...look }, escapedXml(text));
      y -= Number(look['font-size']) + LEADING;
      return line;
    })
    .reverse()
    .join('');
}

function outlined(outline: OutlineText, text: string, look: Attributes, y: number): string {
  const { 'font-size': size, 'font-weight': weight = 400, 'letter-spacing': spacing, ...palette } = look;
  const d = outline(text, {
    size: Number(size),
    weight: Number(weight),
    anchor: 'start',
    spacing: spacing === undefined ? 0 : parseFloat(String(spacing)),
  });
  return svgTag('path', { transform: `translate(${INSET} ${y})`, d, ...palette });
}

/** Whether it shows another moment than that of its answer. */
function isOfThen({ stale, delaySeconds = 0 }: PublishedMeta): boolean {
  return stale || delaySeconds > 0;
}

function whenOf(meta: PublishedMeta, language: string): string {
  const { generatedAt, windowSeconds } = meta;
  if (isOfThen(meta)) return pictureMessage(language, 'asOf', { time: formatTime(language, Date.parse(generatedAt)) });
  return message(language, 'window', { count: Math.round(windowSeconds / 60) });
}
