/* oxlint-disable typescript/no-empty-object-type -- as Angular reads it */
import * as i0 from '@angular/core';
import type { LiveBadgeProperties, LiveMapProperties } from './options.ts';

// In the form that Angular's own compiler gives libraries: the compiler of an application reads the types, and its linker
// replaces the calls. Both read them as they are written here, so that nothing of them can be computed.

type ElementWithOptions = HTMLElement & Record<string, unknown>;

/** An attribute without a value, which HTML sets by itself, is on. */
function setProperties(element: ElementWithOptions, changes: i0.SimpleChanges): void {
  for (const [name, { currentValue }] of Object.entries(changes))
    element[name] = currentValue === '' && FLAGS.includes(name) ? true : currentValue;
}

const FLAGS: readonly string[] = ['borders', 'graticule', 'daylight', 'sound', 'history', 'paused'];

/**
 * Types `<datafast-live-map>` in the templates of a component that imports it, and sets the element's properties. It registers
 * no element.
 */
export class LiveMapDirective {
  declare proxyUrl: LiveMapProperties['proxyUrl'];
  declare refreshInterval: LiveMapProperties['refreshInterval'];
  declare transport: LiveMapProperties['transport'];
  declare credentials: LiveMapProperties['credentials'];
  declare headers: LiveMapProperties['headers'];
  declare projection: LiveMapProperties['projection'];
  declare fit: LiveMapProperties['fit'];
  declare borders: LiveMapProperties['borders'];
  declare graticule: LiveMapProperties['graticule'];
  declare daylight: LiveMapProperties['daylight'];
  declare sound: LiveMapProperties['sound'];
  declare ticker: LiveMapProperties['ticker'];
  declare tickerSize: LiveMapProperties['tickerSize'];
  declare tickerKinds: LiveMapProperties['tickerKinds'];
  declare breakdown: LiveMapProperties['breakdown'];
  declare breakdownSize: LiveMapProperties['breakdownSize'];
  declare filter: LiveMapProperties['filter'];
  declare headingLevel: LiveMapProperties['headingLevel'];
  declare theme: LiveMapProperties['theme'];
  declare label: LiveMapProperties['label'];
  declare predictions: LiveMapProperties['predictions'];
  declare minCount: LiveMapProperties['minCount'];
  declare history: LiveMapProperties['history'];
  declare moment: LiveMapProperties['moment'];
  declare paused: LiveMapProperties['paused'];
  declare snapshot: LiveMapProperties['snapshot'];
  // As in HTML: the attribute alone is on.
  declare static ngAcceptInputType_borders: boolean | '' | undefined;
  declare static ngAcceptInputType_graticule: boolean | '' | undefined;
  declare static ngAcceptInputType_daylight: boolean | '' | undefined;
  declare static ngAcceptInputType_sound: boolean | '' | undefined;
  declare static ngAcceptInputType_history: boolean | '' | undefined;
  declare static ngAcceptInputType_paused: boolean | '' | undefined;
  static ɵfac: i0.ɵɵFactoryDeclaration<LiveMapDirective, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '17.0.0',
    ngImport: i0,
    type: LiveMapDirective,
    deps: [{ token: i0.ElementRef }],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<LiveMapDirective, never>;
  static ɵdir: i0.ɵɵDirectiveDeclaration<
    LiveMapDirective,
    'datafast-live-map',
    never,
    {
      proxyUrl: { alias: 'proxyUrl'; required: false };
      refreshInterval: { alias: 'refreshInterval'; required: false };
      transport: { alias: 'transport'; required: false };
      credentials: { alias: 'credentials'; required: false };
      headers: { alias: 'headers'; required: false };
      projection: { alias: 'projection'; required: false };
      fit: { alias: 'fit'; required: false };
      borders: { alias: 'borders'; required: false };
      graticule: { alias: 'graticule'; required: false };
      daylight: { alias: 'daylight'; required: false };
      sound: { alias: 'sound'; required: false };
      ticker: { alias: 'ticker'; required: false };
      tickerSize: { alias: 'tickerSize'; required: false };
      tickerKinds: { alias: 'tickerKinds'; required: false };
      breakdown: { alias: 'breakdown'; required: false };
      breakdownSize: { alias: 'breakdownSize'; required: false };
      filter: { alias: 'filter'; required: false };
      headingLevel: { alias: 'headingLevel'; required: false };
      theme: { alias: 'theme'; required: false };
      label: { alias: 'label'; required: false };
      predictions: { alias: 'predictions'; required: false };
      minCount: { alias: 'minCount'; required: false };
      history: { alias: 'history'; required: false };
      moment: { alias: 'moment'; required: false };
      paused: { alias: 'paused'; required: false };
      snapshot: { alias: 'snapshot'; required: false };
    },
    {},
    never,
    never,
    true
  > = i0.ɵɵngDeclareDirective({
    minVersion: '14.0.0',
    version: '17.0.0',
    ngImport: i0,
    type: LiveMapDirective,
    isStandalone: true,
    selector: 'datafast-live-map',
    usesOnChanges: true,
    inputs: {
      proxyUrl: 'proxyUrl',
      refreshInterval: 'refreshInterval',
      transport: 'transport',
      credentials: 'credentials',
      headers: 'headers',
      projection: 'projection',
      fit: 'fit',
      borders: 'borders',
      graticule: 'graticule',
      daylight: 'daylight',
      sound: 'sound',
      ticker: 'ticker',
      tickerSize: 'tickerSize',
      tickerKinds: 'tickerKinds',
      breakdown: 'breakdown',
      breakdownSize: 'breakdownSize',
      filter: 'filter',
      headingLevel: 'headingLevel',
      theme: 'theme',
      label: 'label',
      predictions: 'predictions',
      minCount: 'minCount',
      history: 'history',
      moment: 'moment',
      paused: 'paused',
      snapshot: 'snapshot',
    },
  } as never);
  readonly #element: ElementWithOptions;

