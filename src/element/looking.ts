import type { ReactiveControllerHost } from 'lit';
import { CameraController } from '../controllers/camera.ts';
import type { Camera } from '../map/camera.ts';
import type { ConfiguredElement } from './configured-element.ts';
import { Helm } from './helm.ts';
import type { Shown } from './shown.ts';
import type { Stage } from './stage.ts';
import { Steering } from './steering.ts';
import { Viewpoint, type Outlook } from './viewpoint.ts';

/** All that makes the camera move: time, visitors, people. */
export class Looking {
  readonly viewpoint: Viewpoint;
  readonly helm: Helm;
  readonly steering: Steering;
  readonly #motion: CameraController;

  /** @param onFrame The camera has moved, and nothing else: what it sees is to be drawn. */
  constructor(host: ReactiveControllerHost, stage: Stage, onFrame: () => void) {
    this.#motion = new CameraController(host, onFrame);
    this.viewpoint = new Viewpoint(this.#motion);
    this.helm = new Helm(stage, this.viewpoint);
    this.steering = new Steering(stage, this.helm, () => {
      host.requestUpdate();
    });
  }

  /** What is seen now; `null` before anything was. */
  get camera(): Camera | null {
    return this.#motion.camera;
  }

  /** Whether finer land would be seen. */
  get isFine(): boolean {
    return this.viewpoint.isFine && !this.steering.isDragged;
  }

  /** To be told before each rendering. @param width Of the map, in CSS pixels. */
  follow(outlook: Outlook, width: number): void {
    this.viewpoint.follow(outlook);
    this.helm.follow(outlook.home, width);
  }

  /** To be told after each rendering. @param isSeen Whether anybody can see the map. */
  apply({ projection, fit, paused }: ConfiguredElement, { snapshot, status }: Shown, isSeen: boolean): void {
    this.#motion.isAwake = isSeen && !paused;
    this.#motion.isTurning =
      projection === 'globe' &&
      fit === 'world' &&
      snapshot !== null &&
      status === 'live' &&
      !this.steering.isUsed &&
      !this.viewpoint.isNearer;
  }
}
