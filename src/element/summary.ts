import type { InteractionMessages } from '../i18n/interaction-messages.ts';
import { countBy } from '../layers/tooltip.ts';
import type { Visitor } from '../protocol/types.ts';
import { isBelowMinCount } from './announcer.ts';

/**
 * The map in one sentence: "14 visitors from 6 countries, most from Portugal", if it has more than any other; "" where nothing is known.
 *
 * @param count `null` where it is not known. @param minCount A smaller count is not said.
 */
export function summarize(
  messages: InteractionMessages,
  visitors: readonly Visitor[],
  count: number | null,
  minCount: number,
): string {
  if (count === null || isBelowMinCount(count, minCount))
    return count === null && visitors.length === 0
      ? ''
      : messages.formatters.message(messages.locale, 'peopleUncounted');
  const located = visitors.filter(({ location }) => location.countryCode !== null);
  const countries = countBy(located, ({ location }) => location.countryCode ?? '');
  const [most, next] = countries;
  if (!most) return messages.text('summaryUnplaced', { count });
  const places = messages.text('countries', { count: countries.length, most: messages.country(most[0]) });
  // What is in brackets is said where one country alone has the most people.
  const isClear = most[1] > (next?.[1] ?? 0);
  return messages.text('summary', { count, places: places.replace(isClear ? /[[\]]/g : /\[.*\]/, '') });
}
