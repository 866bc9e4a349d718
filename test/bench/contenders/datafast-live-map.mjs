// This element as published, whole: with its ticker, which is below the map at this width, and with its motion.
import { liveMapContender } from '../shared/live-map.mjs';

export const name = 'datafast-live-map';
export const kind = 'element';
export const published = ['dist/cdn/datafast-live-map.js'];
export const viewportHeight = 800;
export const { mount, isDrawn, prepare, update } = liveMapContender();
