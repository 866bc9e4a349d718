export type { AttributeValue } from './attributes.ts';
export { renderLiveMap, type RenderOptions } from './render-live-map.ts';
export { liveMapStyleHash } from './style.ts';
