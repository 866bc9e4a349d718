import { Lazy, LazyInstance } from '../controllers/lazy.ts';
import type { Formatters } from '../i18n/messages.ts';
import type { LiveStore } from '../store/live-store.ts';
import { ExpectedValues } from './expected-value.ts';
import type { OptionalPart, PartContext, PartHost } from './optional-part.ts';
import type { LiveMapOptions } from './options.ts';
import type { LiveMapTexts } from './texts.ts';

type PartConstructor = new (host: PartHost, store: LiveStore, formatters: Formatters) => OptionalPart;

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
  readonly #expected: OptionalPart;
  readonly #files: (readonly [
    parts: LazyInstance<PartConstructor[], OptionalPart[]>,
    isWanted: (options: LiveMapOptions) => unknown,
  ])[];

  constructor(host: PartHost, store: LiveStore, formatters: Formatters) {
    this.#expected = new ExpectedValues(formatters);
    const update = (): void => {
      host.requestUpdate();
    };
    const create = (Parts: PartConstructor[]): OptionalPart[] => Parts.map((Part) => new Part(host, store, formatters));
    this.#files = FILES.map(([file, isWanted]) => [new LazyInstance(file, create, update), isWanted]);
  }

  /** Requests the parts that the options want, and passes the options on. */
  update(options: LiveMapOptions): void {
    for (const [parts, isWanted] of this.#files) if (isWanted(options)) parts.request();
    for (const part of this.#parts) part.update(options);
  }

  /** @returns The texts with those of the parts. */
  draw(context: PartContext): LiveMapTexts {
    let { texts } = context;
    for (const part of this.#parts) texts = { ...texts, ...part.draw({ ...context, texts }) };
    return texts;
  }

  get #parts(): OptionalPart[] {
    return [this.#expected, ...this.#files.flatMap(([parts]) => parts.value ?? [])];
  }
}
