import { DatafastLiveMap } from './element/live-map.ts';

export type { Changes } from './client/changes.ts';
export type { Status } from './client/status.ts';
export * from './element/events.ts';
export { DatafastLiveMap };
export type { RequestHeaders } from './element/configured-element.ts';
export { registerMessages, type Message, type MessageKey, type Messages } from './i18n/registry.ts';
export type * from './protocol/types.ts';

DatafastLiveMap.define();

declare global {
  interface HTMLElementTagNameMap {
    'datafast-live-map': DatafastLiveMap;
  }
}
