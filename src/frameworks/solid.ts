import type { DatafastLiveBadge } from '../badge/live-badge.ts';
import type * as Solid from 'solid-js';
import type { LiveMapEventMap } from '../element/events.ts';
import type { DatafastLiveMap } from '../element/live-map.ts';
import type { LiveBadgeAttributes, LiveBadgeProperties, LiveMapAttributes, LiveMapProperties } from './options.ts';

/**
 * Solid lower-cases the name of an option before it makes a property of it, so that one of several words has to be written
 * as the attribute: `ticker-size`.
 */
type OneWord<Properties> = {
  [Name in keyof Properties as Name extends Lowercase<Name & string> ? Name : never]: Properties[Name];
};

/** `on:datafast-update` in a template. */
type Listeners<Events> = { [Name in keyof Events & string as `on:${Name}`]?: (event: Events[Name]) => void };

type Options<Properties, Attributes> = OneWord<Properties> & Attributes;

declare module 'solid-js' {
  // oxlint-disable-next-line typescript/no-namespace -- that is where Solid has it
  namespace JSX {
    interface IntrinsicElements {
      'datafast-live-map': Omit<Solid.JSX.HTMLAttributes<DatafastLiveMap>, keyof LiveMapProperties> &
        Options<LiveMapProperties, LiveMapAttributes> &
        Listeners<LiveMapEventMap>;
      'datafast-live-badge': Omit<Solid.JSX.HTMLAttributes<DatafastLiveBadge>, keyof LiveBadgeProperties> &
        Options<LiveBadgeProperties, LiveBadgeAttributes>;
    }
  }
}
