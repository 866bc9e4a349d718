import type { Camera, Point } from '../map/camera.ts';
import { fitCamera, isSimilarCamera, isInViewOf, type Place } from '../map/camera-fit.ts';
import { dragCamera, maxScale, rotateCamera, zoomCamera } from '../map/camera-moves.ts';
import type { InitialView } from '../map/initial-view.ts';

/** What the camera may look at. */
export interface CameraInput {
  initial: InitialView;
  /** Where the visitors are. */
  places: readonly Place[];
  /** The option. */
  fit: string;
  /** Monotonic ms. */
  now: number;
}

/** Where the map looks: at its initial view, at its visitors, or where a viewer has moved it. */
export interface CameraState {
  readonly input: CameraInput;
  /** Where it comes to rest. */
  readonly target: Camera;
  /** Where a reset leads. */
  readonly rest: Camera;
  /** A viewer has moved it. */
  readonly isMovedByViewer: boolean;
  /** When it was last fitted to the visitors, and when it was last not much too large for them; monotonic ms. */
  readonly fittedAt: number;
  readonly filledAt: number;
}

/** Positions are in units of the picture, from its middle. `current` is what is seen in the middle of a move. */
export type CameraIntent =
  | { type: 'update'; input: CameraInput }
  /** @param to What is there comes into the middle. */
  | { type: 'zoom'; factor: number; to: Point; current: Camera }
  /** @param angle To the east, in radians of the whole globe. */
  | { type: 'turn'; angle: number }
  /** What was at one position comes to another. */
  | { type: 'drag'; from: Point; to: Point; current: Camera }
  /** The same, and it is so many times nearer. */
  | { type: 'pinch'; factor: number; from: Point; to: Point; current: Camera }
  /** A drag did not count. */
  | { type: 'restore'; before: CameraState }
  | { type: 'reset' };

/** How the camera gets to its target. */
export type Transition = 'none' | 'ease' | 'jump' | 'follow';

export interface CameraStep {
  state: CameraState;
  transition: Transition;
}

/** An automatic picture stays for so many milliseconds at least. */
const STAY_MS = 30_000;
/** A picture that has been so many times too large for so long is changed. */
const TOO_LARGE = 2.5;
const TOO_LONG_MS = 120_000;
/** So many times nearer than the world, finer land is worth its bytes; a map fitted to a box never comes as near. */
const FINE_FROM = 2.5;
const FINE_FITTED = 1.5;

export function initialCameraStep(input: CameraInput): CameraStep {
  const { camera } = input.initial;
  const state: CameraState = {
    input,
    target: camera,
    rest: camera,
    isMovedByViewer: false,
    fittedAt: -Infinity,
    filledAt: 0,
  };
  return fitted({ state, transition: 'jump' });
}

export function nextCameraStep(state: CameraState, intent: CameraIntent): CameraStep {
  const { input, target } = state;
  switch (intent.type) {
    case 'update':
      return fitted(withInput(state, intent.input));
    case 'zoom': {
      const { factor, to, current } = intent;
      return moved(state, zoomCamera(current, (factor * target.scale) / current.scale, to, input.initial));
    }
    case 'turn':
      // What is nearer moves as far on the screen.
      return moved(state, rotateCamera(target, (intent.angle * input.initial.worldScale) / target.scale));
    case 'drag': {
      const camera = dragCamera(intent.current, intent.from, intent.to, input.initial);
      // The first time more than the picture changes: there is a way back.
      return {
        state: { ...state, target: camera, isMovedByViewer: true },
        transition: state.isMovedByViewer ? 'follow' : 'jump',
      };
    }
    case 'pinch':
      return pinched(state, intent);
    case 'restore':
      return {
        state: { ...state, target: intent.before.target, isMovedByViewer: intent.before.isMovedByViewer },
        transition: 'jump',
      };
    case 'reset':
      return reset(state);
  }
}

/** Whether only a part of the world is seen. */
export function showsPartOfWorld({ target, input }: CameraState): boolean {
  return target.scale > input.initial.worldScale;
}

/** Whether it is nearer than initially. */
export function isZoomedIn({ target, input }: CameraState): boolean {
  return target.scale > input.initial.camera.scale;
}

