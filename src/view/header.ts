import { html, nothing, type TemplateResult } from 'lit';
import { message } from '../i18n/messages.ts';
import { pauseIcon, playIcon, mapIcon, tableIcon } from './icons.ts';

/** A number (or none), what it means, and since when or what is wrong; or that all of it is yet to come. */
export type Headline =
  { number: string | null; isMissing?: boolean; what: string | null; when: string | null } | { loading: string };

/**
 * The one loud thing: the number, then what it means. It is as high as it will be before anything is known.
 *
 * @param expected The line on expected value: beside a number alone, as a page that tells no number wants none. `null`
 *   keeps its room, `undefined` has none.
 */
export function headlineTemplate(headline: Headline, expected?: string | null): TemplateResult {
  if ('loading' in headline) {
    return html`<p class="count" part="count">
      <span class="number placeholder"></span>
      <span class="unseen">${headline.loading}</span>
    </p>`;
  }
  const { number, isMissing = false, what, when } = headline;
  return html`<p class="count ${number === null ? 'worded' : ''}" part="count">
    ${number === null ? nothing : html`<span class="number ${isMissing ? 'missing' : ''}">${number}</span>`}
    <span class="meaning">
      ${what === null ? nothing : html`<span class="what">${what}</span>`}
      ${when === null ? nothing : html`<span class="when" part="status">${when}</span>`}
      ${expected === undefined ? nothing : html`<span class="when expected">${number === null ? nothing : expected}</span>`}
    </span>
  </p>`;
}

export interface Tools {
  locale: string;
  paused: boolean;
  table: boolean;
  onPause: () => void;
  onTable: () => void;
}

export function toolsTemplate({ locale, paused, table, onPause, onTable }: Tools): TemplateResult {
  const pause = message(locale, paused ? 'resume' : 'pause');
  const view = message(locale, table ? 'showMap' : 'showTable');
  return html`<div class="tools">
    <button part="pause" type="button" aria-label=${pause} title=${pause} @click=${onPause}>
      ${paused ? playIcon : pauseIcon}
    </button>
    <button part="list" type="button" aria-label=${view} title=${view} @click=${onTable}>
      ${table ? mapIcon : tableIcon}
    </button>
  </div>`;
}
