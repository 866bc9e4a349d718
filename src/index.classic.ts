import { insertElements } from './base/script-tag.ts';
import { DatafastLiveMap, MAP_TAG } from './element/live-map.ts';

export * from './index.ts';

DatafastLiveMap.define();
insertElements(document.currentScript, MAP_TAG);
