import { Lazy } from '../controllers/lazy.ts';
import type { Formatters } from '../i18n/messages.ts';
import type { LiveStore } from '../store/live-store.ts';
import { ExpectedValues } from './expected-value.ts';
import type { OptionalPart, PartContext, PartHost } from './optional-part.ts';
import { showsPredictions, type LiveMapOptions } from './options.ts';
import type { LiveMapTexts } from './texts.ts';

type PartConstructor = new (host: PartHost, store: LiveStore, wording: Formatters) => OptionalPart;

/** The files, and when they are wanted. */
const FILES: readonly (readonly [Lazy<PartConstructor[]>, (options: LiveMapOptions) => unknown])[] = [
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
];

/** The parts of one element that are wanted. Few pages want any, so this file is fetched on demand, too. */
export class OptionalParts {
  readonly #host: PartHost;
  readonly #store: LiveStore;
  readonly #wording: Formatters;
  readonly #parts = new Map<PartConstructor, OptionalPart>();

  constructor(host: PartHost, store: LiveStore, wording: Formatters) {
    this.#host = host;
    this.#store = store;
    this.#wording = wording;
  }

  /** Requests the parts that the options want, and passes the options on. */
  update(options: LiveMapOptions): void {
    if (showsPredictions(options, this.#store.latest)) this.#create(ExpectedValues);
    for (const [file, isWanted] of FILES) {
      if (!isWanted(options)) continue;
      file.request(() => {
        this.#host.requestUpdate();
      });
      for (const Part of file.value ?? []) this.#create(Part);
    }
    for (const part of this.#parts.values()) part.update(options);
  }

  /** @returns The texts with those of the parts. */
  draw(context: PartContext): LiveMapTexts {
    let { texts } = context;
    for (const part of this.#parts.values()) texts = { ...texts, ...part.draw({ ...context, texts }) };
    return texts;
  }

  #create(Part: PartConstructor): void {
    if (!this.#parts.has(Part)) this.#parts.set(Part, new Part(this.#host, this.#store, this.#wording));
  }
}
