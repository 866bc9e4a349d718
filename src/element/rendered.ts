import type { ReactiveElement } from '@lit/reactive-element';
import { areFilesPending } from '../controllers/lazy.ts';

/** What a server has rendered into the element. */
export interface ServerRendering {
  /** CSS pixels of the wide map that its marks were placed for. */
  readonly width: number;
  /** CSS pixels of the map when it is taken over, where it has been laid out. */
  readonly shown: number | undefined;
  /** What it shows, as JSON; `"null"` without data. */
  readonly json: string;
}

type RenderedHost = ReactiveElement & { readonly snapshot: unknown };

/** CSS pixels from which on a map has the marks of a wide one; by default they are placed for it. */
export const WIDE = 560;
/** CSS pixels that the marks of a narrower one are placed for. */
const NARROW = 320;

/** What was rendered; `null` where nothing was, or where the browser has no declarative shadow roots. */
export function readRendered({ shadowRoot, dataset }: HTMLElement): ServerRendering | null {
  const script = shadowRoot?.querySelector('script');
  const shown = shadowRoot?.querySelector('.map')?.clientWidth;
  return script ? { width: Number(dataset.rendered), shown, json: script.text } : null;
}

/** Whether the rendered shadow root is still to come; then the host is connected when the page is parsed. */
export function isBeingParsed(host: ReactiveElement): boolean {
  const isIt = document.readyState === 'loading' && 'rendered' in host.dataset;
  if (isIt)
    document.addEventListener('DOMContentLoaded', () => {
      if (host.isConnected) host.connectedCallback();
    });
  return isIt;
}

/** Whether the host has all that its equal of what was rendered is made of; it is updated when that is there. */
export function isReadyToHydrate(host: RenderedHost, { json }: ServerRendering): boolean {
  const update = (): void => {
    host.requestUpdate();
  };
  return !areFilesPending(update) && (json === 'null' || host.snapshot !== null);
}

/** Puts the host's own nodes into its shadow root, in the place of what was rendered. The focus stays on its button. */
export function replaceRendering(root: ShadowRoot, shell: Element): void {
  const buttons = (): HTMLElement[] => [...root.querySelectorAll('button')];
  const focused = buttons().indexOf(root.activeElement as HTMLElement);
  root.replaceChildren(shell);
  // Those of the map are added to the shell.
  queueMicrotask(() => {
    buttons()[focused]?.focus();
  });
}

/** The width that the marks of a rendered map were placed for. @param own Of the map, in CSS pixels; 0: not measured yet. */
export function placementWidth({ width, shown }: Pick<ServerRendering, 'width' | 'shown'>, own: number): number {
  return (own || (shown ?? 0)) < WIDE ? Math.min(width, NARROW) : width;
}
