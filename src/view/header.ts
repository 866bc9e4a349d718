import { html, nothing, type TemplateResult } from 'lit';
import { formatAge, formatNumber } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import { pauseIcon, playIcon, mapIcon, tableIcon } from './icons.ts';

export interface Headline {
  locale: string;
  /** `loading`: nothing is known yet; `counted`: a number, or `null` for a missing one; `uncounted`: not to be told. */
  kind: 'loading' | 'counted' | 'uncounted';
  count: number | null;
  windowMinutes: number;
  /** Seconds since the last visit, told where nobody is here. */
  lastVisit: number | null;
}

/** The one loud thing: the number, then what it means. */
export function headlineTemplate({ locale, kind, count, windowMinutes, lastVisit }: Headline): TemplateResult {
  if (kind === 'loading') {
    return html`<p class="count loading" part="count">
      <span class="number"></span>
      <span class="unseen">${message(locale, 'loading')}</span>
    </p>`;
  }
  if (kind === 'uncounted' || count === 0) {
    const age = lastVisit === null ? null : formatAge(locale, lastVisit, 'long');
    return html`<p class="count" part="count">
      <span class="meaning">
        <span class="what">${message(locale, kind === 'uncounted' ? 'peopleUncounted' : 'empty')}</span>
        ${count === 0 && age !== null ? html`<span class="when">${message(locale, 'lastVisit', { age })}</span>` : nothing}
      </span>
    </p>`;
  }
  return html`<p class="count" part="count">
    <span class="number">${count === null ? message(locale, 'noCount') : formatNumber(locale, count)}</span>
    <span class="meaning">
      <span class="what">${message(locale, 'people', { count: count ?? 0 })}</span>
      <span class="when">${message(locale, 'window', { count: windowMinutes })}</span>
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
