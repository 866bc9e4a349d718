// Markup for the limits, which draw without any library.
import { LAND } from '../gen/land.js';

const BOX = 'width="960" height="500"';
const ON_TOP = 'style="position:absolute;left:0;top:0"';

export const LAND_SVG = `<svg ${BOX} viewBox="0 0 960 500"><path d="${LAND}" transform="scale(.1)" fill="#ccd"/></svg>`;

/** An SVG in front of the land, whose unit is a pixel. */
export const layer = (content) => `<svg ${BOX} viewBox="0 0 960 500" ${ON_TOP}>${content}</svg>`;

/** An SVG in front of the land, whose unit is a tenth of a pixel: coordinates are integers then. */
export const fineLayer = (content) => `<svg ${BOX} viewBox="0 0 9600 5000" ${ON_TOP}>${content}</svg>`;

export const CANVAS = `<canvas ${BOX} ${ON_TOP}></canvas>`;
