import { html, nothing, type TemplateResult } from 'lit';
import { directionOf } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import { mapIcon, pauseIcon, playIcon, tableIcon } from '../layers/icons.ts';
import { TOOLTIP } from '../layers/tooltip.ts';
import { zoomTemplate, type CameraAction, type CameraButton } from '../layers/zoom.ts';
import type { LiveState } from '../store/live-state.ts';
import type { Headline } from './headline.ts';
import type { LiveMapOptions } from './options.ts';

/** Events of the map's box. */
export interface MapHandlers {
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  /** The pointer was lifted, or the page has taken it over to scroll. */
  onPointerEnd: (event: PointerEvent) => void;
  onPointerLeave: (event: PointerEvent) => void;
  onClick: (event: MouseEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocusIn: (event: FocusEvent) => void;
  onFocusOut: (event: FocusEvent) => void;
  onCameraAction: (action: CameraAction, event: Event) => void;
}

export interface TickerHandlers {
  onPointerOver: (event: Event) => void;
  onPointerLeave: () => void;
}

export interface MapCamera {
  /** None where the map cannot be moved. */
  buttons: readonly CameraButton[];
  /** Only a part of the world is seen. */
  isCut: boolean;
  /** There is more of the earth than the picture shows. */
  canMove: boolean;
}

export interface TemplateInput {
  options: LiveMapOptions;
  locale: string;
  state: LiveState;
  headline: Headline;
  /** On expected value: `undefined` where there is no such line, `null` where only its room is kept. */
  expected: string | null | undefined;
  /** The map in one sentence. */
  summary: string;
  notes: readonly string[];
  /** What the status region says. */
  announcement: string;
  isDark: boolean;
  camera: MapCamera;
  /** A tooltip is open. */
  isDescribing: boolean;
  /** In place of the map; `null` where the map is shown. */
  table: TemplateResult | null;
  mapHandlers: MapHandlers;
  tickerHandlers: TickerHandlers;
  onPause: () => void;
  onTable: () => void;
}

/**
 * The whole element. Page translators replace text nodes, which Lit would still write to, or insert before: texts are
 * written as `textContent`, and what comes and goes is an array, whose items Lit puts between comments. Layers, the ticker's
 * list and the tooltip fill their own nodes after each update.
 */
export function liveMapTemplate(input: TemplateInput): TemplateResult {
  const { options, locale, state, headline, expected, table } = input;
  const { number, isMissing, what, when, loading } = headline;
  const isEmpty = state.snapshot !== null && state.count === 0;
  const isLoading = loading !== null;
  return html`<div class="shell">
    <div class="container">
      <div
        class="root ${options.ticker} ${state.status} ${input.isDark ? 'dark' : ''}"
        lang=${locale}
        dir=${directionOf(locale)}
      >
        <div class="top">
          <div class="intro">
            <slot name="heading"></slot>
            <slot name=${isEmpty ? 'empty' : 'count'}>
              <p class="count ${number === null && !isLoading ? 'worded' : ''}" part="count">
                <span
                  class="number ${isMissing ? 'missing' : ''} ${isLoading ? 'placeholder' : ''}"
                  ?hidden=${number === null && !isLoading}
                  .textContent=${number}
                ></span>
                <span class="unseen" ?hidden=${!isLoading} .textContent=${loading}></span>
                <span class="meaning" ?hidden=${isLoading}>
                  <span class="what" ?hidden=${what === null} .textContent=${what}></span>
                  <span class="when" part="status" ?hidden=${when === null} .textContent=${when}></span>
                  <span
                    class="when expected"
                    ?hidden=${expected === undefined}
                    .textContent=${number === null ? null : (expected ?? null)}
                  ></span>
                </span>
              </p>
            </slot>
          </div>
          ${toolsTemplate(input)}
        </div>
        <div class="view">${[table, mapTemplate(input)]}</div>
        ${tickerTemplate(input)}
        <p class="note">${input.notes.map((note) => html`<span .textContent=${note}></span>`)}</p>
        <slot name="footer"></slot>
        <p class="unseen" role="status" .textContent=${input.announcement}></p>
      </div>
    </div>
  </div>`;
}

function toolsTemplate({ options, locale, table, onPause, onTable }: TemplateInput): TemplateResult {
  const { paused } = options;
  const pause = message(locale, paused ? 'resume' : 'pause');
  const view = message(locale, table ? 'showMap' : 'showTable');
  return html`<div class="tools">
    <button part="pause" type="button" aria-label=${pause} title=${pause} @click=${onPause}>
      ${[paused ? playIcon : pauseIcon]}
    </button>
    <button part="list" type="button" aria-label=${view} title=${view} @click=${onTable}>
      ${[table ? mapIcon : tableIcon]}
    </button>
  </div>`;
}

function mapTemplate(input: TemplateInput): TemplateResult {
  const { options, locale, summary, camera, table, mapHandlers: handlers } = input;
  const hint = message(locale, camera.buttons.length > 0 ? 'keyboardHint' : 'arrowKeysHint');
  return html`<div
    class="map ${options.projection} ${camera.isCut ? 'cut' : ''} ${camera.canMove ? 'free' : ''}"
    part="map"
    role="application"
    tabindex="0"
    ?hidden=${table !== null}
    aria-label=${options.label ?? message(locale, 'label')}
    aria-activedescendant=${input.isDescribing ? TOOLTIP : nothing}
    aria-describedby="summary"
    @pointerdown=${handlers.onPointerDown}
    @pointermove=${handlers.onPointerMove}
    @pointerup=${handlers.onPointerEnd}
    @pointercancel=${handlers.onPointerEnd}
    @pointerleave=${handlers.onPointerLeave}
    @click=${handlers.onClick}
    @keydown=${handlers.onKeyDown}
    @focusin=${handlers.onFocusIn}
    @focusout=${handlers.onFocusOut}
  >
    <p
      id="summary"
      class="unseen"
      .textContent=${summary === '' ? hint : message(locale, 'described', { summary, hint })}
    ></p>
    <div class="picture">
      <svg class="basemap" aria-hidden="true"></svg>
      <svg class="marks" aria-hidden="true"></svg>
      <div class="effects" aria-hidden="true"></div>
      <i></i><i></i><i></i><i></i>
      ${zoomTemplate({ locale, buttons: camera.buttons, onAction: handlers.onCameraAction })}
      <div class="aim" hidden></div>
      <div id=${TOOLTIP} class="tooltip" part="tooltip" role="tooltip" hidden></div>
    </div>
  </div>`;
}

/** The ticker is as high as it will ever be, so that nothing moves when rows come. */
function tickerTemplate({ options, locale, state, tickerHandlers }: TemplateInput): TemplateResult {
  const { ticker, tickerSize, headingLevel } = options;
  const { rows, more } = state;
  const spare = Math.max(0, tickerSize - rows.length - Math.min(1, more));
  return html`<section class="ticker" part="ticker" ?hidden=${ticker === 'none'}>
    <div class="unseen" role="heading" aria-level=${headingLevel} .textContent=${message(locale, 'ticker')}></div>
    <ol class="rows" @pointerover=${tickerHandlers.onPointerOver} @pointerleave=${tickerHandlers.onPointerLeave}></ol>
    <p
      class="more"
      ?hidden=${more === 0}
      .textContent=${more > 0 ? message(locale, 'more', { count: more }) : null}
    ></p>
    ${[[...Array(spare).keys()].map(() => html`<div class="spare" aria-hidden="true"></div>`)]}
  </section>`;
}
