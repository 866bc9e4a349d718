import type { LiveState } from '../store/live-state.ts';
import { headlineOf, notesOf, type Headline } from './headline.ts';
import { showsPredictions, type LiveMapOptions } from './options.ts';

/** What the element says besides its rows and marks. */
export interface LiveMapTexts {
  headline: Headline;
  /** `undefined` where expected values are not shown, `null` where only their room is kept. */
  expected: string | null | undefined;
  notes: readonly string[];
  /** What the status region says. */
  announcement: string;
}

/** Those that follow from options and state alone. @param isLocal Whether the page is the developer's own. */
export function textsOf(
  options: LiveMapOptions,
  state: LiveState,
  locale: string,
  isLocal: boolean,
): Omit<LiveMapTexts, 'announcement'> {
  return {
    headline: headlineOf(state.unfiltered ?? state, locale, options.minCount, isLocal),
    expected: showsPredictions(options, state) ? null : undefined,
    notes: notesOf(state, locale),
  };
}
