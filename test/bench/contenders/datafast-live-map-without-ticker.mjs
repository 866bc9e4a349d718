// The same without its list of texts, as no peer has one.
import { liveMapContender } from '../shared/live-map.mjs';

export const name = 'datafast-live-map, ticker="none"';
export const kind = 'element';
export const published = ['dist/cdn/datafast-live-map.js'];
export const viewportHeight = 800;
export const { mount, isDrawn, prepare, update } = liveMapContender({ ticker: 'none' });
