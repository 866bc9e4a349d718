import { enSound } from '../i18n/en-sound.ts';
import type { Formatters } from '../i18n/messages.ts';
import { bind, bindAttribute, bindLabel, type Binding } from '../layers/bindings.ts';
import { withAttributes } from '../layers/dom.ts';
import { iconButton } from '../layers/icons.ts';
import { Chime } from '../layers/chime.ts';
import type { LiveStore } from '../store/live-store.ts';
import type { OptionalPart, PartContext, PartHost } from './optional-part.ts';
import type { LiveMapOptions } from './options.ts';

const SPEAKER = 'M2.5 6.2v3.6h2.3l3.4 2.9v-9.4l-3.4 2.9z';
/** Of the speaker that is on, and of the one that is off. */
const WAVES = `${SPEAKER}M10.7 6a2.8 2.8 0 0 1 0 4M12.6 4a5.6 5.6 0 0 1 0 8`;
const CROSS = `${SPEAKER}M10.8 6.3l3.4 3.4M14.2 6.3l-3.4 3.4`;

/** A note for each payment, once a viewer has switched it on. Nothing remembers that. */
export class Sound implements OptionalPart {
  readonly #host: PartHost;
  readonly #button = withAttributes(iconButton('pause'), { part: 'sound' });
  readonly #bindings: readonly Binding<string>[];
  readonly #note = new Chime();
  #isOn = false;
  /** Payments that are shown for the first time with the next drawing. */
  #payments: string[] = [];

  constructor(host: PartHost, store: LiveStore, formatters: Formatters) {
    this.#host = host;
    this.#bindings = [
      bindLabel(this.#button, (locale) => formatters.message(locale, 'sound', {}, enSound.sound)),
      bindAttribute(this.#button, 'aria-pressed', () => String(this.#isOn)),
      bind(
        () => (this.#isOn ? WAVES : CROSS),
        (icon) => this.#button.querySelector('path')?.setAttribute('d', icon),
      ),
    ];
    store.subscribe((_state, { payments }) => {
      this.#payments.push(...payments);
    });
    this.#button.addEventListener('click', () => {
      this.#switch(!this.#isOn);
    });
    host.addController({
      hostDisconnected: () => {
        // A move within the document disconnects and connects in one task.
        queueMicrotask(() => {
          if (!host.isConnected) this.#switch(false);
        });
      },
    });
  }

  update({ sound }: LiveMapOptions): void {
    if (sound) return;
    this.#button.remove();
    this.#switch(false);
  }

  draw({ options, locale, state }: PartContext): null {
    const payments = this.#payments.splice(0);
    // Without AudioContext there is no button. A server renders for browsers that have it.
    if (!options.sound || (!('AudioContext' in globalThis) && 'document' in globalThis)) return null;
    if (!this.#button.parentElement) this.#host.renderRoot.querySelector('.tools')?.prepend(this.#button);
    for (const write of this.#bindings) write(locale);
    // A filtered or a past state shows other payments.
    if (payments.some((id) => state.payments.some(({ _id }) => _id === id))) this.#note.play();
    return null;
  }

  #switch(isOn: boolean): void {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    if (isOn) this.#note.switchOn();
    else this.#note.switchOff();
    this.#host.requestUpdate();
  }
}
