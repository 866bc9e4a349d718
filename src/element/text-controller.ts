import type { ReactiveControllerHost } from '@lit/reactive-element';
import { LocaleController } from '../base/locale-controller.ts';
import { en } from '../i18n/en.ts';
import { messagesVersion } from '../i18n/registry.ts';
import type { LiveState } from '../store/live-state.ts';
import { Announcer } from './announcer.ts';
import { expectedValueLine } from './expected-value.ts';
import { headlineOf, notesOf, type Headline } from './headline.ts';
import { memo } from '../controllers/memo.ts';
import { showsPredictions, type LiveMapOptions } from './options.ts';
import { announcementOf, summarize } from './summary.ts';

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

/** The element's language, and its texts in it. */
export class TextController {
  readonly #locale: LocaleController;
  readonly #announcer = new Announcer();
  readonly #summary = memo((_version: number, ...input: Parameters<typeof summarize>) => summarize(...input));

  constructor(host: ReactiveControllerHost & Element) {
    this.#locale = new LocaleController(host, en);
  }

  get locale(): string {
    return this.#locale.locale;
  }

  /** Before each rendering, but not on a server. */
  update({ paused, minCount }: LiveMapOptions, { count }: LiveState): void {
    this.#locale.update();
    const text = paused || this.#locale.isPending ? null : announcementOf(this.locale, count, minCount);
    if (text !== null) this.#announcer.offer(text, performance.now());
  }

  /** The state to show: while the language is on its way, only the room of its texts is kept. */
  shown(state: LiveState): LiveState {
    if (!this.#locale.isPending) return state;
    return { ...state, snapshot: null, status: 'loading', count: null, rows: [], more: 0, missed: 0 };
  }

  /** @param state As shown. */
  textsOf(options: LiveMapOptions, state: LiveState): LiveMapTexts {
    const { locale } = this;
    const { minCount } = options;
    return {
      headline: headlineOf(state, locale, minCount, isLocal()),
      expected: showsPredictions(options, state) ? expectedValueLine(locale, state) : undefined,
      summary: this.#locale.isPending
        ? ''
        : this.#summary(messagesVersion(), locale, state.visitors, state.count, minCount),
      notes: notesOf(state, locale),
      announcement: this.#announcer.text,
    };
  }
}

/** Whether the page is the developer's own, the only one where the headline says what is missing. */
function isLocal(): boolean {
  const { location } = globalThis as Partial<typeof globalThis>;
  return location !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
}
