import { message } from '../i18n/messages.ts';

const LEAST_MS = 30_000;

/** What the status region says: at most one new text in 30 s, and none twice in a row. */
export class Announcer {
  text = '';
  #lastAt = -Infinity;

  /** @param now Monotonic ms. */
  offer(text: string, now: number): void {
    if (text === this.text || now - this.#lastAt < LEAST_MS) return;
    this.text = text;
    this.#lastAt = now;
  }
}

/** The number of visitors for the status region; `null` where it is not known. */
export function announcementOf(locale: string, count: number | null, minCount: number): string | null {
  if (count === null) return null;
  return isBelowMinCount(count, minCount) ? message(locale, 'peopleUncounted') : message(locale, 'digest', { count });
}

/** Whether the site does not want the number shown. */
export function isBelowMinCount(count: number, minCount: number): boolean {
  return count > 0 && count < minCount;
}
