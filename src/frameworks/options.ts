import type { ReactiveElement } from '@lit/reactive-element';
import type { DatafastLiveBadge } from '../badge/live-badge.ts';
import type { LiveMapEventMap } from '../element/events.ts';
import type { DatafastLiveMap } from '../element/live-map.ts';
import type { LiveMapOptions } from '../element/options.ts';

/** The map's options as properties. They are those of the class, so that no framework's types can lag behind. */
export type LiveMapProperties = Partial<LiveMapOptions & Pick<DatafastLiveMap, 'snapshot'>>;

/** Those of the badge. */
export type LiveBadgeProperties = Partial<Omit<DatafastLiveBadge, keyof ReactiveElement | 'status' | 'count'>>;

/** The map's options whose attribute is written in another way than the property: `proxy-url`, `min-count`. */
export type LiveMapAttributes = AttributesOf<LiveMapProperties>;

export type LiveBadgeAttributes = AttributesOf<LiveBadgeProperties>;

/** The map's events by the name of the property that frameworks listen with, such as `ondatafast-update`. */
export type LiveMapListeners = {
  [Name in keyof LiveMapEventMap as `on${Name}`]?: (event: LiveMapEventMap[Name]) => void;
};

/** Properties of several words as attributes; what is neither text nor number has none. */
export type AttributesOf<Properties> = {
  [Name in keyof Properties as AttributeName<Name, Properties[Name]>]?: AttributeValue<Properties[Name]>;
};

type AttributeName<Name, Value> =
  Name extends Kebab<Name & string> ? never : [AttributeValue<Value>] extends [never] ? never : Kebab<Name & string>;

type AttributeValue<Value> = Value extends number ? number | `${number}` : Value extends string ? Value : never;

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : Name;
