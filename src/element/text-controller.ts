import type { ReactiveControllerHost } from '@lit/reactive-element';
import { LocaleController } from '../base/locale-controller.ts';
import { en } from '../i18n/en.ts';
import type { LiveState } from '../store/live-state.ts';
import { Announcer } from './announcer.ts';
import type { LiveMapOptions } from './options.ts';
import { announcementOf } from './announcer.ts';
import { textsOf, type LiveMapTexts } from './texts.ts';

/** The element's language, and its texts in it. */
export class TextController {
  readonly #locale: LocaleController;
  readonly #announcer = new Announcer();

  constructor(host: ReactiveControllerHost & Element) {
    this.#locale = new LocaleController(host, en);
  }

  get locale(): string {
    return this.#locale.locale;
  }

  /** The language is on its way. */
  get isPending(): boolean {
    return this.#locale.isPending;
  }

  /** Follows the nearest `lang`, and announces the count. */
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

  /** @param state As shown. */
  textsOf(options: LiveMapOptions, state: LiveState): LiveMapTexts {
    return { ...textsOf(options, state, this.locale, isLocal()), announcement: this.#announcer.text };
  }
}

/** Whether the page is the developer's own, the only one where the headline says what is missing. */
function isLocal(): boolean {
  const { location } = globalThis as Partial<typeof globalThis>;
  return location !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
}
