import { leafletContender } from '../shared/leaflet.mjs';

export const name = 'leaflet 1.9 circleMarker, svg';
export const published = ['node_modules/leaflet/dist/leaflet.js'];
export const { mount, update } = leafletContender('svg');
