import type { Held } from '../client/drip.ts';
import type { Presence } from '../client/presence.ts';
import { countryPoint } from '../geocode/country-points.ts';
import type { Point } from '../map/camera.ts';
import type { Place } from '../map/camera-for.ts';
import { Density } from '../map/density.ts';
import type { Frame } from '../map/frame.ts';
import type { Activity, Mark, Placed } from '../map/marks.ts';
import { placeMarks } from '../map/placement.ts';
import { likelihoodOf } from '../protocol/likelihood.ts';
import type { Payment, SnapshotData, Visitor } from '../protocol/types.ts';
import type { Drawn } from '../view/marks.ts';
import { memo } from './memo.ts';

/** Above this many the map turns to density, and at the other it turns back. */
export const SURGE = 300;
const CALM = 270;
/** How far to look for somebody in the order of the last time. */
const NEAR = 16;
/** Where the inhabited land, and with it the map, ends. */
const SOUTH_END = -55.5;
const IDLE_AFTER = 60_000;
const AWAY_AFTER = 300_000;
/** Half the diagonal of a payment's diamond, in dot diameters. */
const DIAMOND = 0.85;

export interface SceneInput {
  data: SnapshotData;
  presence: Presence;
  /** Left out: it has yet to come. */
  held: Held;
  /** Epoch ms by the server's clock. */
  now: number;
  frame: Frame;
  /** CSS pixels. */
  width: number;
  /** CSS pixels. */
  dotSize: number;
  /** Likelihoods are drawn. */
  predictions: boolean;
}

/** Turns snapshots into marks. It keeps where everybody stands: of twenty thousand few are new. */
export class Scene {
  /** Those of the last time, and where each stands. */
  #visitors: readonly Visitor[] = [];
  #places: (Placed | null)[] = [];
  #ground: Pick<SceneInput, 'width' | 'predictions'> & { plan: unknown } = { plan: null, width: 0, predictions: false };
  #density: Density | null = null;
  readonly #grouped = memo((_plan: unknown, ...input: Parameters<Scene['group']>) => this.group(...input));

  /** Whether there were more than the map can show one by one. */
  get isCrowd(): boolean {
    return this.#density !== null;
  }

  /** All marks of a snapshot: those of the visitors, and above them the payments that have a place of their own. */
  compose({ data, presence, held, now, frame, width, dotSize, predictions }: SceneInput): Drawn[] {
    const scale = width / frame.width;
    const place = (longitude: number, latitude: number): Point | null =>
      scaled(frame.place(longitude, latitude), scale);
    const marks = this.#grouped(frame.plan, data, presence, held, now, frame, width, dotSize, predictions);
    const payments = data.recentPayments.map((payment) =>
      held.rows.has(payment._id) ? null : paymentMark(payment, place, dotSize * DIAMOND),
    );
    const seen = frame.isTurned ? marks.map((mark) => elsewhere(mark, place)) : marks;
    return [...seen, ...payments].filter((mark) => mark !== null);
  }

