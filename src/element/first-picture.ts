import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import { nextTask } from '../controllers/task.ts';

type PictureHost = ReactiveElement & { readonly snapshot: unknown };

/**
 * Splits the first drawing into tasks, as the page cannot respond during one: land and count; once they are painted, the
 * marks; then all else, such as the ticker's rows and texts for screen readers.
 */
export class FirstPicture implements ReactiveController {
  readonly #host: PictureHost;
  /** The first data are there, or about to be drawn. */
  #hasData = false;
  #isDone = false;
  #isAwaited = false;
  #waiting: (() => void)[] = [];

  constructor(host: PictureHost) {
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

  /** @returns What first data wait for. The first update does not wait: it takes the space of the element. */
  begin(): Promise<void> | null {
    if (this.#hasData || this.#host.snapshot === null) return null;
    this.#hasData = true;
    this.#isDone = false;
    return this.#host.hasUpdated ? nextTask() : null;
  }

  /** @param isPainted Land and count are. @returns Whether all is to be drawn. */
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
