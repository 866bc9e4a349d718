import { message } from '../i18n/messages.ts';
import { bind, bindAttribute, bindLabel, type Binding } from './bindings.ts';
import { iconButton } from './icons.ts';

/** What the map's buttons and keys do. */
export type CameraAction = 'zoomIn' | 'zoomOut' | 'zoomReset' | 'turnLeft' | 'turnRight';

/** A button, and whether it is enabled; `null` where it is absent. */
export type CameraButton = readonly [action: CameraAction, isEnabled: boolean | null];

/** In the order of their buttons. */
const ACTIONS: readonly CameraAction[] = ['zoomReset', 'turnLeft', 'turnRight', 'zoomOut', 'zoomIn'];

export interface ZoomInput {
  locale: string;
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
  const all = ACTIONS.map((action) => iconButton(action));
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
      bindLabel<ZoomInput>(button, ({ locale }) => message(locale, action)),
    ];
  });
}
