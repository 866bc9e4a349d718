import { html, nothing, type TemplateResult } from 'lit';
import { formatAge, formatNumber } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import type { Visitor } from '../protocol/types.ts';
import { isLikelier } from './likelihood.ts';
import { fullPlace, timeOnSite } from './tooltip.ts';

interface Line {
  place: string;
  people: number;
  /** Seconds that the first of them has been here. */
  longest: number | null;
  /** Of the people: more likely to buy than usual. */
  likelier: number;
}

/** The map's content as a table: place, people, who of them may buy, since when; the fullest places first. */
export function tableTemplate(
  locale: string,
  visitors: readonly Visitor[],
  now: number,
  predictions: boolean,
  summary: string,
): TemplateResult {
  const lines = linesOf(locale, visitors, now);
  // One version of the upstream has no times at all.
  const hasTimes = lines.some((line) => line.longest !== null);
  return html`<div class="table" tabindex="0" role="region" aria-label=${message(locale, 'label')}>
    <table>
      <caption class="unseen">
        ${summary}
      </caption>
      <thead>
        <tr>
          <th scope="col">${message(locale, 'place')}</th>
          <th scope="col" class="figure">${message(locale, 'visitors')}</th>
          ${predictions ? html`<th scope="col" class="figure">${message(locale, 'likelierPeople')}</th>` : nothing}
          ${hasTimes ? html`<th scope="col" class="figure">${message(locale, 'since')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          ({ place, people, longest, likelier }) =>
            html`<tr>
              <th scope="row">${place}</th>
              <td class="figure">${formatNumber(locale, people)}</td>
              ${predictions ? html`<td class="figure">${formatNumber(locale, likelier)}</td>` : nothing}
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
    const { people, longest, likelier } = lines.get(place) ?? { people: 0, longest: null, likelier: 0 };
    const seconds = timeOnSite(visitor, now);
    const known = seconds === null ? longest : Math.max(seconds, longest ?? 0);
    lines.set(place, { place, people: people + 1, longest: known, likelier: likelier + Number(isLikelier(visitor)) });
  }
  return [...lines.values()].sort((a, b) => b.people - a.people || a.place.localeCompare(b.place, locale));
}
