/** What a server has rendered into the element. */
export interface Rendered {
  /** CSS pixels of the map that its marks were placed for. */
  readonly width: number;
  /** What it shows. */
  readonly snapshot: unknown;
}

const scriptOf = ({ shadowRoot }: Element): HTMLScriptElement | null | undefined => shadowRoot?.querySelector('script');

/** The attribute by which a rendered element is known, also before its shadow root is there. */
const widthOf = ({ dataset }: HTMLElement): number => Number(dataset.rendered);

/** What was rendered; `null` where nothing was, or where the browser has no declarative shadow roots. */
export function readRendered(host: HTMLElement): Rendered | null {
  const script = scriptOf(host);
  return script ? { width: widthOf(host), snapshot: JSON.parse(script.text) } : null;
}

/** Whether the rendered shadow root is still to come. @param onParsed Called when the page is parsed. */
export function isBeingParsed(host: HTMLElement, onParsed: () => void): boolean {
  const isIt = document.readyState === 'loading' && widthOf(host) > 0;
  if (isIt) document.addEventListener('DOMContentLoaded', onParsed);
  return isIt;
}

/** Puts the element's own nodes in the place of equal ones. The focus stays on its button. */
export function replaceRendered(root: ParentNode & Partial<DocumentOrShadowRoot>, shell: Element): void {
  const buttons = (): HTMLElement[] => [...root.querySelectorAll('button')];
  const focused = buttons().indexOf(root.activeElement as HTMLElement);
  root.replaceChildren(shell);
  buttons()[focused]?.focus();
}
