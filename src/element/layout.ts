import { html, nothing, type TemplateResult } from 'lit';
import { directionOf } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import type { Frame } from '../map/frame.ts';
import { sharedCurrency } from '../protocol/currency.ts';
import type { Visitor } from '../protocol/types.ts';
import { headlineTemplate, toolsTemplate } from '../view/header.ts';
import { mapTemplate } from '../view/map.ts';
import { noteTemplate } from '../view/note.ts';
import { tableTemplate } from '../view/table.ts';
import { tickerTemplate } from '../view/ticker.ts';
import { tooltipTemplate } from '../view/tooltip.ts';
import { zoomTemplate } from '../view/zoom.ts';
import type { ConfiguredElement } from './configured-element.ts';
import { expectedValueLine } from './expected-value.ts';
import type { Looking } from './looking.ts';
import { showsPredictions } from './predictions.ts';
import { countOf, dataOf, headlineOf, notesOf, visitorsOf, type Shown } from './shown.ts';
import type { Stage } from './stage.ts';

export interface LayoutInput {
  options: ConfiguredElement;
  locale: string;
  shown: Shown;
  frame: Frame;
  /** The map in one sentence. */
  summary: string;
  stage: Stage;
  looking: Looking;
  /** Rows that the ticker has now. */
  rows: number;
  /** The table in place of the map. */
  isTable: boolean;
  /** The page is dark without saying so. */
  isDark: boolean;
  /** The visitors of the mark that is pointed at. */
  pointed: readonly Visitor[];
  /** Visits missed during the last pause. */
  missed: number;
  /** What a screen reader is told. */
  digest: string;
  onPause: () => void;
  onTable: () => void;
}

/** The whole element: headline and buttons, map or table, ticker, notes. */
export function layoutTemplate(input: LayoutInput): TemplateResult {
  const { options, locale, shown, stage, rows, isTable, isDark, missed, digest, onPause, onTable } = input;
  const predictions = showsPredictions(options, shown);
  const headline = headlineTemplate(
    headlineOf(shown, locale, options.minCount, isLocal()),
    predictions ? expectedValueLine(locale, { ...dataOf(shown), visitors: visitorsOf(shown) }) : undefined,
  );
  const isEmpty = shown.snapshot !== null && countOf(shown) === 0;
  return html`<div
    class="root ${options.ticker} ${shown.status} ${isDark ? 'dark' : ''}"
    lang=${locale}
    dir=${directionOf(locale)}
  >
    <div class="top">
      <div class="intro">
        <slot name="heading"></slot>
        ${isEmpty ? html`<slot name="empty">${headline}</slot>` : headline}
      </div>
      ${toolsTemplate({ locale, paused: options.paused, table: isTable, onPause, onTable })}
    </div>
    <div class="view">
      ${isTable ? tableTemplate(locale, visitorsOf(shown), shown.now, predictions, input.summary) : mapOf(input)}
    </div>
    ${
      options.ticker === 'none'
        ? nothing
        : tickerTemplate({
            locale,
            rows,
            more: shown.more,
            size: options.tickerSize,
            headingLevel: options.headingLevel,
            onPoint: stage.onRowPoint,
            onLeave: stage.onRowLeave,
          })
    }
    ${noteTemplate(notesOf(shown, locale, missed))}
    <slot name="footer"></slot>
    <p class="unseen" role="status">${digest}</p>
  </div>`;
}

function mapOf({ options, locale, shown, frame, summary, pointed, looking }: LayoutInput): TemplateResult {
  const { steering } = looking;
  const predictions = showsPredictions(options, shown)
    ? { currency: sharedCurrency(dataOf(shown).recentPayments) }
    : null;
  const hint = message(locale, 'keyboardHint');
  return mapTemplate({
    frame,
    projection: options.projection,
    graticule: options.graticule,
    label: options.label ?? message(locale, 'label'),
    description: summary === '' ? hint : message(locale, 'described', { summary, hint }),
    tooltip: pointed.length > 0 ? tooltipTemplate(locale, pointed, shown.now, predictions) : nothing,
    zoom: zoomTemplate({ locale, buttons: looking.buttons, onSteer: steering.onSteer }),
    isCut: looking.isCut,
    isFree: looking.isFree,
    handlers: steering,
  });
}

/** Whether the page is the developer's own, who alone is told what is missing. */
function isLocal(): boolean {
  const { location } = globalThis as Partial<typeof globalThis>;
  return location !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
}
