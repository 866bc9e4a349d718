import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { Lazy } from '../controllers/lazy.ts';
import { memo } from '../controllers/memo.ts';
import { usableLocale } from '../i18n/intl.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { isEnglish } from '../i18n/plain-english.ts';
import { addLanguage, hasAll, onMessages } from '../i18n/registry.ts';
import { nearestLanguage, observeLanguage } from './language.ts';

/** Milliseconds after which English is used until the language arrives. */
const WAIT_MS = 1_000;

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

/** The engine takes its time to read a tag, and a page has the same one with each update. */
const readTag = memo(usableLocale);

/** The locale of a `lang` whose language is in the bundle, in a file, or registered. */
function supportedLocale(lang: string): string | undefined {
  if (lang === '') return undefined;
  const locale = readTag(lang);
  return isEnglish(locale) || fileOf(locale) || hasAll(locale, ['people']) ? locale : undefined;
}

/**
 * The language of its host: that of the nearest `lang` with messages. One that is not in the bundle is fetched; until it
 * arrives the host keeps its former language, or shows no text yet, so that no page flashes English first.
 */
export class LocaleController implements ReactiveController {
  /** Of words and numbers. */
  locale = 'en';
  readonly #host: ReactiveControllerHost & Element;
  readonly #keys: readonly string[];
  #observer: MutationObserver | undefined;
  #end: (() => void) | null = null;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #isUsed = false;

  /** @param english All messages of the host. */
  constructor(host: ReactiveControllerHost & Element, english: object) {
    this.#host = host;
    this.#keys = Object.keys(english);
    host.addController(this);
  }

  /** Nothing was shown yet, and the language is on its way. */
  get isPending(): boolean {
    return this.#waiting !== undefined && !this.#isUsed;
  }

  /** Follows the nearest `lang`; reads the document, which a server has not. */
  update(): void {
    const wanted = nearestLanguage(this.#host, supportedLocale);
    const file = fileOf(wanted);
    if (!file || file.value || hasAll(wanted, this.#keys)) {
      clearTimeout(this.#waiting);
      this.#waiting = undefined;
      this.#use(wanted);
      return;
    }
    file.request(this.#requestUpdate);
    this.#waiting ??= setTimeout(() => {
      this.#use('en');
      this.#requestUpdate();
    }, WAIT_MS);
    // The direction of the text is right from the start.
    if (!this.#isUsed) this.locale = wanted;
  }

  hostConnected(): void {
    this.#end ??= onMessages(this.#requestUpdate);
    this.#observer ??= new MutationObserver(this.#requestUpdate);
    observeLanguage(this.#host, this.#observer);
    this.#requestUpdate();
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = null;
    this.#observer?.disconnect();
  }

  #use(locale: string): void {
    this.locale = locale;
    this.#isUsed = true;
  }

  readonly #requestUpdate = (): void => {
    this.#host.requestUpdate();
  };
}
