import { insertElements } from './base/script-tag.ts';
import { DatafastLiveMap } from './element/live-map.ts';
import { MAP_TAG } from './element/tag.ts';

export * from './index.ts';

DatafastLiveMap.define();
insertElements(document.currentScript, MAP_TAG);
