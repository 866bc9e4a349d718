import { MAP_TAG } from '../element/tag.ts';
import { shiftPixels } from './pixel-shift.ts';
import { hidePointer } from './pointer.ts';
import { KIOSK_STYLE } from './styles.ts';
import { requestWakeLock } from './wake-lock.ts';

/** What the page of `/embed?kiosk` has beside the element. */
async function start(): Promise<void> {
  const element = document.querySelector<HTMLElement & { refresh?: () => Promise<void> }>(MAP_TAG);
  if (!element) return;
  hidePointer(document.documentElement);
  requestWakeLock();
  shiftPixels(element);
  await customElements.whenDefined(MAP_TAG);
  const { shadowRoot } = element;
  if (!shadowRoot) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(KIOSK_STYLE);
  shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  const fit = (): void => {
    fitMap(element, shadowRoot);
  };
  new MutationObserver(fit).observe(shadowRoot, { subtree: true, childList: true, attributeFilter: ['viewBox'] });
  fit();
  // Otherwise the pause after a failure is waited for, which is a minute at most.
  addEventListener('online', () => void element.refresh?.());
}

/** The ratio of the map, which depends on its projection and what it is fitted to. */
function fitMap({ style }: HTMLElement, shadowRoot: ShadowRoot): void {
  const { width = 0, height = 0 } = shadowRoot.querySelector<SVGSVGElement>('.basemap')?.viewBox.baseVal ?? {};
  if (height > 0) style.setProperty('--kiosk-ratio', (width / height).toFixed(4));
}

void start();
