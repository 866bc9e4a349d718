import type { CameraAction, CameraButton } from '../layers/zoom.ts';
import type { Camera, Point } from '../map/camera.ts';
import type { Mark } from '../marks/mark.ts';
import { isZoomedIn, isMaxZoom, type CameraIntent, type CameraState } from './camera-state.ts';

const STEP = 2;
/** A turn of the globe by a button, in radians. */
const TURN = Math.PI / 6;
/** Pixels from the edge at which a mark counts as outside. */
const EDGE = 12;

/** The map as it is seen: marks in CSS pixels, and the camera in the middle of a move. */
export interface CameraContext {
  marks: readonly Mark[];
  /** The mark that is pointed at or focused. */
  selected: Mark | null;
  /** CSS pixels. */
  width: number;
  current: Camera;
}

/** What buttons, keys and gestures on the map mean for the camera. */
export class CameraControls {
  /** The mark that was chosen last: zooming aims at it. */
  #chosenKey: string | null = null;

  /** In their order; `null` where a button is absent, else whether it is enabled. */
  buttons(state: CameraState): CameraButton[] {
    const isGlobe = state.input.initial.projection === 'globe';
    return [
      ['zoomReset', state.isMovedByViewer || null],
      ['turnLeft', isGlobe || null],
      ['turnRight', isGlobe || null],
      ['zoomOut', isZoomedIn(state)],
      ['zoomIn', !isMaxZoom(state)],
    ];
  }

  /** `null` where the action's button is disabled. */
  intentOf(action: CameraAction, state: CameraState, scene: CameraContext): CameraIntent | null {
    if (!this.buttons(state).some(([name, isEnabled]) => name === action && isEnabled)) return null;
    const { current } = scene;
    switch (action) {
      case 'zoomIn':
        return { type: 'zoom', factor: STEP, to: this.#aim(state, scene), current };
      case 'zoomOut':
        return { type: 'zoom', factor: 1 / STEP, to: [0, 0], current };
      case 'zoomReset':
        return { type: 'reset' };
      default:
        return { type: 'turn', angle: action === 'turnLeft' ? TURN : -TURN };
    }
  }

  drag(from: Point, to: Point, state: CameraState, { width, current }: CameraContext): CameraIntent {
    return { type: 'drag', from: fromMiddle(from, state, width), to: fromMiddle(to, state, width), current };
  }

  /** @param factor How many times nearer. */
  pinch(factor: number, from: Point, to: Point, state: CameraState, { width, current }: CameraContext): CameraIntent {
    return {
      type: 'pinch',
      factor,
      from: fromMiddle(from, state, width),
      to: fromMiddle(to, state, width),
      current,
    };
  }

  /** Brings a position into the middle. */
  center(at: Point, state: CameraState, { width, current }: CameraContext): CameraIntent {
    return { type: 'zoom', factor: 1, to: fromMiddle(at, state, width), current };
  }

  /** Remembers a mark as the one that zooming aims at, and brings it into sight where it is not. */
  choose(mark: Mark, state: CameraState, scene: CameraContext): CameraIntent | null {
    this.#chosenKey = mark.key;
    const isOutside = canMove(state) && !isInSight(mark, state, scene.width);
    return isOutside ? this.center([mark.x, mark.y], state, scene) : null;
  }

  /** The chosen mark, or else where most of the visible visitors are. */
  #aim(state: CameraState, { marks, selected, width }: CameraContext): Point {
    const chosen = selected ?? marks.find(({ key }) => key === this.#chosenKey);
    if (chosen && isInSight(chosen, state, width)) return fromMiddle([chosen.x, chosen.y], state, width);
    const height = heightOf(state, width);
    const visible = marks.filter((mark) => isInSight(mark, state, width));
    let best = { visitors: 0, x: width / 2, y: height / 2 };
    for (const { x, y } of visible) {
      // As much as will be seen.
      const near = visible.filter(
        (mark) => Math.abs(mark.x - x) < width / 2 / STEP && Math.abs(mark.y - y) < height / 2 / STEP,
      );
      const center = centerOf(near);
      if (center.visitors > best.visitors) best = center;
    }
    return fromMiddle([best.x, best.y], state, width);
  }
}

/** Whether there is more of the earth than the picture shows. */
export function canMove(state: CameraState): boolean {
  return state.input.initial.projection === 'globe' || isZoomedIn(state);
}

function heightOf({ input }: CameraState, width: number): number {
  return (width * input.initial.height) / input.initial.width;
}

function isInSight({ x, y }: Mark, state: CameraState, width: number): boolean {
  return x >= EDGE && y >= EDGE && x <= width - EDGE && y <= heightOf(state, width) - EDGE;
}

/** Pixels of the map in units of the picture. */
function fromMiddle([x, y]: Point, state: CameraState, width: number): Point {
  const unit = width ? state.input.initial.width / width : 0;
  return [(x - width / 2) * unit, (y - heightOf(state, width) / 2) * unit];
}

function centerOf(marks: readonly Mark[]): { visitors: number; x: number; y: number } {
  const sum = { visitors: 0, x: 0, y: 0 };
  for (const { x, y, ids } of marks) {
    sum.visitors += ids.length;
    sum.x += x * ids.length;
    sum.y += y * ids.length;
  }
  return { visitors: sum.visitors, x: sum.x / sum.visitors, y: sum.y / sum.visitors };
}