export function isMaxZoom({ target, input }: CameraState): boolean {
  return target.scale >= maxScale(input.initial);
}

/** Whether finer land will be seen. */
export function needsFineLand({ target, input }: CameraState): boolean {
  const { camera, worldScale } = input.initial;
  return target.scale >= FINE_FROM * worldScale || camera.scale >= FINE_FITTED * worldScale;
}

/** Another initial view: with the same size it is the same map, else another one. */
function withInput(state: CameraState, input: CameraInput): CameraStep {
  const { initial, fit } = input;
  const before = state.input.initial;
  const kept = { ...state, input };
  if (initial === before && fit === state.input.fit) return { state: kept, transition: 'none' };
  const isSameSize = initial.projection === before.projection && initial.height === before.height;
  // A visitor has come to Antarctica, or has left it.
  const isSameFit = isSameSize && fit === state.input.fit && isFitted(initial) === isFitted(before);
  if (isSameFit) {
    const rest = state.rest === before.camera ? initial.camera : state.rest;
    const isAtRest = !state.isMovedByViewer && state.target === before.camera;
    const target = isAtRest ? initial.camera : state.target;
    return { state: { ...kept, rest, target }, transition: isAtRest ? 'ease' : 'none' };
  }
  const { camera } = initial;
  return {
    state: { ...kept, rest: camera, target: camera, isMovedByViewer: false, fittedAt: -Infinity },
    // A country's box arrives after its map is shown.
    transition: isSameSize ? 'ease' : 'jump',
  };
}

/** Goes to the first visitors, and does not chase every arrival. */
function fitted(step: CameraStep): CameraStep {
  const { state } = step;
  const { initial, places, fit, now } = state.input;
  const isFirst = state.fittedAt === -Infinity;
  const isFollowing = fit === 'auto' || (fit === 'world' && isFirst && initial.projection === 'globe');
  if (state.isMovedByViewer || !isFollowing || places.length === 0 || now - state.fittedAt < STAY_MS) return step;
  const { target } = state;
  const camera = fitCamera(places, initial);
  const filledAt = camera.scale <= TOO_LARGE * target.scale ? now : state.filledAt;
  const isDue = isFirst || now - filledAt >= TOO_LONG_MS || !places.every(isInViewOf(target, initial));
  if (!isDue) return { ...step, state: { ...state, filledAt } };
  const due = { ...state, fittedAt: now, filledAt: now };
  if (isSimilarCamera(camera, target, initial)) return { ...step, state: due };
  return { state: { ...due, rest: camera, target: camera }, transition: step.transition === 'jump' ? 'jump' : 'ease' };
}

function pinched(state: CameraState, { factor, from, to, current }: CameraIntent & { type: 'pinch' }): CameraStep {
  const { initial } = state.input;
  const nearer = zoomCamera(current, factor, [0, 0], initial);
  const ratio = nearer.scale / current.scale;
  const target = dragCamera(nearer, [from[0] * ratio, from[1] * ratio], to, initial);
  const after = { ...state, target, isMovedByViewer: target !== state.rest };
  // Elsewhere nothing but the picture changes.
  const isOther = [
    ({ isMovedByViewer }: CameraState) => isMovedByViewer,
    isZoomedIn,
    isMaxZoom,
    showsPartOfWorld,
    needsFineLand,
  ].some((test) => test(state) !== test(after));
  return { state: after, transition: isOther ? 'jump' : 'follow' };
}

function moved(state: CameraState, target: Camera): CameraStep {
  return { state: { ...state, target, isMovedByViewer: target !== state.rest }, transition: 'ease' };
}

function reset(state: CameraState): CameraStep {
  const { initial, places, fit, now } = state.input;
  const isFitting = fit === 'auto';
  const rest = isFitting ? fitCamera(places, initial) : state.rest;
  const fittedAt = isFitting ? now : state.fittedAt;
  return { state: { ...state, rest, target: rest, fittedAt, isMovedByViewer: false }, transition: 'ease' };
}

function isFitted({ camera, worldScale }: InitialView): boolean {
  return camera.scale > worldScale;
}
