import type { ReactiveControllerHost } from 'lit';
import { Lazy } from '../controllers/lazy.ts';
import type { Explorer } from '../explore/explore.ts';
import type { Outlook } from '../explore/viewpoint.ts';
import { RINGS } from '../map/land.data.ts';
import type { ZoomButton } from '../view/zoom.ts';
import type { ConfiguredElement } from './configured-element.ts';
import type { Shown } from './shown.ts';
import type { Stage } from './stage.ts';
import { Steering } from './steering.ts';

type Views = Lazy<{ Explorer: typeof Explorer }>;

/** Most maps show the whole world, and nobody touches them: they do without. */
export const exploring: Views = new Lazy('zoom and other views', () => import('../explore/explore.ts'));

/** Of the whole world, as long as nobody can move it. */
const BUTTONS: readonly ZoomButton[] = [
  ['zoomReset', null],
  ['turnLeft', null],
  ['turnRight', null],
  ['zoomOut', false],
  ['zoomIn', true],
];

/** Where the map looks: at the whole world, until there is an explorer to look elsewhere. */
export class Looking {
  readonly steering: Steering;
  explorer: Explorer | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #create: () => Explorer | null;
  #isWanted = false;
  #waiting: ((explorer: Explorer) => void)[] = [];

  /** @param onFrame The camera has moved, and nothing else: what it sees is to be drawn. */
  constructor(host: ReactiveControllerHost & Element, stage: Stage, onFrame: () => void) {
    this.#host = host;
    this.#create = () => exploring.value && new exploring.value.Explorer(host, stage, RINGS, onFrame);
    this.steering = new Steering(stage, this, this.#update);
  }

  /** Has the explorer fetched. */
  want(): void {
    this.#isWanted = true;
    if (!this.explorer) exploring.want(this.#update);
  }

  /** Does something as soon as there is an explorer. */
  explore(action: (explorer: Explorer) => void): void {
    if (this.explorer) {
      action(this.explorer);
      return;
    }
    this.#waiting.push(action);
    this.want();
    this.#update();
  }

  /** To be told before each rendering. @param width Of the map, in CSS pixels. */
  follow(outlook: (explorer: Explorer) => Outlook, width: number): void {
    if (this.#isWanted) this.explorer ??= this.#create();
    this.explorer?.follow(outlook(this.explorer), width);
  }

  /** To be told after each rendering. @param isSeen Whether anybody can see the map. */
  apply({ projection, fit, paused }: ConfiguredElement, { snapshot, status }: Shown, isSeen: boolean): void {
    const { explorer } = this;
    if (!explorer) {
      // Nobody waits so long: what a press has asked for is not done by surprise.
      if (exploring.isMissing) this.#waiting = [];
      return;
    }
    const isTurning =
      projection === 'globe' && fit === 'world' && snapshot !== null && status === 'live' && !this.steering.isUsed;
    explorer.move(isSeen && !paused, isTurning);
    for (const action of this.#waiting.splice(0)) action(explorer);
  }

  get buttons(): readonly ZoomButton[] {
    return this.explorer?.helm.buttons ?? BUTTONS;
  }

  /** Whether there is more of the earth than the picture shows. */
  get isFree(): boolean {
    return this.explorer?.helm.isFree ?? false;
  }

  /** Whether a part of the world is seen alone. */
  get isCut(): boolean {
    return this.explorer?.viewpoint.isCut ?? false;
  }

  readonly #update = (): void => {
    this.#host.requestUpdate();
  };
}
