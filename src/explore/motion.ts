import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Camera } from '../map/camera.ts';
import { between, turned } from '../map/camera-moves.ts';

/** What moves a camera: the clock, the screen's frames, and whether the viewer wants movement. */
export interface Motion {
  /** Monotonic milliseconds, as frames tell them. */
  now(): number;
  requestFrame(callback: (now: number) => void): number;
  cancelFrame(handle: number): void;
  isReduced(): boolean;
}

const EASE_MS = 800;
/** Radians a millisecond: a turn in a minute and a half. */
const TURN = (4 * Math.PI) / 180 / 1000;
/** After a longer gap the globe goes on where it was, and does not jump. */
const LONGEST_FRAME = 100;

let reduced: MediaQueryList | undefined;

const motion: Motion = {
  now: () => performance.now(),
  requestFrame: (callback) => requestAnimationFrame(callback),
  cancelFrame: (handle) => {
    cancelAnimationFrame(handle);
  },
  // jsdom has neither frames nor media queries: nothing moves there.
  isReduced: () => {
    const { matchMedia, requestAnimationFrame } = globalThis as Partial<typeof globalThis>;
    reduced ??= matchMedia?.('(prefers-reduced-motion: reduce)');
    return !requestAnimationFrame || reduced?.matches !== false;
  },
};

/** Moves a camera from frame to frame while somebody can see it. At rest nothing is scheduled. */
export class CameraMotion implements ReactiveController {
  /** What is seen now; `null` until there is something to see. */
  camera: Camera | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #onFrame: () => void;
  readonly #motion: Motion;
  #ease: { from: Camera; to: Camera; since: number } | null = null;
  #isAwake = false;
  #isTurning = false;
  #isConnected = false;
  #frame: number | null = null;
  #last = 0;

  /** @param onFrame The camera has moved: what it sees is to be drawn. */
  constructor(host: ReactiveControllerHost, onFrame: () => void, injected: Motion = motion) {
    this.#host = host;
    this.#onFrame = onFrame;
    this.#motion = injected;
    host.addController(this);
  }

  /** Where it will be when it has come to rest. */
  get target(): Camera | null {
    return this.#ease?.to ?? this.camera;
  }

  get isMoving(): boolean {
    return this.#ease !== null;
  }

  /** @param isAwake Whether it may move: somebody sees it, and nobody has paused it. */
  set isAwake(isAwake: boolean) {
    this.#isAwake = isAwake;
    this.#apply();
  }

  /** Whether the globe turns by itself. */
  set isTurning(isTurning: boolean) {
    this.#isTurning = isTurning;
    this.#apply();
  }

  easeTo(to: Camera): void {
    const from = this.camera;
    if (!from || isSame(from, to)) {
      this.jumpTo(to);
      return;
    }
    this.#ease = { from, to, since: this.#motion.now() };
    this.#apply();
    this.#host.requestUpdate();
  }

  jumpTo(camera: Camera): void {
    this.#ease = null;
    this.camera = camera;
    this.#apply();
    this.#host.requestUpdate();
  }

  /** Follows a hand: drawn at once, and nothing but the picture changes. */
  moveTo(camera: Camera): void {
    this.#ease = null;
    this.camera = camera;
    this.#apply();
    this.#onFrame();
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#apply();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#apply();
  }

  #apply(): void {
    const isFree = this.#isAwake && this.#isConnected && !this.#motion.isReduced();
    // What may not move is there at once.
    if (this.#ease && !isFree) {
      this.jumpTo(this.#ease.to);
      return;
    }
    if (isFree && (this.#ease ?? (this.#isTurning && this.camera))) {
      if (this.#frame !== null) return;
      this.#last = this.#motion.now();
      this.#frame = this.#motion.requestFrame(this.#move);
    } else if (this.#frame !== null) {
      this.#motion.cancelFrame(this.#frame);
      this.#frame = null;
    }
  }

  readonly #move = (now: number): void => {
    this.#frame = null;
    const passed = Math.max(0, Math.min(LONGEST_FRAME, now - this.#last));
    if (this.#ease) {
      const { from, to, since } = this.#ease;
      const share = Math.max(0, Math.min(1, (now - since) / EASE_MS));
      if (share === 1) this.jumpTo(to);
      else this.camera = between(from, to, share * share * (3 - 2 * share));
    } else if (this.#isTurning && this.camera) this.camera = turned(this.camera, passed * TURN);
    this.#onFrame();
    this.#apply();
    this.#last = now;
  };
}

function isSame(a: Camera, b: Camera): boolean {
  return a.lambda === b.lambda && a.phi === b.phi && a.x === b.x && a.y === b.y && a.scale === b.scale;
}
