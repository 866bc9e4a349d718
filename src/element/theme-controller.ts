import type { ReactiveControllerHost } from '@lit/reactive-element';
import { DEFAULT_THEME, readPageTheme, type PageTheme } from './page-theme.ts';

/** The page's theme around its host. */
export class ThemeController {
  value: PageTheme = DEFAULT_THEME;
  readonly #host: ReactiveControllerHost & Element & { theme: string };

  constructor(host: ReactiveControllerHost & Element & { theme: string }) {
    this.#host = host;
  }

  /** Reads it, and updates the host where it is another one. */
  check(): void {
    const value = readPageTheme(this.#host, this.#host.theme, this.value);
    if (value === this.value) return;
    this.value = value;
    this.#host.requestUpdate();
  }
}
