import { html, nothing, type TemplateResult } from 'lit';
import { formatAge, formatNumber } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import type { Visitor } from '../protocol/types.ts';
import { fullPlace, timeOnSite } from './tooltip.ts';

interface Line {
  place: string;
  people: number;
  /** Seconds that the first of them has been here. */
  longest: number | null;
}

/** The map's content as a table: place, people, since when; the fullest places first. */
export function tableTemplate(locale: string, visitors: readonly Visitor[], now: number): TemplateResult {
  const lines = linesOf(locale, visitors, now);
  // One version of the upstream tells no times at all.
  const hasTimes = lines.some((line) => line.longest !== null);
  return html`<div class="table" tabindex="0" role="group" aria-label=${message(locale, 'label')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${message(locale, 'place')}</th>
          <th scope="col" class="figure">${message(locale, 'visitors')}</th>
          ${hasTimes ? html`<th scope="col" class="figure">${message(locale, 'since')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          ({ place, people, longest }) =>
            html`<tr>
              <th scope="row"><bdi>${place}</bdi></th>
              <td class="figure">${formatNumber(locale, people)}</td>
              ${
                hasTimes
                  ? html`<td class="figure">
                      ${longest === null ? message(locale, 'noCount') : formatAge(locale, longest, 'short')}
                    </td>`
                  : nothing
              }
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function linesOf(locale: string, visitors: readonly Visitor[], now: number): Line[] {
  const lines = new Map<string, Line>();
  for (const visitor of visitors) {
    const place = fullPlace(locale, visitor.location);
    const { people, longest } = lines.get(place) ?? { people: 0, longest: null };
    const seconds = timeOnSite(visitor, now);
    const known = seconds === null ? longest : Math.max(seconds, longest ?? 0);
    lines.set(place, { place, people: people + 1, longest: known });
  }
  return [...lines.values()].sort((a, b) => b.people - a.people || a.place.localeCompare(b.place, locale));
}
