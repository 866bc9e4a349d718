import { html, nothing, type TemplateResult } from 'lit';
import { countryName, formatAge, formatNumber } from '../i18n/intl.ts';
import { countryInSentence, message } from '../i18n/messages.ts';
import { hostOf } from '../protocol/host.ts';
import { decodedPath, pagePath } from '../protocol/page.ts';
import type { Location, Visitor } from '../protocol/types.ts';
import { placeName } from '../ticker/wording.ts';
import { likelihoodSentence } from './likelihood.ts';

/** Places named in the tooltip of a mark that stands for many. */
const MOST_PLACES = 4;
/** The tooltip's id: the map says by it which mark the keyboard has reached. */
export const TOOLTIP = 'tooltip';
/** Pixels between a mark and its tooltip. */
export const GAP = 8;

/** Seconds that a visitor has been here; `null` where the start is not told. */
export function timeOnSite(visitor: Visitor, now: number): number | null {
  return visitor.sessionStartTime === null ? null : Math.max(0, (now - Date.parse(visitor.sessionStartTime)) / 1000);
}

/** City and country, or as much as is known. */
export function fullPlace(locale: string, { city, region, countryCode }: Location): string {
  const country = countryCode === null ? null : countryName(locale, countryCode);
  if (city !== null) return country === null || country === city ? city : message(locale, 'cityIn', { city, country });
  if (countryCode !== null) return message(locale, 'somewhereIn', { place: countryInSentence(locale, countryCode) });
  return region ?? message(locale, 'somewhere');
}

/** That likelihoods are told, and in which currency: `null` where the site's is not known. */
export interface PredictionTerms {
  currency: string | null;
}

/** What a mark stands for: one person in detail, or several by place. */
export function tooltipTemplate(
  locale: string,
  visitors: readonly Visitor[],
  now: number,
  predictions: PredictionTerms | null,
): TemplateResult {
  const [first] = visitors;
  const content =
    visitors.length === 1 && first ? onePerson(locale, first, now, predictions) : manyPeople(locale, visitors);
  return html`<div class="aim"></div>
    <div id=${TOOLTIP} class="tooltip" part="tooltip" role="tooltip">${content}</div>`;
}

function onePerson(locale: string, visitor: Visitor, now: number, predictions: PredictionTerms | null): TemplateResult {
  const path = pagePath(visitor.currentUrl);
  const host = hostOf(visitor.referrer);
  const { device, browser, os } = visitor.system;
  const seconds = timeOnSite(visitor, now);
  const { displayName } = visitor.profileData;
  const name = visitor.customerName ?? displayName ?? message(locale, visitor.isCustomer ? 'customer' : 'visitor');
  const details = [
    path && decodedPath(path),
    host && message(locale, 'cameFrom', { host }),
    [device, browser, os].filter((part) => part !== null).join(' · '),
    seconds !== null && message(locale, 'hereFor', { age: formatAge(locale, seconds, 'short') }),
  ];
  const likelihood = predictions && likelihoodSentence(locale, visitor, predictions.currency);
  return html`<b>${fullPlace(locale, visitor.location)}</b>
    <span class=${visitor.isCustomer ? 'customer' : 'visitor'}><bdi>${name}</bdi></span>
    ${details.map((detail) => (detail ? html`<span class="muted"><bdi>${detail}</bdi></span> ` : nothing))}
    ${likelihood && html`<span class="likelihood">${likelihood}</span>`}`;
}

function manyPeople(locale: string, visitors: readonly Visitor[]): TemplateResult {
  const places = countBy(visitors, ({ location }) => placeName(locale, location) ?? message(locale, 'somewhere'));
  const customers = visitors.filter((visitor) => visitor.isCustomer).length;
  const hidden = places.length - MOST_PLACES;
  return html`<b>${message(locale, 'peopleAt', { count: visitors.length })}</b> ${
      customers > 0
        ? html`<span class="customer">${message(locale, 'customersAt', { count: customers })}</span>`
        : nothing
    }
    ${places
      .slice(0, MOST_PLACES)
      .map(([place, count]) => html`<span class="tally"><bdi>${place}</bdi> ${formatNumber(locale, count)}</span>`)}
    ${hidden > 0 ? html`<span class="muted">${message(locale, 'morePlaces', { count: hidden })}</span>` : nothing}`;
}

/** How many there are of each, most first. */
export function countBy<Item>(items: readonly Item[], name: (item: Item) => string): [name: string, count: number][] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const own = name(item);
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/**
 * Puts the tooltip above its mark, or below where there is no room, and the ring of the keyboard's focus around it.
 *
 * @param root The element's own box, which the tooltip does not leave; over the map's edge it goes only where it must.
 */
export function placeTooltip(
  tooltip: HTMLElement,
  { x, y, radius }: { x: number; y: number; radius: number },
  root: Element,
): void {
  const map = tooltip.parentElement?.getBoundingClientRect() ?? new DOMRect();
  const box = root.getBoundingClientRect();
  const [top, bottom] = [box.top - map.top, box.bottom - map.top];
  const { offsetWidth: width, offsetHeight: height } = tooltip;
  const above = y - radius - GAP - height;
  const below = y + radius + GAP;
  const isAbove = above >= 0 || (below + height > bottom && above >= top);
  const left = Math.max(0, Math.min(map.width - width, x - width / 2));
  move(tooltip, left, isAbove ? above : Math.max(top, Math.min(below, bottom - height)));
  const aim = tooltip.previousElementSibling as HTMLElement | null;
  if (aim) move(aim, x, y);
  aim?.style.setProperty('--_reach', `${radius}px`);
}

function move({ style }: HTMLElement, left: number, top: number): void {
  style.setProperty('left', `${Math.round(left)}px`);
  style.setProperty('top', `${Math.round(top)}px`);
}
