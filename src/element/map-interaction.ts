import type { Formatters } from '../i18n/messages.ts';
import { InteractionMessages } from '../i18n/interaction-messages.ts';
import { memo } from '../controllers/memo.ts';
import { bindAttribute, bindText, type Binding } from '../layers/bindings.ts';
import { MapPosition } from '../camera/map-position.ts';
import { adoptStyle, createElement, withAttributes } from '../layers/dom.ts';
import { EffectsLayer } from '../layers/effects-layer.ts';
import { interactionStyles } from '../layers/interaction.styles.ts';
import { PlaceTable } from '../layers/table.ts';
import { Tooltip, TOOLTIP, type PredictionTerms } from '../layers/tooltip.ts';
import { createZoomButtons, type CameraButton } from '../layers/zoom.ts';
import type { Mark } from '../marks/mark.ts';
import type { Visitor } from '../protocol/types.ts';
import type { LiveState } from '../store/live-state.ts';
import type { CameraLoader } from './camera-loader.ts';
import { MapInput, type MapInputListener } from './map-input.ts';
import { Selection } from './selection.ts';
import { summarize } from './summary.ts';

/** What the interaction is with. */
export interface InteractiveMap extends MapInputListener {
  /** The element's own box, and the map's in it. */
  root: HTMLElement;
  map: HTMLElement;
  loader: CameraLoader;
  formatters: Formatters;
}

export interface InteractionUpdate {
  locale: string;
  /** Changes when messages are registered. */
  messagesVersion: number;
  state: LiveState;
  minCount: number;
  /** `null` where likelihoods to buy are not shown. */
  predictions: PredictionTerms | null;
  buttons: readonly CameraButton[];
  mark: Mark | null;
  /** Visitors of the mark. */
  visitors: readonly Visitor[];
  /** The table is shown in place of the map. */
  isTable: boolean;
}

interface Described {
  messages: InteractionMessages;
  buttons: readonly CameraButton[];
  summary: string;
  mark: Mark | null;
}

/**
 * All that a viewer who is at the map can do, and what the map answers: pointer and keyboard, tooltip, zoom buttons, the
 * table, effects. The first picture does without, so its file is fetched after that.
 */
export class MapInteraction {
  readonly selection: Selection = new Selection();
  readonly position: MapPosition;
  readonly effects: EffectsLayer;
  readonly input: MapInput;
  readonly #map: HTMLElement;
  readonly #tooltip: Tooltip;
  readonly #messages: (locale: string, version: number) => InteractionMessages;
  readonly #summary = memo(summarize);
  readonly #bindings: Binding<Described>[];
  #table: PlaceTable | null = null;

  constructor({ root, map, loader, formatters, ...listener }: InteractiveMap) {
    const picture = map.querySelector<HTMLElement>('.picture');
    const summary = map.querySelector('#summary');
    if (!picture || !summary) throw new Error('Got a view without a picture and its summary.');
    this.#map = map;
    this.#messages = memo((locale: string) => new InteractionMessages(locale, formatters));
    const effects = withAttributes(createElement('div', 'effects'), { 'aria-hidden': 'true' });
    const zoom = withAttributes(createElement('div', 'zoom'), { part: 'zoom' });
    adoptStyle(map, interactionStyles);
    picture.append(effects, zoom);
    this.effects = new EffectsLayer(effects);
    this.#tooltip = new Tooltip(picture, root);
    this.position = new MapPosition(picture);
    this.input = new MapInput(map, this.position, loader, this.selection, listener);
    this.#bindings = [
      ...createZoomButtons(zoom, this.input.onCameraAction),
      bindAttribute(map, 'aria-activedescendant', ({ mark }) => (mark ? TOOLTIP : null)),
      bindText(summary, ({ messages, buttons, summary }) => {
        const hint = messages.text(buttons.length > 0 ? 'keyboardHint' : 'arrowKeysHint');
        return summary === '' ? hint : messages.text('described', { summary, hint });
      }),
    ];
  }

  /** While the host renders. */
  update(update: InteractionUpdate): void {
    const { locale, messagesVersion, state, minCount, predictions, buttons, mark, visitors, isTable } = update;
    const messages = this.#messages(locale, messagesVersion);
    const summary = this.#summary(messages, state.visitors, state.count, minCount);
    for (const write of this.#bindings) write({ messages, buttons, summary, mark });
    const now = state.asOf;
    this.#tooltip.update({ mark, visitors, messages, now, predictions });
    if (!isTable) {
      this.#table?.element.remove();
      this.#table = null;
      return;
    }
    if (!this.#table) this.#map.before((this.#table = new PlaceTable()).element);
    this.#table.update({ messages, visitors: state.visitors, now, predictions: predictions !== null, summary });
  }
}
