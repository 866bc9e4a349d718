import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import { nextTask } from '../controllers/task.ts';

/**
 * Splits the first drawing into tasks, as the page cannot respond during one: land and count; once they are painted, the
 * marks; then all else, such as the ticker's rows and texts for screen readers.
 */
export class FirstPicture implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  /** The first data are there, or about to be drawn. */
  #hasData = false;
  #isDone = false;
  #isAwaited = false;
  #waiting: (() => void)[] = [];

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  /** It is there already: all else is drawn at once. */
  skip(): void {
    this.#isDone = this.#hasData = true;
  }

  /** Settles once all may be drawn, or the host has left the page. */
  async end(): Promise<void> {
    if (!this.#isDone && this.#host.isConnected) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  hostDisconnected(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Before each update. @returns Whether it brings the first data, whose picture is a first one again. */
  begin(hasData: boolean): boolean {
    const isFirst = hasData && !this.#hasData;
    this.#hasData ||= hasData;
    this.#isDone &&= !isFirst;
    return isFirst;
  }

  /** Before each drawing. @param isPainted Land and count are. @returns Whether all is to be drawn. */
  advance(isPainted: boolean): boolean {
    if (!this.#isDone && !this.#isAwaited && isPainted) {
      const task = nextTask();
      this.#isDone = task === null;
      this.#isAwaited = task !== null;
      void task?.then(() => {
        this.#isAwaited = false;
        this.#isDone = true;
        this.#host.requestUpdate();
        this.hostDisconnected();
      });
    }
    return this.#isDone;
  }
}
