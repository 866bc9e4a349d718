import { BADGE_TAG, DatafastLiveBadge } from './badge/live-badge.ts';
import { insertElements } from './base/script-tag.ts';

export * from './badge.ts';

DatafastLiveBadge.define();
insertElements(document.currentScript, BADGE_TAG);
