import type { ReactiveControllerHost } from '@lit/reactive-element';
import { LocaleController } from '../base/locale-controller.ts';
import { en } from '../i18n/en.ts';
import { messagesVersion } from '../i18n/registry.ts';
import type { LiveState } from '../store/live-state.ts';
import { Announcer } from './announcer.ts';
import { memo } from '../controllers/memo.ts';
import type { LiveMapOptions } from './options.ts';
import { announcementOf, summarize } from './summary.ts';
import { textsOf, type LiveMapTexts } from './texts.ts';

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
  update({ paused, minCount }: LiveMapOptions, { count, generation }: LiveState): void {
    this.#locale.update();
    const text =
      paused || generation < 0 || this.#locale.isPending ? null : announcementOf(this.locale, count, minCount);
    if (text !== null) this.#announcer.offer(text, performance.now());
  }

  /** The state to show: while the language is on its way, only the room of its texts is kept. */
  shown(state: LiveState): LiveState {
    if (!this.#locale.isPending) return state;
    return { ...state, unfiltered: null, snapshot: null, status: 'loading', count: null, rows: [], more: 0, missed: 0 };
  }

  /** @param state As shown. @param isPictured The first picture is painted, which has no summary. */
  textsOf(options: LiveMapOptions, state: LiveState, isPictured: boolean): LiveMapTexts {
    const { locale } = this;
    const { visitors, count } = state;
    const { isPending } = this.#locale;
    return {
      ...textsOf(options, state, locale, isLocal()),
      summary:
        isPending || !isPictured ? '' : this.#summary(messagesVersion(), locale, visitors, count, options.minCount),
      announcement: this.#announcer.text,
    };
  }
}

/** Whether the page is the developer's own, the only one where the headline says what is missing. */
function isLocal(): boolean {
  const { location } = globalThis as Partial<typeof globalThis>;
  return location !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
}
