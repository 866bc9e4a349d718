import type { DatafastLiveBadge } from '../badge/live-badge.ts';
import type * as Preact from 'preact';
import type { DatafastLiveMap } from '../element/live-map.ts';
import type {
  LiveBadgeAttributes,
  LiveBadgeProperties,
  LiveMapAttributes,
  LiveMapListeners,
  LiveMapProperties,
} from './options.ts';

declare module 'preact' {
  // oxlint-disable-next-line typescript/no-namespace -- that is where Preact has it
  namespace JSX {
    interface IntrinsicElements {
      'datafast-live-map': Omit<Preact.HTMLAttributes<DatafastLiveMap>, keyof LiveMapProperties> &
        LiveMapProperties &
        LiveMapAttributes &
        LiveMapListeners;
      'datafast-live-badge': Omit<Preact.HTMLAttributes<DatafastLiveBadge>, keyof LiveBadgeProperties> &
        LiveBadgeProperties &
        LiveBadgeAttributes;
    }
  }
}
