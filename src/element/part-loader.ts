import { Lazy, LazyInstance } from '../controllers/lazy.ts';
import { FORMATTERS } from '../i18n/messages.ts';
import type { LiveStore } from '../store/live-store.ts';
import type { PartContext, PartHost } from './optional-part.ts';
import type * as optionalParts from './optional-parts.ts';
import { showsPredictions, type LiveMapOptions } from './options.ts';
import type { LiveMapTexts } from './texts.ts';

const file = new Lazy<typeof optionalParts>('optional parts', () => import('./optional-parts.ts'));

/** The optional parts of one element, once one of them is wanted and their file is there. */
export class PartLoader {
  readonly #store: LiveStore;
  readonly #parts: LazyInstance<typeof optionalParts, optionalParts.OptionalParts>;

  constructor(host: PartHost, store: LiveStore) {
    this.#store = store;
    this.#parts = new LazyInstance(
      file,
      ({ OptionalParts }) => new OptionalParts(host, store, FORMATTERS),
      () => {
        host.requestUpdate();
      },
    );
  }

  /** Requests their file where the options want it, and passes the options on. */
  update(options: LiveMapOptions): void {
    const { breakdown, filter, history, sound } = options;
    if (breakdown !== 'none' || filter || history || sound || showsPredictions(options, this.#store.latest))
      this.#parts.request();
    this.#parts.value?.update(options);
  }

  /** @returns The texts with those of the parts. */
  draw(context: PartContext): LiveMapTexts {
    return this.#parts.value?.draw(context) ?? context.texts;
  }
}