  /** Who is drawn together with whom. Where the camera looks makes no difference on the globe. */
  private group(
    data: SnapshotData,
    presence: Presence,
    held: Held,
    now: number,
    frame: Frame,
    width: number,
    dotSize: number,
    predictions: boolean,
  ): Mark[] {
    const ground = this.#ground;
    if (ground.plan !== frame.plan || ground.width !== width || ground.predictions !== predictions) {
      this.#ground = { plan: frame.plan, width, predictions };
      this.#visitors = [];
      this.#density &&= new Density();
    }
    const scale = width / frame.width;
    const people: Placed[] = [];
    const places: (Placed | null)[] = [];
    const before = this.#visitors;
    let next = 0;
    for (const visitor of data.visitors) {
      // From poll to poll a few leave, and the others keep their order.
      let known = next;
      while (known < before.length && known < next + NEAR && before[known] !== visitor) known++;
      const isKnown = before[known] === visitor;
      if (isKnown) next = known + 1;
      const place = isKnown ? (this.#places[known] ?? null) : placeOf(visitor, frame, scale, predictions);
      places.push(place);
      if (place?.at && !(held.visitors.size > 0 && held.visitors.has(visitor.visitorId))) people.push(place);
    }
    this.#visitors = data.visitors;
    this.#places = places;
    const isSurge = people.length > (this.#density ? CALM : SURGE);
    this.#density = isSurge ? (this.#density ?? new Density()) : null;
    // Ages are not told in a crowd.
    if (!isSurge) for (const person of people) person.activity = activityOf(presence.lastActivity(person.id), now);
    return this.#density?.place(people, dotSize) ?? placeMarks(people, dotSize);
  }
}

/** Where a visitor stands; `null` where nothing is known of it. */
function placeOf(visitor: Visitor, frame: Frame, scale: number, predictions: boolean): Placed | null {
  const located = locate(visitor);
  if (!located) return null;
  const likelihood = predictions ? likelihoodOf(visitor) : null;
  return { ...located, likelihood, at: scaled(frame.plan(located.longitude, located.latitude), scale) };
}

function scaled(point: Point | null, scale: number): Point | null {
  return point && [point[0] * scale, point[1] * scale];
}

/** The mark where its place is now; all else is that of the mark, and not copied, for some of it is dear. */
function elsewhere(mark: Mark, place: (longitude: number, latitude: number) => Point | null): Drawn | null {
  const { longitude, latitude, dx, dy } = mark.anchor;
  const point = place(longitude, latitude);
  return point && Object.assign(Object.create(mark) as Drawn, { x: point[0] + dx, y: point[1] + dy });
}

/** Whether the snapshot has somebody on the Antarctic, which is drawn only then. */
export function needsAntarctic(data: SnapshotData): boolean {
  return data.visitors.some(({ latitude, location }) => (latitude ?? 0) < SOUTH_END || location.countryCode === 'AQ');
}

/** Where the visitors are, which the camera looks for. */
export function placesOf(data: SnapshotData): Place[] {
  const people = data.visitors.map(locate).filter((person) => person !== null);
  return people.map(({ longitude, latitude }) => [longitude, latitude]);
}

/** Told coordinates, or else the country's own point. Somebody of whom no country is known is listed, not drawn. */
function locate(visitor: Visitor): Omit<Placed, 'at' | 'likelihood'> | null {
  const { visitorId: id, latitude, longitude, precision, isCustomer, location } = visitor;
  if (latitude !== null && longitude !== null && precision !== 'none') {
    return { id, latitude, longitude, precision, isCustomer, activity: 'active' };
  }
  const point = location.countryCode === null ? null : countryPoint(location.countryCode);
  return point && { id, ...point, precision: 'country', isCustomer, activity: 'active' };
}

function activityOf(lastActivity: number | null, now: number): Activity {
  const since = now - (lastActivity ?? now);
  return since < IDLE_AFTER ? 'active' : since < AWAY_AFTER ? 'idle' : 'away';
}

/** The key of a payment's mark. */
export function paymentKey(id: string): string {
  return `payment ${id}`;
}

function paymentMark(
  { _id, latitude, longitude, precision }: Payment,
  project: (longitude: number, latitude: number) => Point | null,
  radius: number,
): Drawn | null {
  // A diamond is a claim about a spot: a country is not enough for it.
  const isExact = precision === 'coordinates' || precision === 'city';
  const point = latitude === null || longitude === null || !isExact ? null : project(longitude, latitude);
  if (!point) return null;
  const [x, y] = point;
  const anchor = { longitude: longitude ?? 0, latitude: latitude ?? 0, dx: 0, dy: 0 };
  const look = { shape: 'payment', isCustomer: true, activity: 'active', likelihood: null } as const;
  return { key: paymentKey(_id), ...look, x, y, anchor, radius, ids: [], number: null };
}
