import type { Held } from '../client/drip.ts';
import type { Presence } from '../client/presence.ts';
import { visitorPlace } from '../geocode/visitor-place.ts';
import { activityOf } from '../map/activity.ts';
import type { Point } from '../map/camera.ts';
import type { Place } from '../map/camera-for.ts';
import { Density, SURGE } from '../map/density.ts';
import { besideMarks, DIAMOND, isSpot } from '../map/diamond.ts';
import type { Frame } from '../map/frame.ts';
import type { Mark, Placed } from '../map/marks.ts';
import { placeMarks } from '../map/placement.ts';
import { roomAround } from '../map/room.ts';
import { likelihoodOf } from '../protocol/likelihood.ts';
import type { Payment, SnapshotData, Visitor } from '../protocol/types.ts';
import type { Drawn } from '../view/marks.ts';
import { memo } from './memo.ts';

/** At so many the map turns back from density. */
const CALM = 270;
/** How far to look for somebody in the order of the last time. */
const NEAR = 16;
/** Radius in pixels. */
const LEAST_RING = 3;

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
  /** Who stands where around one place. */
  readonly #slots = new Map<string, number>();
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
    const { share } = frame;
    const seen = share ? marks.map((mark) => elsewhere(mark, place, share)).filter((mark) => mark !== null) : marks;
    const payments = data.recentPayments.map((payment) =>
      held.rows.has(payment._id) ? null : paymentMark(payment, place, seen, dotSize * DIAMOND),
    );
    return [...seen, ...payments.filter((mark) => mark !== null)];
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
    return this.#density?.place(people, dotSize) ?? placeMarks(people, dotSize, this.#slots);
  }
}

/** Where a visitor stands; `null` where nothing is known of it. */
function placeOf(visitor: Visitor, frame: Frame, scale: number, predictions: boolean): Placed | null {
  const place = visitorPlace(visitor);
  if (!place) return null;
  const { visitorId: id, isCustomer } = visitor;
  const likelihood = predictions ? likelihoodOf(visitor) : null;
  const at = frame.plan(place.longitude, place.latitude);
  const room = at && place.room ? roomAround(place, at, frame.plan) * scale : 0;
  return { id, ...place, isCustomer, activity: 'active', likelihood, at: scaled(at, scale), room };
}

function scaled(point: Point | null, scale: number): Point | null {
  return point && [point[0] * scale, point[1] * scale];
}

/** The mark where its place is now; all else is that of the mark, and not copied, for some of it is dear. */
function elsewhere(
  mark: Mark,
  place: (longitude: number, latitude: number) => Point | null,
  shareOf: NonNullable<Frame['share']>,
): Drawn | null {
  const { longitude, latitude, dx, dy } = mark.anchor;
  const point = place(longitude, latitude);
  // Towards the rim a ring is as narrow as its country.
  const share = mark.shape === 'country' && mark.number === null ? shareOf(longitude, latitude) : 1;
  const radius = mark.radius * share;
  // What is left of the last of them is no ring any more.
  const own = point && radius > LEAST_RING && { x: point[0] + dx * share, y: point[1] + dy * share, radius };
  return own ? Object.assign(Object.create(mark) as Drawn, own) : null;
}

/** Where the visitors are, which the camera looks for. */
export function placesOf(data: SnapshotData): Place[] {
  const places = data.visitors.map(visitorPlace).filter((place) => place !== null);
  return places.map(({ longitude, latitude }) => [longitude, latitude]);
}

/** The key of a payment's mark. */
export function paymentKey(id: string): string {
  return `payment ${id}`;
}

function paymentMark(
  { _id, latitude, longitude, precision }: Payment,
  project: (longitude: number, latitude: number) => Point | null,
  marks: readonly Drawn[],
  radius: number,
): Drawn | null {
  const point = latitude === null || longitude === null || !isSpot(precision) ? null : project(longitude, latitude);
  if (!point) return null;
  const [x, y] = besideMarks(point, marks);
  const anchor = { longitude: longitude ?? 0, latitude: latitude ?? 0, dx: 0, dy: 0 };
  const look = { shape: 'payment', isCustomer: true, activity: 'active', likelihood: null } as const;
  return { key: paymentKey(_id), ...look, x, y, anchor, radius, ids: [], number: null };
}
