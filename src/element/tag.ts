export const TAG = 'datafast-live-map';
