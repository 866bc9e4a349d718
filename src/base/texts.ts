import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Lazy } from '../controllers/lazy.ts';
import { usableLocale } from '../i18n/intl.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { addLanguage, hasAll, onMessages, servedLocale } from '../i18n/registry.ts';
import { nearestLanguage, observeLanguage } from './language.ts';

/** Milliseconds that an element waits for a language before it speaks English. */
const PATIENCE = 1_000;

const files = new Map(
  Object.entries(LANGUAGES).map(([name, load]) => {
    const file = new Lazy(`the language ${name}`, async () => {
      addLanguage(name, (await load()).messages);
      return true;
    });
    return [name, file];
  }),
);

/**
 * Which language its host speaks: that of the nearest `lang`. One that is not in the bundle is fetched. Until it is there
 * the host goes on in the language that it has spoken, or says nothing yet: nobody sees English turn into another one.
 */
export class Texts implements ReactiveController {
  /** That of words and numbers. */
  locale = 'en';
  readonly #host: ReactiveControllerHost & Element;
  readonly #keys: readonly string[];
  #observer: MutationObserver | undefined;
  #end: (() => void) | null = null;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #hasSpoken = false;

  /** @param english All that the host can say. */
  constructor(host: ReactiveControllerHost & Element, english: object) {
    this.#host = host;
    this.#keys = Object.keys(english);
    host.addController(this);
  }

  /** Nothing has been said, and the language is on its way. */
  get isSilent(): boolean {
    return this.#waiting !== undefined && !this.#hasSpoken;
  }

  /** To be told before each rendering, but not on a server. */
  follow(): void {
    const wanted = usableLocale(nearestLanguage(this.#host));
    // Chinese always tells its script.
    const file = files.get(/^zh-\w+|\w+/.exec(wanted)?.[0] ?? '');
    if (!file || file.value || hasAll(wanted, this.#keys)) {
      clearTimeout(this.#waiting);
      this.#waiting = undefined;
      this.#speak(servedLocale(wanted));
      return;
    }
    file.want(this.#update);
    this.#waiting ??= setTimeout(() => {
      this.#speak('en');
      this.#update();
    }, PATIENCE);
    // Lines begin where they will.
    if (!this.#hasSpoken) this.locale = wanted;
  }

  hostConnected(): void {
    this.#end ??= onMessages(this.#update);
    this.#observer ??= new MutationObserver(this.#update);
    observeLanguage(this.#host, this.#observer);
    this.#update();
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = null;
    this.#observer?.disconnect();
  }

  #speak(locale: string): void {
    this.locale = locale;
    this.#hasSpoken = true;
  }

  readonly #update = (): void => {
    this.#host.requestUpdate();
  };
}
