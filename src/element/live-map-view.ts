import { directionOf } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import { bind, bindAttribute, bindHidden, bindLabel, bindText, type Binding } from '../layers/bindings.ts';
import { createElement, withAttributes } from '../layers/dom.ts';
import { iconButton, ICONS } from '../layers/icons.ts';
import { createSvg, listHeight } from '../layers/svg.ts';
import type { CameraButton } from '../layers/zoom.ts';
import type { LiveState } from '../store/live-state.ts';
import type { LiveMapOptions } from './options.ts';
import type { Headline } from './texts.ts';

export interface TickerHandlers {
  onPointerOver: (event: Event) => void;
  onPointerLeave: () => void;
}

export interface ViewHandlers {
  ticker: TickerHandlers;
  onPause: () => void;
  onTable: () => void;
}

export interface MapCamera {
  /** None where the map cannot be moved. */
  buttons: readonly CameraButton[];
  /** Only a part of the world is seen. */
  isCut: boolean;
  /** There is more of the earth than the picture shows. */
  canMove: boolean;
}

export interface ViewInput {
  options: LiveMapOptions;
  locale: string;
  state: LiveState;
  headline: Headline;
  /** On expected value: `undefined` where there is no such line, `null` where only its room is kept. */
  expected: string | null | undefined;
  notes: readonly string[];
  /** What the status region says. */
  announcement: string;
  /** The first picture is painted: what is not part of it follows. */
  isPictured: boolean;
  isDark: boolean;
  camera: MapCamera;
  /** A table is shown in place of the map; `null` where there is none. */
  isTable: boolean | null;
}

type ViewBinding = Binding<ViewInput>;

/**
 * All nodes of the first picture, made once, and written where their input changes. The nodes inside of the map's layers and
 * the ticker's list belong to those.
 */
export class LiveMapView {
  /** The child of the shadow root. */
  readonly shell: HTMLElement;
  /** The element's own box. */
  readonly root: HTMLElement = createElement('div', 'root');
  /** The map's box. */
  readonly map: HTMLElement = createElement('div', '');
  /** What the map's layers fill. */
  readonly basemap: SVGSVGElement = createLayer('basemap');
  readonly marks: SVGSVGElement = createLayer('marks');
  /** The ticker's list, which holds its rows. */
  readonly list: HTMLOListElement = createElement('ol', 'rows');
  readonly #bindings: ViewBinding[];
  /** Of what is not part of the first picture: labels, texts for screen readers, the ticker. */
  readonly #later: ViewBinding[];