  constructor({ nativeElement }: i0.ElementRef<ElementWithOptions>) {
    this.#element = nativeElement;
  }

  ngOnChanges(changes: i0.SimpleChanges): void {
    setProperties(this.#element, changes);
  }
}

/**
 * Types `<datafast-live-badge>` in the templates of a component that imports it, and sets the element's properties. It registers
 * no element.
 */
export class LiveBadgeDirective {
  declare proxyUrl: LiveBadgeProperties['proxyUrl'];
  declare refreshInterval: LiveBadgeProperties['refreshInterval'];
  declare credentials: LiveBadgeProperties['credentials'];
  declare theme: LiveBadgeProperties['theme'];
  declare label: LiveBadgeProperties['label'];
  declare minCount: LiveBadgeProperties['minCount'];
  declare href: LiveBadgeProperties['href'];
  static ɵfac: i0.ɵɵFactoryDeclaration<LiveBadgeDirective, never> = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '17.0.0',
    ngImport: i0,
    type: LiveBadgeDirective,
    deps: [{ token: i0.ElementRef }],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<LiveBadgeDirective, never>;
  static ɵdir: i0.ɵɵDirectiveDeclaration<
    LiveBadgeDirective,
    'datafast-live-badge',
    never,
    {
      proxyUrl: { alias: 'proxyUrl'; required: false };
      refreshInterval: { alias: 'refreshInterval'; required: false };
      credentials: { alias: 'credentials'; required: false };
      theme: { alias: 'theme'; required: false };
      label: { alias: 'label'; required: false };
      minCount: { alias: 'minCount'; required: false };
      href: { alias: 'href'; required: false };
    },
    {},
    never,
    never,
    true
  > = i0.ɵɵngDeclareDirective({
    minVersion: '14.0.0',
    version: '17.0.0',
    ngImport: i0,
    type: LiveBadgeDirective,
    isStandalone: true,
    selector: 'datafast-live-badge',
    usesOnChanges: true,
    inputs: {
      proxyUrl: 'proxyUrl',
      refreshInterval: 'refreshInterval',
      credentials: 'credentials',
      theme: 'theme',
      label: 'label',
      minCount: 'minCount',
      href: 'href',
    },
  } as never);
  readonly #element: ElementWithOptions;

  constructor({ nativeElement }: i0.ElementRef<ElementWithOptions>) {
    this.#element = nativeElement;
  }

  ngOnChanges(changes: i0.SimpleChanges): void {
    setProperties(this.#element, changes);
  }
}
