import type { ReactiveControllerHost } from '@lit/reactive-element';
import { isOnDarkBackground } from '../base/dark-background.ts';

/** What the page's styles say that CSS alone cannot follow. Reading it is slow: once a second is enough. */
export interface PageTheme {
  /** The page is dark without a declaration. */
  isDark: boolean;
  /** Diameter of a dot in CSS pixels. */
  dotSize: number;
}

export const DEFAULT_THEME: PageTheme = { isDark: false, dotSize: 8 };

/** The page's theme around its host. */
export class ThemeController {
  /** The same object as long as it is the same theme. */
  value: PageTheme = DEFAULT_THEME;
  readonly #host: ReactiveControllerHost & Element & { readonly theme: string };

  constructor(host: ReactiveControllerHost & Element & { readonly theme: string }) {
    this.#host = host;
  }

  /** Reads it, and updates the host where it is another one. */
  check(): void {
    const host = this.#host;
    const dotSize = parseFloat(getComputedStyle(host).getPropertyValue('--live-map-dot-size')) || DEFAULT_THEME.dotSize;
    const isDark = host.theme === 'auto' && isOnDarkBackground(host);
    if (isDark === this.value.isDark && dotSize === this.value.dotSize) return;
    this.value = { isDark, dotSize };
    host.requestUpdate();
  }
}
