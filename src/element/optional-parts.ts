import { Lazy } from '../controllers/lazy.ts';
import { WORDING, type PartWording } from '../i18n/messages.ts';
import type { LiveState } from '../store/live-state.ts';
import type { LiveStore } from '../store/live-store.ts';
import type { OptionalPart, PartContext, PartHost } from './optional-part.ts';
import { showsPredictions, type LiveMapOptions } from './options.ts';
import type { LiveMapTexts } from './texts.ts';

type PartConstructor = new (host: PartHost, store: LiveStore, wording: PartWording) => OptionalPart;

/** The files, and when they are wanted. */
const FILES: readonly (readonly [Lazy<PartConstructor[]>, (options: LiveMapOptions, state: LiveState) => unknown])[] = [
  [
    new Lazy('lists and filter', () =>
      Promise.all([
        import('./filter.ts').then(({ Filter }) => Filter),
        import('./breakdown.ts').then(({ Breakdown }) => Breakdown),
      ]),
    ),
    ({ breakdown, filter }) => breakdown !== 'none' || filter,
  ],
  [new Lazy('sound', () => import('./sound.ts').then(({ Sound }) => [Sound])), ({ sound }) => sound],
  [
    new Lazy('the last half hour', () => import('./look-back.ts').then(({ LookBack }) => [LookBack])),
    ({ history }) => history,
  ],
  [
    new Lazy('expected value', () => import('./expected-value.ts').then(({ ExpectedValues }) => [ExpectedValues])),
    showsPredictions,
  ],
];

/** The parts of one element that are wanted. */
export class OptionalParts {
  readonly #parts = new Map<unknown, OptionalPart>();

  /** Before the host renders. What is wanted and not there is requested. */
  update(host: PartHost, store: LiveStore, options: LiveMapOptions): void {
    for (const [file, isWanted] of FILES) {
      if (!isWanted(options, store.latest)) continue;
      file.request(() => {
        host.requestUpdate();
      });
      for (const Part of file.value ?? [])
        if (!this.#parts.has(Part)) this.#parts.set(Part, new Part(host, store, WORDING));
    }
    for (const part of this.#parts.values()) part.update(options);
  }

  /** While the host renders. */
  draw(context: PartContext): LiveMapTexts {
    let { texts } = context;
    for (const part of this.#parts.values()) texts = { ...texts, ...part.draw({ ...context, texts }) };
    return texts;
  }
}
