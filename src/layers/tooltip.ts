import type { InteractionMessages } from '../i18n/interaction-messages.ts';
import { hostOf } from '../protocol/host.ts';
import { decodedPath, pagePath } from '../protocol/page.ts';
import type { Location, Visitor } from '../protocol/types.ts';
import type { Mark } from '../marks/mark.ts';
import { epochOf } from '../protocol/epoch.ts';
import { createElement, withAttributes } from './dom.ts';
import { likelihoodSentence } from './likelihood.ts';

/** Places named in the tooltip of a mark that stands for many. */
const MOST_PLACES = 4;
/** The tooltip's id: the map says by it which mark the keyboard has reached. */
export const TOOLTIP = 'tooltip';
/** Pixels between a mark and its tooltip. */
export const GAP = 8;

/** Seconds that a visitor has been here; `null` where the start is not known. */
export function timeOnSite(visitor: Visitor, now: number): number | null {
  return visitor.sessionStartTime === null ? null : Math.max(0, (now - epochOf(visitor.sessionStartTime)) / 1000);
}

/** City and country, or as much as is known. */
export function fullPlace(messages: InteractionMessages, { city, region, countryCode }: Location): string {
  if (countryCode === null) return city ?? region ?? messages.text('somewhere');
  if (city === null) return messages.text('somewhereIn', { place: messages.country(countryCode) });
  const country = messages.formatters.countryName(messages.locale, countryCode);
  return country === city ? city : messages.text('cityIn', { city, country });
}

/** Likelihoods to buy are shown, in a currency that is `null` where it is not known. */
export interface PredictionTerms {
  currency: string | null;
}

export interface TooltipUpdate {
  /** The mark that it belongs to; `null` closes it. */
  mark: Mark | null;
  /** Visitors of the mark. */
  visitors: readonly Visitor[];
  messages: InteractionMessages;
  /** Epoch ms by the server's clock. */
  now: number;
  /** `null` where likelihoods are not shown. */
  predictions: PredictionTerms | null;
}

/** The tooltip beside a mark, and the ring of the keyboard's focus around the mark. */
export class Tooltip {
  readonly #root: HTMLElement;
  readonly #aim = createElement('div', 'aim');
  readonly #tooltip = withAttributes(createElement('div', 'tooltip'), {
    id: TOOLTIP,
    part: 'tooltip',
    role: 'tooltip',
  });
  #content = '';

  /** @param picture The box of the map's layers. @param root The element's own box, which the tooltip does not leave. */
  constructor(picture: Element, root: HTMLElement) {
    this.#root = root;
    this.#aim.hidden = this.#tooltip.hidden = true;
    picture.append(this.#aim, this.#tooltip);
  }

  update(update: TooltipUpdate): void {
    const { mark, visitors, messages, now, predictions } = update;
    const isClosed = mark === null;
    if (this.#tooltip.hidden !== isClosed) this.#tooltip.hidden = this.#aim.hidden = isClosed;
    if (!mark) return;
    const [first, other] = visitors;
    const nodes =
      first && !other ? visitorDetails(messages, first, now, predictions) : visitorsByPlace(messages, visitors);
    const content = nodes.map(({ outerHTML }) => outerHTML).join();
    if (content !== this.#content) {
      this.#content = content;
      this.#tooltip.replaceChildren(...nodes);
    }
    placeTooltip(this.#tooltip, this.#aim, mark, this.#root);
  }
}

function visitorDetails(
  messages: InteractionMessages,
  visitor: Visitor,
  now: number,
  predictions: PredictionTerms | null,
): HTMLElement[] {
  const path = pagePath(visitor.currentUrl);
  const host = hostOf(visitor.referrer);
  const { device, browser, os } = visitor.system;
  const seconds = timeOnSite(visitor, now);
  const { displayName } = visitor.profileData;
  const name = visitor.customerName ?? displayName ?? messages.text(visitor.isCustomer ? 'customer' : 'visitor');
  const details = [
    path && decodedPath(path),
    host && messages.text('cameFrom', { host }),
    [device, browser, os].filter((part) => part !== null).join(' · '),
    seconds !== null &&
      messages.text('hereFor', { age: messages.formatters.formatAge(messages.locale, seconds, 'short') }),
  ];
  const likelihood = predictions && likelihoodSentence(messages, visitor, predictions.currency);
  return [
    createElement('b', '', fullPlace(messages, visitor.location)),
    createElement('span', visitor.isCustomer ? 'customer' : 'visitor', createElement('bdi', '', name)),
    ...details.flatMap((detail) => (detail ? createElement('span', 'muted', createElement('bdi', '', detail)) : [])),
    ...(likelihood ? [createElement('span', 'likelihood', likelihood)] : []),
  ];
}

function visitorsByPlace(messages: InteractionMessages, visitors: readonly Visitor[]): HTMLElement[] {
  const places = countBy(visitors, ({ location: { city, countryCode } }) => {
    return city ?? (countryCode === null ? messages.text('somewhere') : messages.country(countryCode));
  });
  const customers = visitors.filter((visitor) => visitor.isCustomer).length;
  const hidden = places.length - MOST_PLACES;
  return [
    createElement('b', '', messages.text('peopleAt', { count: visitors.length })),
    ...(customers > 0 ? [createElement('span', 'customer', messages.text('customersAt', { count: customers }))] : []),
    ...places
      .slice(0, MOST_PLACES)
      .map(([place, count]) =>
        createElement('span', 'tally', createElement('bdi', '', place), ` ${messages.number(count)}`),
      ),
    ...(hidden > 0 ? [createElement('span', 'muted', messages.text('morePlaces', { count: hidden }))] : []),
  ];
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
function placeTooltip(
  tooltip: HTMLElement,
  aim: HTMLElement,
  { x, y, radius }: { x: number; y: number; radius: number },
  root: HTMLElement,
): void {
  const picture = tooltip.parentElement;
  const view = tooltip.closest<HTMLElement>('.view');
  if (!picture || !view) return;
  // Where boxes are in the layout: on the page they may be scaled or turned.
  const top = root.offsetTop - view.offsetTop - picture.offsetTop;
  const bottom = top + root.offsetHeight;
  const { offsetWidth: width, offsetHeight: height } = tooltip;
  const above = y - radius - GAP - height;
  const below = y + radius + GAP;
  const isAbove = above >= 0 || (below + height > bottom && above >= top);
  const left = Math.max(0, Math.min(picture.clientWidth - width, x - width / 2));
  move(tooltip, left, isAbove ? above : Math.max(top, Math.min(below, bottom - height)));
  move(aim, x, y);
  aim.style.setProperty('--_reach', `${radius}px`);
}

function move({ style }: HTMLElement, left: number, top: number): void {
  style.setProperty('left', `${Math.round(left)}px`);
  style.setProperty('top', `${Math.round(top)}px`);
}
