export const MAP_TAG = 'datafast-live-map';
