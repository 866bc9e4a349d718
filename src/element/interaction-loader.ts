import { Lazy } from '../controllers/lazy.ts';
import { whenIdle } from '../controllers/task.ts';
import type * as module from './map-interaction.ts';
import type { MapInteraction } from './map-interaction.ts';

type InteractionModule = typeof module;

/** The first picture does without. */
const interactionFile = new Lazy<InteractionModule>(
  'pointer, keyboard and table',
  () => import('./map-interaction.ts'),
);

/** What a viewer may do to a map that does not respond yet. */
const EVENTS = ['pointermove', 'pointerleave', 'click', 'keydown', 'focusin', 'focusout'] as const;
/** What ends another one. */
const ENDED: Readonly<Record<string, string>> = { pointerleave: 'pointermove', focusout: 'focusin' };
const MOST = 16;
/** Keys that would scroll the page. */
const SCROLLING = /^(Arrow|Home$|End$)/;

/** Keeps what a viewer does to the map until its interaction is there: all keys, and the last event of each other kind. */
class EarlyInput {
  readonly #map: HTMLElement;
  readonly #onEvent: () => boolean;
  #events: Event[] = [];

  /** @param onEvent Requests the interaction. @returns Whether it may come. */
  constructor(map: HTMLElement, onEvent: () => boolean) {
    this.#map = map;
    this.#onEvent = onEvent;
    for (const type of EVENTS) map.addEventListener(type, this.#keep);
  }

  /** Ends it. @returns What was kept, in its order. */
  take(): Event[] {
    for (const type of EVENTS) this.#map.removeEventListener(type, this.#keep);
    return this.#events;
  }

  /** The map was taken from under the pointer. */
  drop(): void {
    this.#events = [];
  }

  readonly #keep = (event: Event): void => {
    if (!this.#onEvent()) return;
    const { type } = event;
    const isKey = event instanceof KeyboardEvent;
    if (isKey && SCROLLING.test(event.key)) event.preventDefault();
    const ended = isKey ? null : (ENDED[type] ?? type);
    // A key that is held down repeats.
    const events = this.#events.filter((other) => other.type !== ended).slice(-MOST);
    this.#events = type in ENDED ? events : [...events, event];
  };
}

/** The interaction of a map, once it is needed and its file is there. */
export class InteractionLoader {
  interaction: MapInteraction | null = null;
  readonly #update: () => void;
  #early: EarlyInput | null = null;
  /** `null` until the first picture is painted. */
  #isIdle: boolean | null = null;

  /** @param update Of the host. */
  constructor(update: () => void) {
    this.#update = update;
  }

  /** Whether the file is there; `null` where it is missing. */
  get isThere(): boolean | null {
    return interactionFile.value ? true : interactionFile.isMissing ? null : false;
  }

  request(): void {
    interactionFile.request(this.#update);
  }

  /** Settles once the file is there, or missing. */
  async settle(): Promise<void> {
    this.request();
    await interactionFile.settle();
  }

  /** Keeps what a viewer does to the map in the meantime. */
  observe(map: HTMLElement): void {
    this.#early = new EarlyInput(map, () => {
      this.request();
      return this.isThere !== null;
    });
  }

  /** Requests the file as soon as the page is idle. */
  requestWhenIdle(): void {
    if (this.#isIdle) this.request();
    if (this.#isIdle !== null) return;
    this.#isIdle = false;
    whenIdle(() => {
      this.#isIdle = true;
      this.request();
    });
  }

  /** Creates the interaction where its file is there; it handles what was kept. */
  create(create: (module: InteractionModule) => MapInteraction): MapInteraction | null {
    if (!interactionFile.value) return null;
    this.interaction ??= create(interactionFile.value);
    for (const event of this.#early?.take() ?? []) this.interaction.input.handle(event);
    this.#early = null;
    return this.interaction;
  }

  /** The map was taken from under the pointer. */
  release(): void {
    this.#early?.drop();
    this.interaction?.input.release();
  }
}
