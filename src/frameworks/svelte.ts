import type { DatafastLiveBadge } from '../badge/live-badge.ts';
import type * as Svelte from 'svelte/elements';
import type { DatafastLiveMap } from '../element/live-map.ts';
import type {
  LiveBadgeAttributes,
  LiveBadgeProperties,
  LiveMapAttributes,
  LiveMapListeners,
  LiveMapProperties,
} from './options.ts';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'datafast-live-map': Svelte.HTMLAttributes<DatafastLiveMap> &
      LiveMapProperties &
      LiveMapAttributes &
      LiveMapListeners;
    'datafast-live-badge': Svelte.HTMLAttributes<DatafastLiveBadge> & LiveBadgeProperties & LiveBadgeAttributes;
  }
}
