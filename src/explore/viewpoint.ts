import type { Camera, Point } from '../map/camera.ts';
import { cameraFor, isAlike, sees, type Place } from '../map/camera-for.ts';
import { nearest, turned, zoomed } from '../map/camera-moves.ts';
import type { Home } from '../map/home.ts';
import type { CameraMotion } from './motion.ts';

/** An automatic picture stays for so many milliseconds at least. */
const STAY_MS = 30_000;
/** A picture that has been so many times too large for so many milliseconds is changed: who left it may come back. */
const TOO_LARGE = 2.5;
const TOO_LONG_MS = 120_000;
/** So many times nearer than the world finer land is worth its bytes. */
const FINE_FROM = 2.5;
/** A map that is fitted to a box has it from here on: large countries are never nearer. */
const FINE_FITTED = 1.5;

export interface Outlook {
  home: Home;
  /** Where the visitors are. */
  places: readonly Place[];
  /** The option. */
  fit: string;
  /** Monotonic milliseconds. */
  now: number;
}

/** Whether it is that of a country or a box. */
function isFitted({ camera, worldScale }: Home): boolean {
  return camera.scale > worldScale;
}

/** Where the map looks: at home, at its visitors, or where somebody has taken it. Positions are in the picture's units. */
export class Viewpoint {
  readonly #motion: CameraMotion;
  #outlook: Outlook | null = null;
  /** Where it goes back to. */
  #rest: Camera | null = null;
  #fittedAt = -Infinity;
  /** When the picture was not too large the last time. */
  #filledAt = 0;
  /** Somebody has taken it where it is. */
  isOwn = false;

  constructor(motion: CameraMotion) {
    this.#motion = motion;
  }

  /** Takes over what there is to look at. It goes to the first visitors, and does not chase every arrival. */
  follow(outlook: Outlook): void {
    const { home, places, fit, now } = outlook;
    const before = this.#outlook?.home;
    const isOther = home !== before || fit !== this.#outlook?.fit;
    const isOfSameSize = home.projection === before?.projection && home.height === before.height;
    // Somebody has come to the Antarctic, or has left it.
    const isSame = isOfSameSize && fit === this.#outlook?.fit && isFitted(home) === isFitted(before);
    this.#outlook = outlook;
    if (isOther && isSame) {
      if (this.#rest === before.camera) this.#rest = home.camera;
      if (!this.isOwn && this.target === before.camera) this.#motion.easeTo(home.camera);
    } else if (isOther) {
      this.isOwn = false;
      this.#fittedAt = -Infinity;
      this.#rest = home.camera;
      // A country's box has come: the same map. Else it is another one, which does not come out of the former.
      if (isOfSameSize) this.#motion.easeTo(home.camera);
      else this.#motion.jumpTo(home.camera);
    }
    const isFirst = this.#fittedAt === -Infinity;
    const isFollowing = fit === 'auto' || (fit === 'world' && isFirst && home.projection === 'globe');
    if (this.isOwn || !isFollowing || places.length === 0 || now - this.#fittedAt < STAY_MS) return;
    const { camera, target } = this;
    const fitting = cameraFor(places, home);
    if (fitting.scale <= TOO_LARGE * target.scale) this.#filledAt = now;
    const isDue = isFirst || now - this.#filledAt >= TOO_LONG_MS || !places.every(sees(target, home));
    if (!isDue) return;
    this.#fittedAt = this.#filledAt = now;
    if (isAlike(fitting, target, home)) return;
    this.#rest = fitting;
    if (before && camera) this.#motion.easeTo(fitting);
    else this.#motion.jumpTo(fitting);
  }

  /** What is seen now; `null` before anything was. */
  get camera(): Camera | null {
    return this.#motion.camera;
  }

  /** Where it will come to rest. */
  get target(): Camera {
    return this.#motion.target ?? this.#home.camera;
  }

  /** Whether a part of the world is seen alone. */
  get isCut(): boolean {
    return this.#outlook !== null && this.target.scale > this.#home.worldScale;
  }

  /** Whether it is nearer than home. */
  get isNearer(): boolean {
    return this.#outlook !== null && this.target.scale > this.#home.camera.scale;
  }

  get isNearest(): boolean {
    return this.#outlook !== null && this.target.scale >= nearest(this.#home);
  }

  /** Whether finer land would be seen: it is near, and it has come to rest. */
  get isFine(): boolean {
    return this.isFineAhead && !this.#motion.isMoving;
  }

  /** Whether it would be seen when it has come to rest. */
  get isFineAhead(): boolean {
    if (!this.#outlook) return false;
    const { camera, worldScale } = this.#home;
    return this.target.scale >= FINE_FROM * worldScale || camera.scale >= FINE_FITTED * worldScale;
  }

  /** Nearer, or farther out. @param to From the picture's middle: what is there comes into it. */
  zoom(factor: number, to: Point): void {
    const now = this.camera ?? this.target;
    this.#take(zoomed(now, (factor * this.target.scale) / now.scale, to, this.#home));
  }

  /** Turns the globe to the east. @param angle In radians of the whole globe: what is nearer moves as far on the screen. */
  turn(angle: number): void {
    this.#take(turned(this.target, (angle * this.#home.worldScale) / this.target.scale));
  }

  /** Follows a hand. */
  drag([right, down]: Point): void {
    const camera = zoomed(this.camera ?? this.target, 1, [-right, -down], this.#home);
    // The first time there is more to render than the picture: the way back.
    if (this.isOwn) this.#motion.moveTo(camera);
    else this.#motion.jumpTo(camera);
    this.isOwn = true;
  }

  /** Keeps where it is. @returns The way back to it. */
  keep(): () => void {
    const { target, isOwn } = this;
    return () => {
      this.isOwn = isOwn;
      this.#motion.jumpTo(target);
    };
  }

  /** Goes back to where it was before somebody took it. */
  reset(): void {
    if (!this.#outlook) return;
    const { home, places, fit, now } = this.#outlook;
    this.isOwn = false;
    if (fit === 'auto') {
      this.#fittedAt = now;
      this.#rest = cameraFor(places, home);
    }
    this.#motion.easeTo(this.#rest ?? home.camera);
  }

  get #home(): Home {
    if (!this.#outlook) throw new Error('nothing to look at');
    return this.#outlook.home;
  }

  #take(camera: Camera): void {
    this.isOwn = camera !== this.#rest;
    this.#motion.easeTo(camera);
  }
}
