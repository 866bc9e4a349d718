import { serverTime } from '../client/server-time.ts';
import { Breakdown } from '../element/breakdown.ts';
import { ExpectedValues } from '../element/expected-value.ts';
import { LookBack } from '../element/look-back.ts';
import type { OptionalPart, PartContext, PartHost } from '../element/optional-part.ts';
import { Sound } from '../element/sound.ts';
import { MAP_TAG } from '../element/tag.ts';
import { LiveMapView, type ViewHandlers } from '../element/live-map-view.ts';
import { placementWidth, WIDE } from '../element/rendered.ts';
import { rowKinds, showsPredictions, type LiveMapOptions } from '../element/options.ts';
import { DEFAULT_THEME } from '../element/theme-controller.ts';
import { announcementOf } from '../element/announcer.ts';
import { summarize } from '../element/summary.ts';
import { textsOf, type LiveMapTexts } from '../element/texts.ts';
import { registerAllLanguages } from '../i18n/all-languages.ts';
import { usableLocale } from '../i18n/intl.ts';
import { isEnglish } from '../i18n/plain-english.ts';
import { hasAll } from '../i18n/registry.ts';
import { FORMATTERS } from '../i18n/messages.ts';
import { InteractionMessages } from '../i18n/interaction-messages.ts';
import { createElement, withAttributes, withNodeFactory } from '../layers/dom.ts';
import { NightLayer } from '../layers/night-layer.ts';
import { PlaceTable } from '../layers/table.ts';
import { createZoomButtons } from '../layers/zoom.ts';
import { TickerList } from '../layers/ticker-list.ts';
import type { Basemap } from '../map/basemap.ts';
import type { Snapshot } from '../protocol/types.ts';
import type { LiveStore } from '../store/live-store.ts';
import { snapshotStore } from '../store/snapshot-state.ts';
import { attributesHtml, attributeTexts, optionsOfAttributes, type AttributeValue } from './attributes.ts';
import { checkOptions } from './check-options.ts';
import { htmlOf, SERVER_NODES } from './element-tree.ts';
import { readPublicSnapshot, snapshotJson } from './embedded-snapshot.ts';
import { drawMap, renderMap, type DrawnMap } from './render-map.ts';
import { STYLE } from './style.ts';

export interface RenderOptions {
  /** The element's attributes, and those that every element may have. */
  attributes?: Readonly<Record<string, AttributeValue>> | undefined;
  /** BCP 47. Without it English is rendered, and the element shows the language of the page. */
  lang?: string | null | undefined;
  /** Markup for the element's slots, and for browsers without declarative shadow roots. It is not escaped. */
  children?: string | undefined;
  /** CSS pixels that the map is expected to be wide where it has 560 of them or more. Its marks scale with it. */
  width?: number | undefined;
  /** CSS pixels, as `--live-map-dot-size` where the page sets it. */
  dotSize?: number | undefined;
  /** Epoch ms that ages are counted to: `Date.now()` where the snapshot is not a new one. By default, the snapshot's own time. */
  now?: number | undefined;
}

/**
 * The element with a declarative shadow root, as HTML.
 *
 * @param snapshot What the proxy publishes; `null` for the loading state.
 * @throws TypeError for a value that is not a snapshot, for an unknown attribute or option, and for one of a wrong type.
 */
export function renderLiveMap(snapshot: unknown, options: RenderOptions = {}): string {
  return renderStyledMap(snapshot, options, '');
}

/** @param style More CSS for the shadow root, which the page has to add to the element's own again when it is hydrated. */
export function renderStyledMap(snapshot: unknown, options: RenderOptions, style: string): string {
  checkOptions(options);
  const { attributes = {}, lang, children = '', width = WIDE, dotSize = DEFAULT_THEME.dotSize, now } = options;
  const texts = attributeTexts(lang ? { ...attributes, lang } : attributes);
  const known = readPublicSnapshot(snapshot);
  const tree = withNodeFactory(SERVER_NODES, () =>
    render(known, optionsOfAttributes(texts), { width, dotSize, locale: renderedLocale(texts.get('lang') ?? ''), now }),
  );
  // By the attribute the element knows that a shadow root follows; by the script, that all of it has arrived.
  return (
    `<${MAP_TAG}${attributesHtml(texts)} data-rendered="${width}">` +
    `<template shadowrootmode="open"><style>${STYLE}</style>${style && `<style>${style}</style>`}${tree}` +
    `<script type="application/json">${snapshotJson(known)}</script></template>${children}</${MAP_TAG}>`
  );
}

