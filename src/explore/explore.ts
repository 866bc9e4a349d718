import type { ReactiveControllerHost } from 'lit';
import type { Camera } from '../map/camera.ts';
import type { Frame } from '../map/frame.ts';
import { readLand, type Land } from '../map/land.ts';
import { createFrame, type FrameOptions } from '../map/views.ts';
import { Detail } from './detail.ts';
import { Dismissal, type Dismissible } from './dismissal.ts';
import { Drag } from './drag.ts';
import { Helm, type Sights } from './helm.ts';
import { CameraMotion } from './motion.ts';
import { Viewpoint, type Outlook } from './viewpoint.ts';

/**
 * All that shows more of the earth than the whole world in its usual projection: time, visitors and people move the
 * camera. It is fetched when it is wanted.
 */
export class Explorer {
  readonly viewpoint: Viewpoint;
  readonly helm: Helm;
  readonly drag: Drag;
  readonly detail: Detail;
  readonly #motion: CameraMotion;
  readonly #land: string;

  /**
   * @param land What `npm run land` has written, which the whole world's map has with it.
   * @param onFrame The camera has moved, and nothing else: what it sees is to be drawn.
   */
  constructor(host: ReactiveControllerHost & Element, sights: Sights & Dismissible, land: string, onFrame: () => void) {
    new Dismissal(host, sights);
    this.#land = land;
    this.detail = new Detail(host);
    this.#motion = new CameraMotion(host, onFrame);
    this.viewpoint = new Viewpoint(this.#motion);
    this.helm = new Helm(sights, this.viewpoint);
    this.drag = new Drag(() => this.viewpoint.keep());
  }

  /** What is seen now; `null` before anything was. */
  get camera(): Camera | null {
    return this.#motion.camera;
  }

  /** Whether finer land would be seen. */
  get isFine(): boolean {
    return this.viewpoint.isFine && !this.drag.isHeld;
  }

  /** To be told before each rendering. @param width Of the map, in CSS pixels. */
  follow(outlook: Outlook, width: number): void {
    this.viewpoint.follow(outlook);
    this.helm.follow(outlook.home, width);
  }

  /**
   * To be told after each rendering.
   *
   * @param isAwake Whether the camera may move: somebody sees it, and nobody has paused it.
   * @param isTurning Whether the globe turns by itself, where it is seen as a whole.
   */
  move(isAwake: boolean, isTurning: boolean): void {
    this.#motion.isAwake = isAwake;
    this.#motion.isTurning = isTurning && !this.drag.isHeld && !this.viewpoint.isNearer;
  }

  /** @param land `null`: that of the bundle. */
  draw(options: Omit<FrameOptions, 'land'> & { land: Land | null }): Frame {
    return createFrame({ ...options, land: options.land ?? readLand(this.#land) });
  }
}
