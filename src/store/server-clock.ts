import type { Platform } from './platform.ts';

/** The server's clock, as far as an answer showed it: the viewer's own may be wrong by hours. */
export class ServerClock {
  readonly #platform: Platform;
  /** Epoch ms of the server at a monotonic ms of ours. */
  #reading: { server: number; own: number } | null = null;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** @param server Epoch ms now; `null` where the answer did not show it. */
  set(server: number | null): void {
    this.#reading = server === null ? null : { server, own: this.#platform.now() };
  }

  /** Epoch ms of the last reading; `null` where there is none. */
  get lastReading(): number | null {
    return this.#reading?.server ?? null;
  }

  /** Epoch ms; by our own clock where the server's is not known. */
  now(): number {
    const reading = this.#reading;
    return reading ? reading.server + this.#platform.now() - reading.own : this.#platform.epoch();
  }
}
