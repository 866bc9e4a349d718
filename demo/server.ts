import type { Plugin } from 'vite';
export function liveMapDemo(): Plugin { return { name: 'live-map-demo' }; }
