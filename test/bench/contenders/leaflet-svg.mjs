import { leafletContender } from '../shared/leaflet.mjs';

export const name = 'leaflet 1.9 circleMarker, svg';
export const { mount, update } = leafletContender('svg');
