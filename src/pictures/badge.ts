import { directionOf, formatNumber, formatTime } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import { pictureMessage } from '../i18n/picture-messages.ts';
import type { PublishedSnapshot } from '../protocol/published.ts';
import { FONT, ImagePalette } from './image-palette.ts';
import { escapedXml, shortNumber, svgTag, type Attributes } from './svg.ts';
import { textWidth } from './text-width.ts';
import type { ImageOptions } from './image-options.ts';

const HEIGHT = 28;
const FONT_SIZE = 13;
/** From the rounded end to what stands there. */
const PADDING = 12;
const DOT = 8;
const GAP = 7;
/** Between the number and what it counts. */
const SPACE = 4;
/** The text's baseline: figures stand in the middle of the pill. */
const BASELINE = 18.6;

/** A pill with a dot, how many people are here, and what the number counts. @param snapshot `null`: there is none. */
export function badgeSvg(snapshot: PublishedSnapshot | null, { theme, language }: ImageOptions): string {
  const count = snapshot?.data.count ?? null;
  const isKnown = count !== null;
  const number = isKnown ? formatNumber(language, count) : message(language, 'unknown');
  const noun = isKnown ? message(language, 'people', { count }) : '';
  const palette = new ImagePalette(theme);
  const numberWidth = shortNumber(textWidth(number, FONT_SIZE, 600));
  const nounWidth = shortNumber(textWidth(noun, FONT_SIZE));
  const numberAt = PADDING + DOT + GAP;
  const nounAt = numberAt + numberWidth + SPACE;
  const width = Math.ceil((isKnown ? nounAt + nounWidth : numberAt + numberWidth) + PADDING + 1);
  const isMirrored = directionOf(language) === 'rtl';
  const across = (x: number): number => shortNumber(isMirrored ? width - x : x);
  const write = (text: string, x: number, room: number, look: Attributes): string =>
    // The viewer's font may be wider or narrower than thought: it takes exactly its room, and the pill fits.
    svgTag(
      'text',
      { x: across(x), y: BASELINE, textLength: room, lengthAdjust: 'spacingAndGlyphs', ...look },
      escapedXml(text),
    );
  const isFresh = isKnown && snapshot?.meta.stale === false;
  const shapes = [
    svgTag('rect', {
      ...{ x: 0.5, y: 0.5, width: width - 1, height: HEIGHT - 1, rx: HEIGHT / 2 - 0.5 },
      ...palette.of({ fill: 'surface', stroke: 'border' }),
    }),
    svgTag('circle', {
      ...{ cx: across(PADDING + DOT / 2), cy: HEIGHT / 2, r: DOT / 2 },
      ...palette.of({ fill: isFresh ? 'visitor' : 'muted' }),
    }),
    write(number, numberAt, numberWidth, { 'font-weight': 600, ...palette.of({ fill: isKnown ? 'text' : 'muted' }) }),
    isKnown ? write(noun, nounAt, nounWidth, palette.of({ fill: 'muted' })) : '',
  ];
  const title = isKnown ? message(language, 'digest', { count }) : pictureMessage(language, 'labelUnknown');
  const lettering = {
    'font-family': FONT,
    'font-size': FONT_SIZE,
    'font-variant': 'tabular-nums',
    direction: isMirrored ? 'rtl' : undefined,
  };
  return svgTag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img' },
    svgTag('title', {}, escapedXml(title + (isKnown ? momentOf(snapshot, language) : ''))) +
      palette.style() +
      svgTag('g', lettering, shapes.join('')),
  );
}

/** Of when the number is, where it was published later. */
function momentOf(snapshot: PublishedSnapshot | null, language: string): string {
  if (!snapshot?.meta.delaySeconds) return '';
  const time = formatTime(language, Date.parse(snapshot.meta.generatedAt));
  return ` · ${pictureMessage(language, 'asOf', { time })}`;
}
