import type { InteractionMessages } from '../i18n/interaction-messages.ts';
import { bind, bindAttribute, bindLabel, type Binding } from './bindings.ts';
import { pathButton } from './icons.ts';

/** What the map's buttons and keys do. */
export type CameraAction = 'zoomIn' | 'zoomOut' | 'zoomReset' | 'turnLeft' | 'turnRight';

/** A button, and whether it is enabled; `null` where it is absent. */
export type CameraButton = readonly [action: CameraAction, isEnabled: boolean | null];

/** Icons of the buttons, in their order: paths in a square of 16 px. */
const ZOOM_ICONS: Readonly<Record<CameraAction, string>> = {
  zoomReset: 'M2.5 6v-3.5h3.5M10 2.5h3.5v3.5M13.5 10v3.5h-3.5M6 13.5h-3.5v-3.5',
  turnLeft: 'M9.5 4l-4 4l4 4',
  turnRight: 'M6.5 4l4 4l-4 4',
  zoomOut: 'M3.5 8h9',
  zoomIn: 'M3.5 8h9M8 3.5v9',
};
const ACTIONS = Object.keys(ZOOM_ICONS) as CameraAction[];

export interface ZoomInput {
  messages: InteractionMessages;
  buttons: readonly CameraButton[];
}

/**
 * Puts a button for each gesture into a box. A disabled one stays, and keeps the keyboard's focus.
 *
 * @returns What updates the buttons.
 */
export function createZoomButtons(
  box: HTMLElement,
  onAction: (action: CameraAction, event: Event) => void,
): Binding<ZoomInput>[] {
  const all = Object.values(ZOOM_ICONS).map(pathButton);
  return ACTIONS.flatMap((action, index) => {
    const [button, ...next] = all.slice(index) as [HTMLButtonElement, ...HTMLButtonElement[]];
    button.className = action;
    button.addEventListener('click', (event) => {
      onAction(action, event);
    });
    const isEnabled = ({ buttons }: ZoomInput): boolean | null =>
      buttons.find(([name]) => name === action)?.[1] ?? null;
    return [
      bind<ZoomInput, boolean>(
        (input) => isEnabled(input) === null,
        (isAbsent) => {
          if (isAbsent) button.parentNode?.removeChild(button);
          else box.insertBefore(button, next.find(({ parentNode }) => parentNode) ?? null);
        },
      ),
      bindAttribute<ZoomInput>(button, 'aria-disabled', (input) => (isEnabled(input) === false ? 'true' : null)),
      bindLabel<ZoomInput>(button, ({ messages }) => messages.text(action)),
    ];
  });
}
