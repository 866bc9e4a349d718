import { insertBeside } from './base/script-tag.ts';
import { DatafastLiveMap } from './element/live-map.ts';
import { TAG } from './element/tag.ts';

export * from './index.ts';

DatafastLiveMap.define();
insertBeside(document.currentScript, TAG);
