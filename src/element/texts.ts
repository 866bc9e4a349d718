import type { LiveState } from '../store/live-state.ts';
import { expectedValueLine } from './expected-value.ts';
import { headlineOf, notesOf, type Headline } from './headline.ts';
import { showsPredictions, type LiveMapOptions } from './options.ts';

/** What the element says besides its rows and marks. */
export interface LiveMapTexts {
  headline: Headline;
  /** `undefined` where expected values are not shown. */
  expected: string | null | undefined;
  /** The map in one sentence. */
  summary: string;
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
): Omit<LiveMapTexts, 'summary' | 'announcement'> {
  return {
    headline: headlineOf(state.unfiltered ?? state, locale, options.minCount, isLocal),
    expected: showsPredictions(options, state) ? expectedValueLine(locale, state) : undefined,
    notes: notesOf(state, locale),
  };
}
