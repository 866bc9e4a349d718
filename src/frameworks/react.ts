'use client';
import { createElement, forwardRef, useEffect, useImperativeHandle, useRef, version } from 'react';
import type * as React from 'react';
import type { DatafastLiveBadge } from '../badge/live-badge.ts';
import type { LiveMapEventMap } from '../element/events.ts';
import { DatafastLiveMap } from '../element/live-map.ts';
import type {
  LiveBadgeAttributes,
  LiveBadgeProperties,
  LiveMapAttributes,
  LiveMapListeners,
  LiveMapProperties,
} from './options.ts';

declare module 'react' {
  // oxlint-disable-next-line typescript/no-namespace -- that is where React has it
  namespace JSX {
    interface IntrinsicElements {
      'datafast-live-map': React.DetailedHTMLProps<React.HTMLAttributes<DatafastLiveMap>, DatafastLiveMap> &
        LiveMapProperties &
        LiveMapAttributes &
        LiveMapListeners;
      'datafast-live-badge': React.DetailedHTMLProps<React.HTMLAttributes<DatafastLiveBadge>, DatafastLiveBadge> &
        LiveBadgeProperties &
        LiveBadgeAttributes;
    }
  }
}

/** The options by their property names, and the events as React calls its own. */
export interface LiveMapProps
  extends LiveMapProperties, Omit<React.HTMLAttributes<DatafastLiveMap>, keyof LiveMapProperties | 'onSelect'> {
  onUpdate?: (event: LiveMapEventMap['datafast-update']) => void;
  onPayment?: (event: LiveMapEventMap['datafast-payment']) => void;
  onSelect?: (event: LiveMapEventMap['datafast-select']) => void;
  onStatus?: (event: LiveMapEventMap['datafast-status']) => void;
  onFilter?: (event: LiveMapEventMap['datafast-filter']) => void;
}

const EVENTS = {
  update: 'onUpdate',
  payment: 'onPayment',
  select: 'onSelect',
  status: 'onStatus',
  filter: 'onFilter',
} as const;

/**
 * `<datafast-live-map>` as a component, for React 18, which knows attributes alone, and as a matter of taste. It
 * registers the element in the browser; a server renders the tag with its attributes, and what stands between its tags.
 */
export const LiveMap: React.ForwardRefExoticComponent<LiveMapProps & React.RefAttributes<DatafastLiveMap>> = forwardRef<
  DatafastLiveMap,
  LiveMapProps
>(function LiveMap(props, ref) {
  const element = useRef<DatafastLiveMap>(null);
  const newest = useRef(props);
  newest.current = props;
  useImperativeHandle<DatafastLiveMap | null, DatafastLiveMap | null>(ref, () => element.current);

  useEffect(() => {
    const map = element.current;
    const listeners = Object.entries(EVENTS).map(([name, handler]) => {
      const listener = (event: Event): void => {
        (newest.current[handler] as ((event: Event) => void) | undefined)?.(event);
      };
      return [`datafast-${name}`, listener] as const;
    });
    for (const [name, listener] of listeners) map?.addEventListener(name, listener);
    // Heard from the first status on.
    DatafastLiveMap.define();
    return () => {
      for (const [name, listener] of listeners) map?.removeEventListener(name, listener);
    };
  }, []);

  const { headers, snapshot, filter } = props;
  useEffect(() => {
    if (element.current && headers !== undefined) element.current.headers = headers;
  }, [headers]);
  useEffect(() => {
    if (element.current && snapshot !== undefined) element.current.snapshot = snapshot;
  }, [snapshot]);
  useEffect(() => {
    if (element.current && filter !== undefined) element.current.filter = filter;
  }, [filter]);

  return createElement('datafast-live-map', { ...attributesOf(props), ref: element });
});

/** What has no attribute and is no property of React's, but is set or listened to above. */
const OWN = new Set<string>(['headers', 'snapshot', 'filter', 'className', ...Object.values(EVENTS)]);

/** React 18 would write the word "false", which is an attribute like any other. */
const NO = parseInt(version) < 19 ? undefined : false;

/** As HTML writes them, so that they stand in a server's page too. All else, `style` and React's own events, is React's. */
function attributesOf(props: LiveMapProps): Record<string, unknown> {
  const attributes: Record<string, unknown> = { class: props.className };
  const options = new Map(Object.entries(DatafastLiveMap.properties));
  for (const [name, value] of Object.entries(props) as [string, unknown][]) {
    if (OWN.has(name)) continue;
    const option = options.get(name);
    const attribute = typeof option?.attribute === 'string' ? option.attribute : name;
    attributes[attribute] = option && value === false ? NO : value;
  }
  return attributes;
}
