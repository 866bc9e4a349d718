import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Lazy } from '../controllers/lazy.ts';
import { usableLocale } from '../i18n/intl.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { isEnglish } from '../i18n/plain-english.ts';
import { addLanguage, hasAll, onMessages } from '../i18n/registry.ts';
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

/** The file of a language, if the package has it. Chinese always has its script. */
function fileOf(locale: string): Lazy<boolean> | undefined {
  return files.get(/^zh-\w+|\w*/.exec(locale)?.[0] ?? '');
}

/** The locale of a `lang` whose language is in the bundle, in a file, or registered. */
function spokenLocale(lang: string): string | undefined {
  const locale = usableLocale(lang);
  return isEnglish(locale) || fileOf(locale) || hasAll(locale, ['people']) ? locale : undefined;
}

/**
 * Which language its host speaks: that of the nearest `lang` that has one. One that is not in the bundle is fetched. Until
 * it is there the host goes on in the language before, or shows no words yet: no English turns into another language.
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
    const wanted = nearestLanguage(this.#host, spokenLocale);
    const file = fileOf(wanted);
    if (!file || file.value || hasAll(wanted, this.#keys)) {
      clearTimeout(this.#waiting);
      this.#waiting = undefined;
      this.#speak(wanted);
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
