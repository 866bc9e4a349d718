// A page over classic WebDriver that answers like one of Playwright, as far as the commands of
// @web/test-runner-commands use it.
import { setTimeout as sleep } from 'node:timers/promises';

/** Sends a command to the session, and gives back its value. */
export type Command = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  Meta: '\uE03D',
};
const keyOf = (name: string): string => KEYS[name] ?? name;

const BUTTONS = ['left', 'middle', 'right'] as const;
interface ButtonOption {
  button?: (typeof BUTTONS)[number];
}

interface Size {
  width: number;
  height: number;
}

/** The window manager needs time for it, more of it on a busy machine. */
const RESIZE_MS = 10_000;
const STEP_MS = 50;

export class WebDriverPage {
  readonly #command: Command;

  constructor(command: Command) {
    this.#command = command;
  }

  evaluate(script: string, ...args: unknown[]): Promise<unknown> {
    return this.#command('POST', '/execute/sync', { script, args });
  }

  async setViewportSize({ width, height }: Size): Promise<void> {
    for (let waited = 0; waited < RESIZE_MS; waited += STEP_MS) {
      const [w, h] = (await this.evaluate('return [innerWidth, innerHeight]')) as [number, number];
      if (w === width && h === height) return;
      const rect = (await this.#command('GET', '/window/rect')) as Size;
      if (waited % (5 * STEP_MS) === 0) {
        const wanted = { width: rect.width + width - w, height: rect.height + height - h };
        await this.#command('POST', '/window/rect', wanted);
      }
      await sleep(STEP_MS);
    }
    throw new Error(`WebKit: the viewport did not become ${width} x ${height}.`);
  }

  /**
   * WebKitGTK reads prefers-reduced-motion from the desktop's settings when it starts, and WebDriver has no command for
   * it: a test asks matchMedia afterwards, and skips where the answer did not change.
   */
  emulateMedia(): Promise<void> {
    return Promise.resolve();
  }

  readonly keyboard = {
    down: (key: string): Promise<unknown> => this.#keys([{ type: 'keyDown', value: keyOf(key) }]),
    up: (key: string): Promise<unknown> => this.#keys([{ type: 'keyUp', value: keyOf(key) }]),
    type: (text: string): Promise<unknown> =>
      this.#keys(
        Array.from(text).flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      ),
    press: (combination: string): Promise<unknown> => {
      const keys = combination.length > 1 ? combination.split('+').map(keyOf) : [combination];
      return this.#keys([
        ...keys.map((value) => ({ type: 'keyDown', value })),
        ...keys.toReversed().map((value) => ({ type: 'keyUp', value })),
      ]);
    },
  };

  readonly mouse = {
    move: (x: number, y: number): Promise<unknown> => this.#mouse([moveTo(x, y)]),
    down: (option?: ButtonOption): Promise<unknown> => this.#mouse([button('pointerDown', option)]),
    up: (option?: ButtonOption): Promise<unknown> => this.#mouse([button('pointerUp', option)]),
    click: (x: number, y: number, option?: ButtonOption): Promise<unknown> =>
      this.#mouse([moveTo(x, y), button('pointerDown', option), button('pointerUp', option)]),
  };

  async screenshot(): Promise<Buffer> {
    return Buffer.from((await this.#command('GET', '/screenshot')) as string, 'base64');
  }

  locator(selector: string): { selectOption: (option: { value?: string; label?: string }) => Promise<unknown> } {
    return {
      selectOption: ({ value, label }) =>
        this.evaluate(
          `const [selector, value, label] = arguments;
          const element = document.querySelector(selector);
          const option = [...element.options].find((one) => value === null ? one.label === label : one.value === value);
          option.selected = true;
          for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }));`,
          selector,
          value ?? null,
          label ?? null,
        ),
    };
  }

  #keys(actions: object[]): Promise<unknown> {
    return this.#actions({ type: 'key', id: 'keyboard', actions });
  }

  #mouse(actions: object[]): Promise<unknown> {
    return this.#actions({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  #actions(source: object): Promise<unknown> {
    return this.#command('POST', '/actions', { actions: [source] });
  }
}

function moveTo(x: number, y: number): object {
  return { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) };
}

function button(type: 'pointerDown' | 'pointerUp', { button: name = 'left' }: ButtonOption = {}): object {
  return { type, button: BUTTONS.indexOf(name) };
}
