import { html, nothing, type TemplateResult } from 'lit';
import { message } from '../i18n/messages.ts';
import { leftIcon, minusIcon, plusIcon, resetIcon, rightIcon } from './icons.ts';

/** What the buttons do, which are also keys. */
export type Steer = 'zoomIn' | 'zoomOut' | 'zoomReset' | 'turnLeft' | 'turnRight';

/** Whether it can do something; `null` where it is not there. */
export type ZoomButton = readonly [steer: Steer, isEnabled: boolean | null];

export interface ZoomView {
  locale: string;
  /** Always the same ones, each in its place: nodes are kept, and with them the keyboard's focus. */
  buttons: readonly ZoomButton[];
  onSteer: (steer: Steer, event: Event) => void;
}

const ICONS: Record<Steer, TemplateResult> = {
  zoomIn: plusIcon,
  zoomOut: minusIcon,
  zoomReset: resetIcon,
  turnLeft: leftIcon,
  turnRight: rightIcon,
};

/** For each gesture a button. One that can do nothing stays, and keeps the keyboard's focus. */
export function zoomTemplate({ locale, buttons, onSteer }: ZoomView): TemplateResult {
  return html`<div class="zoom" part="zoom">
    ${buttons.map(([steer, isEnabled]) => {
      if (isEnabled === null) return nothing;
      const label = message(locale, steer);
      return html`<button
        type="button"
        class=${steer}
        aria-label=${label}
        title=${label}
        aria-disabled=${isEnabled ? nothing : 'true'}
        @click=${(event: Event) => {
          onSteer(steer, event);
        }}
      >
        ${ICONS[steer]}
      </button>`;
    })}
  </div>`;
}
