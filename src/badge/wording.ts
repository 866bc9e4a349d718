import type { Status } from '../store/status.ts';
import { countMessage } from '../i18n/count-messages.ts';
import { formatAgo, formatNumber } from '../i18n/intl.ts';

/** What the badge shows. */
export interface BadgeState {
  status: Status;
  /** `null` where it is not known. */
  count: number | null;
  /** Seconds since it was so. */
  age: number;
  /** Seconds by which the proxy publishes it later. */
  delay?: number;
}

/** While the language is on its way. */
export const PENDING: BadgeState = { status: 'loading', count: null, age: 0 };

/** What the badge says. */
export interface BadgeTexts {
  /** `null` where a sentence says it all, empty while it is yet to come. */
  number: string | null;
  /** What the number counts, or the sentence. */
  what: string;
  /** How old it is, where it is old or published later. */
  note: string | null;
  /** As much as there should be room for from the start. */
  room: string;
}

/** @param minCount A smaller count is worded without its number. */
export function badgeTextsOf(locale: string, known: BadgeState, minCount: number): BadgeTexts {
  const { status, age, delay } = known;
  const isStale = status === 'stale';
  return {
    ...headOf(locale, known, minCount),
    note:
      isStale || delay ? countMessage(locale, isStale ? 'stale' : 'delayed', { ago: formatAgo(locale, age) }) : null,
    room: `${formatNumber(locale, ROOM)} ${countMessage(locale, 'people', { count: ROOM })}`,
  };
}

/** Three figures, as wide as they get. */
const ROOM = 888;

function headOf(locale: string, { status, count }: BadgeState, minCount: number): Pick<BadgeTexts, 'number' | 'what'> {
  if (count === null) return { number: status === 'loading' ? '' : countMessage(locale, 'unknown'), what: '' };
  if (count < minCount) {
    return { number: null, what: countMessage(locale, count === 0 ? 'empty' : 'peopleUncounted') };
  }
  return { number: formatNumber(locale, count), what: countMessage(locale, 'people', { count }) };
}
