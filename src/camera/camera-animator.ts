import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';
import type { Camera } from '../map/camera.ts';
import { interpolateCamera, rotateCamera } from '../map/camera-moves.ts';
import type { Transition } from './camera-state.ts';

/** Clock, frames and the viewer's preference; tests inject their own. */
export interface FrameScheduler {
  /** Monotonic ms, as frames have them. */
  now(): number;
  request(callback: (now: number) => void): number;
  cancel(handle: number): void;
  isReducedMotion(): boolean;
}

const EASE_MS = 800;
/** Radians a millisecond: a turn in a minute and a half. */
const TURN = (4 * Math.PI) / 180 / 1000;
/** After a longer gap the globe goes on where it was. */
const LONGEST_FRAME_MS = 100;

let reducedMotion: MediaQueryList | undefined;

const browserFrames: FrameScheduler = {
  now: () => performance.now(),
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => {
    cancelAnimationFrame(handle);
  },
  // jsdom has neither frames nor media queries: nothing moves there.
  isReducedMotion: () => {
    const { matchMedia, requestAnimationFrame } = globalThis as Partial<typeof globalThis>;
    reducedMotion ??= matchMedia?.('(prefers-reduced-motion: reduce)');
    return !requestAnimationFrame || reducedMotion?.matches !== false;
  },
};

/** Moves a camera from frame to frame while the map can be seen. At rest nothing is scheduled. */
export class CameraAnimator implements ReactiveController {
  /** What is seen now; `null` before anything is. */
  camera: Camera | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #onFrame: () => void;
  readonly #frames: FrameScheduler;
  #ease: { from: Camera; to: Camera; since: number } | null = null;
  #isAwake = false;
  #isTurning = false;
  #isConnected = false;
  #frame: number | null = null;
  #last = 0;

  /** @param onFrame The camera has moved, and nothing else has changed. */
  constructor(host: ReactiveControllerHost, onFrame: () => void, injected: FrameScheduler = browserFrames) {
    this.#host = host;
    this.#onFrame = onFrame;
    this.#frames = injected;
    host.addController(this);
  }

  get isMoving(): boolean {
    return this.#ease !== null;
  }

  /** @param isAwake Whether it may move: the map can be seen and is not paused. @param isTurning The globe turns by itself. */
  configure(isAwake: boolean, isTurning: boolean): void {
    this.#isAwake = isAwake;
    this.#isTurning = isTurning;
    this.#apply();
  }

  moveTo(to: Camera, transition: Transition): void {
    const from = this.camera;
    if (transition === 'none') return;
    if (transition === 'ease' && from && !isSame(from, to)) {
      this.#ease = { from, to, since: this.#frames.now() };
    } else {
      this.#ease = null;
      this.camera = to;
    }
    this.#apply();
    if (transition === 'follow') this.#onFrame();
    else this.#host.requestUpdate();
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
    const isFree = this.#isAwake && this.#isConnected && !this.#frames.isReducedMotion();
    if (this.#ease && !isFree) {
      this.moveTo(this.#ease.to, 'jump');
      return;
    }
    if (isFree && (this.#ease ?? (this.#isTurning && this.camera))) {
      if (this.#frame !== null) return;
      this.#last = this.#frames.now();
      this.#frame = this.#frames.request(this.#move);
    } else if (this.#frame !== null) {
      this.#frames.cancel(this.#frame);
      this.#frame = null;
    }
  }

  readonly #move = (now: number): void => {
    this.#frame = null;
    const passed = Math.max(0, Math.min(LONGEST_FRAME_MS, now - this.#last));
    if (this.#ease) {
      const { from, to, since } = this.#ease;
      const share = Math.max(0, Math.min(1, (now - since) / EASE_MS));
      if (share === 1) this.moveTo(to, 'jump');
      else this.camera = interpolateCamera(from, to, share * share * (3 - 2 * share));
    } else if (this.#isTurning && this.camera) this.camera = rotateCamera(this.camera, passed * TURN);
    this.#onFrame();
    this.#apply();
    this.#last = now;
  };
}

function isSame(a: Camera, b: Camera): boolean {
  return a.lambda === b.lambda && a.phi === b.phi && a.x === b.x && a.y === b.y && a.scale === b.scale;
}
