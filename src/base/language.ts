/**
 * The nearest `lang` above an element, through shadow roots; English where none is told. Servers have no such thing to
 * ask.
 */
export function nearestLanguage(element: Partial<Element>): string {
  for (let inner: Partial<Element> | undefined = element; inner; inner = hostOf(inner)) {
    const lang = inner.closest?.('[lang]')?.getAttribute('lang');
    if (lang) return lang;
  }
  return 'en';
}

/** Has an observer told of each `lang` that changes above an element, or beside it. */
export function observeLanguage(element: Element, observer: MutationObserver): void {
  for (let inner: Element | undefined = element; inner; inner = hostOf(inner)) {
    observer.observe(inner.getRootNode(), { subtree: true, attributeFilter: ['lang'] });
  }
}

function hostOf(element: Partial<Element>): Element | undefined {
  return (element.getRootNode?.() as Partial<ShadowRoot> | undefined)?.host;
}
