import { html, nothing, type TemplateResult } from 'lit';
import { message } from '../i18n/messages.ts';
import { leftIcon, minusIcon, plusIcon, resetIcon, rightIcon } from './icons.ts';

/** What the map's buttons and keys do. */
export type CameraAction = 'zoomIn' | 'zoomOut' | 'zoomReset' | 'turnLeft' | 'turnRight';

/** A button, and whether it is enabled; `null` where it is absent. */
export type CameraButton = readonly [action: CameraAction, isEnabled: boolean | null];

export interface ZoomView {
  locale: string;
  /** Always the same ones in the same order, so that nodes are kept, and with them the keyboard's focus. */
  buttons: readonly CameraButton[];
  onAction: (action: CameraAction, event: Event) => void;
}

const ICONS: Record<CameraAction, TemplateResult> = {
  zoomIn: plusIcon,
  zoomOut: minusIcon,
  zoomReset: resetIcon,
  turnLeft: leftIcon,
  turnRight: rightIcon,
};

/** A button for each gesture. A disabled one stays, and keeps the keyboard's focus. */
export function zoomTemplate({ locale, buttons, onAction }: ZoomView): TemplateResult {
  return html`<div class="zoom" part="zoom">
    ${buttons.map(([action, isEnabled]) => {
      if (isEnabled === null) return nothing;
      const label = message(locale, action);
      return html`<button
        type="button"
        class=${action}
        aria-label=${label}
        title=${label}
        aria-disabled=${isEnabled ? nothing : 'true'}
        @click=${(event: Event) => {
          onAction(action, event);
        }}
      >
        ${ICONS[action]}
      </button>`;
    })}
  </div>`;
}