/** The language as the element finds it, whose files are all here. */
export function renderedLocale(lang: string): string {
  registerAllLanguages();
  const locale = usableLocale(lang);
  return isEnglish(locale) || hasAll(locale, ['people']) ? locale : 'en';
}

interface Surroundings {
  width: number;
  dotSize: number;
  locale: string;
  now: number | undefined;
}

function render(snapshot: Snapshot | null, options: LiveMapOptions, around: Surroundings): string {
  const { width, dotSize, locale } = around;
  const at = around.now ?? (snapshot ? serverTime(snapshot) : null) ?? 0;
  const store = snapshotStore(snapshot, at, rowKinds(options), options.tickerSize);
  const { state } = store;
  const { visitors, count, now, rows } = state;
  const predictions = showsPredictions(options, state);
  const messages = new InteractionMessages(locale, FORMATTERS);
  const summary = summarize(messages, visitors, count, options.minCount);
  const { camera, basemap, composition, composeFor } = renderMap(options, state, width, dotSize);
  const view = new LiveMapView(NO_HANDLERS);
  const announcement = (options.paused ? null : announcementOf(locale, count, options.minCount)) ?? '';
  const texts = { ...textsOf(options, state, locale, false), announcement };
  view.update({
    ...drawParts(view.shell, store, { options, locale, state, texts }),
    options,
    locale,
    state,
    isDark: false,
    camera,
    isPictured: true,
    isTable: false,
  });
  const { map, list } = view;
  const picture = map.querySelector('.picture');
  if (!picture) throw new Error('Got a view without a picture.');
  const drawing: DrawnMap = {
    basemap,
    graticule: options.graticule,
    night: options.daylight && snapshot ? nightOf(basemap, now) : null,
    composition: snapshot && composition,
    width,
    locale,
  };
  const narrow = placementWidth({ width, shown: 0 }, 0);
  drawMap(view, drawing, { width: narrow, composition: snapshot && composeFor(narrow) });
  const zoom = withAttributes(createElement('div', 'zoom'), { part: 'zoom' });
  for (const write of createZoomButtons(zoom, () => undefined)) write({ messages, buttons: camera.buttons });
  picture.append(withAttributes(createElement('div', 'effects'), { 'aria-hidden': 'true' }), zoom);
  new TickerList(list).update({ rows, locale, now, isAnimated: false, isHeld: false, highlighted: [] });
  // Without scripts it is a picture, which no key moves, and its content a table beside it.
  withAttributes(map, { role: 'img' }).removeAttribute('tabindex');
  const description = map.querySelector('p');
  if (description) description.textContent = summary;
  if (visitors.length > 0) {
    const table = new PlaceTable();
    table.update({ messages, visitors, now, predictions, summary });
    map.parentNode?.appendChild(createElement('div', 'unseen', ...table.element.children));
  }
  return htmlOf(view.shell);
}

/** Draws the parts that the options want, as the element does once their files are there. @returns The texts to show. */
function drawParts(shell: Element, store: LiveStore, context: PartContext): LiveMapTexts {
  const host = { renderRoot: shell, addController: () => undefined } as unknown as PartHost;
  const { breakdown, history, sound } = context.options;
  const parts: OptionalPart[] = [
    ...(breakdown === 'none' ? [] : [new Breakdown(host, store, FORMATTERS)]),
    ...(sound ? [new Sound(host, store, FORMATTERS)] : []),
    ...(history ? [new LookBack(host, store, FORMATTERS)] : []),
    new ExpectedValues(FORMATTERS),
  ];
  let { texts } = context;
  for (const part of parts) {
    part.update(context.options);
    texts = { ...texts, ...part.draw({ ...context, texts }) };
  }
  return texts;
}

/** @param now Epoch ms by the server's clock. */
function nightOf(basemap: Basemap, now: number): SVGElement {
  const night = new NightLayer();
  night.update(basemap, now);
  return night.element;
}

const ignore = (): void => undefined;
const NO_HANDLERS: ViewHandlers = {
  ticker: { onPointerOver: ignore, onPointerLeave: ignore },
  onPause: ignore,
  onTable: ignore,
};
