import { createElement, withAttributes } from './dom.ts';
import { createSvg } from './svg.ts';

export const PAUSE_ICON: string = 'M5.5 3v10M10.5 3v10';
export const PLAY_ICON: string = 'M5 3l8 5l-8 5z';

/** Paths in a square of 16 px. */
export const ICONS = {
  pause: 'M5.5 3v10M10.5 3v10',
  play: 'M5 3l8 5l-8 5z',
  table: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  map: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M2.5 8h11M8 2.5c-3.4 3.6-3.4 7.4 0 11c3.4-3.6 3.4-7.4 0-11',
} as const;

/** A button with an icon; its label is written by a binding. */
export function iconButton(icon: keyof typeof ICONS): HTMLButtonElement {
  return pathButton(ICONS[icon]);
}

/** @param d Of a path in a square of 16 px. */
export function pathButton(d: string): HTMLButtonElement {
  const svg = createSvg('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  svg.append(createSvg('path', { d }));
  return withAttributes(createElement('button', '', svg), { type: 'button' });
}