  constructor(handlers: ViewHandlers) {
    const { root } = this;
    const status = withAttributes(createElement('p', 'unseen'), { role: 'status' });
    const note = createElement('p', 'note');
    this.#bindings = [
      bindAttribute(
        root,
        'class',
        ({ options, state, isDark }) =>
          `root ${options.ticker} ${state.status}${isDark ? ' dark' : ''}${options.history ? ' history' : ''}`,
      ),
      bindAttribute(root, 'lang', ({ locale }) => locale),
      bindAttribute(root, 'dir', ({ locale }) => directionOf(locale)),
      bind(
        ({ notes }) => notes.join('\n'),
        (notes) => {
          note.replaceChildren(...(notes ? notes.split('\n').map((text) => createElement('span', '', text)) : []));
        },
      ),
    ];
    this.#later = [bindText(status, ({ announcement }) => announcement)];
    root.append(
      createElement('div', 'top', this.#createIntro(), this.#createTools(handlers)),
      createElement('div', 'view', this.#createMap()),
      this.#createTicker(handlers.ticker),
      this.#createListRoom(),
      note,
      createSlot('footer'),
      status,
    );
    this.shell = createElement('div', 'shell', createElement('div', 'container', root));
  }

  update(input: ViewInput): void {
    for (const write of this.#bindings) write(input);
    if (input.isPictured) for (const write of this.#later) write(input);
  }

  #createIntro(): HTMLElement {
    const number = createElement('span', '');
    const loading = createElement('span', 'unseen');
    const what = createElement('span', 'what');
    const when = withAttributes(createElement('span', 'when'), { part: 'status' });
    const expected = createElement('span', 'when expected');
    // As text, words are apart from each other.
    const meaning = createElement('span', 'meaning', what, ' ', when, ' ', expected);
    const count = withAttributes(createElement('p', '', number, ' ', loading, ' ', meaning), { part: 'count' });
    const slot = createElement('slot', '', count);
    const isLoading = ({ headline }: ViewInput): boolean => headline.loading !== null;
    const isWorded = (input: ViewInput): boolean => input.headline.number === null && !isLoading(input);
    this.#bindings.push(
      // Where a filter leaves 0 of 32, the headline has a number.
      bindAttribute(slot, 'name', ({ state, headline }) => (state.count === 0 && !headline.number ? 'empty' : 'count')),
      bindAttribute(count, 'class', (input) => (isWorded(input) ? 'count worded' : 'count')),
      bindAttribute(
        number,
        'class',
        (input) => `number${input.headline.isMissing ? ' missing' : ''}${isLoading(input) ? ' placeholder' : ''}`,
      ),
      bindHidden(number, isWorded),
      bindText(number, ({ headline }) => headline.number),
      bindHidden(loading, (input) => !isLoading(input)),
      bindText(loading, ({ headline }) => headline.loading),
      bindHidden(meaning, isLoading),
      bindHidden(what, ({ headline }) => headline.what === null),
      bindText(what, ({ headline }) => headline.what),
      bindHidden(when, ({ headline }) => headline.when === null),
      bindText(when, ({ headline }) => headline.when),
      bindHidden(expected, (input) => input.expected === undefined),
      bindText(expected, (input) => (input.headline.number === null ? null : (input.expected ?? null))),
    );
    return createElement('div', 'intro', createSlot('heading'), slot);
  }

  #createTools({ onPause, onTable }: ViewHandlers): HTMLElement {
    const pause = withAttributes(iconButton('pause'), { part: 'pause' });
    const list = withAttributes(iconButton('table'), { part: 'list' });
    pause.addEventListener('click', onPause);
    list.addEventListener('click', onTable);
    const isPaused = ({ options }: ViewInput): boolean => options.paused;
    this.#later.push(
      bindLabel(pause, (input) => message(input.locale, isPaused(input) ? 'resume' : 'pause')),
      bindLabel(list, ({ locale, isTable }) => message(locale, isTable ? 'showMap' : 'showTable')),
    );
    this.#bindings.push(
      bindIcon(pause, (input) => (isPaused(input) ? 'play' : 'pause')),
      bindHidden(list, ({ isTable }) => isTable === null),
      bindIcon(list, ({ isTable }) => (isTable ? 'map' : 'table')),
    );
    return createElement('div', 'tools', pause, list);
  }

  #createMap(): HTMLElement {
    const map = withAttributes(this.map, { part: 'map', 'aria-describedby': 'summary' });
    const summary = withAttributes(createElement('p', 'unseen'), { id: 'summary' });
    map.append(createElement('div', 'picture', summary, this.basemap, this.marks));
    this.#bindings.push(
      bindAttribute(
        map,
        'class',
        ({ options, camera }) =>
          `map ${options.projection}${options.daylight ? ' daylight' : ''}${camera.isCut ? ' cut' : ''}${camera.canMove ? ' free' : ''}`,
      ),
      // Without what is behind it, it is a picture, which no key moves.
      bindAttribute(map, 'role', ({ isTable }) => (isTable === null ? 'img' : 'application')),
      bindAttribute(map, 'tabindex', ({ isTable }) => (isTable === null ? null : 0)),
      bindHidden(map, ({ isTable }) => isTable === true),
      bindAttribute(map, 'aria-label', ({ options, locale }) => options.label ?? message(locale, 'label')),
    );
    return map;
  }

  /** The room of the lists until their file is there, so that nothing moves when they come. Their names end in s. */
  #createListRoom(): HTMLElement {
    const room = createElement('div', 'breakdown');
    this.#bindings.push(
      bind(
        ({ options }) => `${options.breakdownSize} ${options.breakdown}`,
        (text) => {
          const height = listHeight(parseInt(text));
          room.replaceChildren(...(text.match(/s\b/gi) ?? []).map(() => createSvg('svg', { width: 0, height })));
        },
      ),
    );
    return room;
  }

  /** The ticker is as high as it will ever be, so that nothing moves when rows come. */
  #createTicker({ onPointerOver, onPointerLeave }: TickerHandlers): HTMLElement {
    const heading = withAttributes(createElement('div', 'unseen'), { role: 'heading' });
    const { list } = this;
    const more = createElement('p', 'more');
    const ticker = withAttributes(createElement('section', 'ticker', heading, list, more), { part: 'ticker' });
    list.addEventListener('pointerover', onPointerOver);
    list.addEventListener('pointerleave', onPointerLeave);
    const hasMore = ({ state }: ViewInput): boolean => state.more > 0;
    this.#bindings.push(
      bindHidden(ticker, ({ options }) => options.ticker === 'none'),
      bindHidden(more, (input) => !hasMore(input)),
      bindText(more, (input) => (hasMore(input) ? message(input.locale, 'more', { count: input.state.more }) : null)),
      bind(
        ({ options, state }) => Math.max(0, options.tickerSize - state.rows.length - Math.min(1, state.more)),
        (spare) => {
          while (more.nextElementSibling) more.nextElementSibling.remove();
          for (let index = 0; index < spare; index++)
            ticker.append(withAttributes(createElement('div', 'spare'), { 'aria-hidden': 'true' }));
        },
      ),
    );
    this.#later.push(
      bindText(heading, ({ locale }) => message(locale, 'ticker')),
      bindAttribute(heading, 'aria-level', ({ options }) => options.headingLevel),
    );
    return ticker;
  }
}

const createLayer = (name: string): SVGSVGElement => createSvg('svg', { class: name, 'aria-hidden': 'true' });

const createSlot = (name: string): HTMLSlotElement => withAttributes(createElement('slot', ''), { name });

function bindIcon(button: Element, read: (input: ViewInput) => keyof typeof ICONS): ViewBinding {
  return bind(read, (icon) => {
    button.querySelector('path')?.setAttribute('d', ICONS[icon]);
  });
}
