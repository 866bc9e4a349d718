import { shadowHost } from './ancestors.ts';

/**
 * The `lang` of an element, or the nearest above it through shadow roots, that can be read; English where there is none.
 *
 * @param read `undefined` for one that is to be passed over.
 */
export function nearestLanguage(element: Element, read: (lang: string) => string | undefined): string {
  for (let inner: Element | undefined = element; inner; inner = inner.parentElement ?? shadowHost(inner)) {
    const lang = read(inner.getAttribute('lang') ?? '');
    if (lang) return lang;
  }
  return 'en';
}

/** Observes each `lang` above an element, and beside it. */
export function observeLanguage(element: Element, observer: MutationObserver): void {
  for (let inner: Element | undefined = element; inner; inner = shadowHost(inner)) {
    observer.observe(inner.getRootNode(), { subtree: true, attributeFilter: ['lang'] });
  }
}
