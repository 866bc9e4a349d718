import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

const members = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all elements of a page, so that their seconds turn together; none while no element needs it. */
function join(tick: () => void): void {
  members.add(tick);
  timer ??= setInterval(() => {
    for (const member of members) member();
  }, 1000);
}

function leave(tick: () => void): void {
  members.delete(tick);
  if (members.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}

/** Calls back every second while it is running and its host is connected. */
export class ClockController implements ReactiveController {
  readonly #tick: () => void;
  #running = false;
  #connected = false;

  constructor(host: ReactiveControllerHost, tick: () => void) {
    this.#tick = tick;
    host.addController(this);
  }

  set running(running: boolean) {
    this.#running = running;
    this.#apply();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#apply();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#apply();
  }

  #apply(): void {
    if (this.#running && this.#connected) join(this.#tick);
    else leave(this.#tick);
  }
}
