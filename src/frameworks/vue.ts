import type { DefineComponent, HTMLAttributes } from 'vue';
import type { LiveMapEventMap } from '../element/events.ts';
import type { LiveBadgeProperties, LiveMapProperties } from './options.ts';

/** `@datafast-update` in a template is this property of the component. */
type Listeners<Events> = {
  [Name in keyof Events & string as `on${Capitalize<Camel<Name>>}`]?: (event: Events[Name]) => void;
};

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

/** What every element has, beside its own options. */
type WithHtml<Properties> = Properties & Omit<HTMLAttributes, keyof Properties>;

declare module 'vue' {
  interface HTMLAttributes {
    /** What stands in a slot of the element is named so; Vue itself has given the attribute up. */
    slot?: string;
  }
  interface GlobalComponents {
    'datafast-live-map': DefineComponent<WithHtml<LiveMapProperties & Listeners<LiveMapEventMap>>>;
    'datafast-live-badge': DefineComponent<WithHtml<LiveBadgeProperties>>;
  }
}

/** For `compilerOptions.isCustomElement`: Vue then takes the tags of this package for what they are, and not for its own. */
export function isLiveElement(tag: string): boolean {
  return tag.startsWith('datafast-live-');
}
