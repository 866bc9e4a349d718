import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onMessages } from '../i18n/registry.ts';

/** Renders its host anew when texts are registered, while it is in the document. */
export class Texts implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #end: (() => void) | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#end ??= onMessages(() => {
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = null;
  }
}
