import { html, type TemplateResult } from 'lit';
import { formatAge, formatNumber } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import type { MessageKey } from '../i18n/registry.ts';
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

/**
 * The map's content as a table: place, people, who of them may buy, since when; the fullest places first. What comes and
 * goes is in arrays, as in the template of the whole element.
 */
export function tableTemplate(
  locale: string,
  visitors: readonly Visitor[],
  now: number,
  predictions: boolean,
  summary: string,
): TemplateResult {
  const lines = linesOf(locale, visitors, now);
  const columns: [title: MessageKey, figure: (line: Line) => string][] = [
    ['visitors', ({ people }) => formatNumber(locale, people)],
  ];
  if (predictions) columns.push(['likelierPeople', ({ likelier }) => formatNumber(locale, likelier)]);
  // One version of the upstream has no times at all.
  if (lines.some(({ longest }) => longest !== null)) {
    columns.push([
      'since',
      ({ longest }) => (longest === null ? message(locale, 'noCount') : formatAge(locale, longest, 'short')),
    ]);
  }
  return html`<div class="table" tabindex="0" role="region" aria-label=${message(locale, 'label')}>
    <table>
      <caption class="unseen" .textContent=${summary}></caption>
      <thead>
        <tr>
          <th scope="col" .textContent=${message(locale, 'place')}></th>
          ${[columns.map(([title]) => html`<th scope="col" class="figure" .textContent=${message(locale, title)}></th>`)]}
        </tr>
      </thead>
      <tbody>
        ${[
          lines.map(
            (line) =>
              html`<tr>
                <th scope="row" .textContent=${line.place}></th>
                ${[columns.map(([, figure]) => html`<td class="figure" .textContent=${figure(line)}></td>`)]}
              </tr>`,
          ),
        ]}
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
