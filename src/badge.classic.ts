import { DatafastLiveBadge, BADGE_TAG } from './badge/live-badge.ts';
import { insertBeside } from './base/script-tag.ts';

export * from './badge.ts';

DatafastLiveBadge.define();
insertBeside(document.currentScript, BADGE_TAG);
