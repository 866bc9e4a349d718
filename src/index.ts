import { DatafastLiveMap } from './element/live-map.ts';

export type { Changes } from './store/changes.ts';
export type { Status } from './store/status.ts';
export * from './element/events.ts';
export type { LiveMapFilterEvent } from './element/filter-event.ts';
export { DatafastLiveMap };
export type { LiveMapOptions, Predictions, RequestHeaders, TickerPlace, Transport } from './element/options.ts';
export type { Theme } from './base/option.ts';
export type { ProjectionName } from './map/projection-names.ts';
export { registerMessages, type Message, type MessageKey, type Messages } from './i18n/registry.ts';
export type * from './protocol/types.ts';
export type { VisitorFilter } from './store/dimensions.ts';

DatafastLiveMap.define();

declare global {
  interface HTMLElementTagNameMap {
    'datafast-live-map': DatafastLiveMap;
  }
}
