import type { Presence } from '../client/presence.ts';
import { countryPoint } from '../geocode/country-points.ts';
import type { Place } from '../map/camera-for.ts';
import type { Frame } from '../map/frame.ts';
import { placeMarks, type Activity, type Placed } from '../map/placement.ts';
import type { Payment, SnapshotData, Visitor } from '../protocol/types.ts';
import type { Drawn } from '../view/marks.ts';

/** Where the inhabited land, and with it the map, ends. */
const SOUTH_END = -55.5;
const IDLE_AFTER = 60_000;
const AWAY_AFTER = 300_000;
/** Half the diagonal of a payment's diamond, in dot diameters. */
const DIAMOND = 0.85;

export interface SceneInput {
  data: SnapshotData;
  presence: ReadonlyMap<string, Presence>;
  /** Epoch ms by the server's clock. */
  now: number;
  frame: Frame;
  /** CSS pixels. */
  width: number;
  /** CSS pixels. */
  dotSize: number;
}

/** All marks of a snapshot: those of the visitors, and above them the payments that have a place of their own. */
export function composeScene({ data, presence, now, frame, width, dotSize }: SceneInput): Drawn[] {
  const scale = width / frame.width;
  const project = (longitude: number, latitude: number): [number, number] | null => {
    const point = frame.place(longitude, latitude);
    return point && [point[0] * scale, point[1] * scale];
  };
  const people = data.visitors
    .map((visitor) => locate(visitor, activityOf(presence.get(visitor.visitorId), now)))
    .filter((person) => person !== null);
  const payments = data.recentPayments.map((payment) => paymentMark(payment, project, dotSize * DIAMOND));
  return [...placeMarks(people, { project, dotSize }), ...payments.filter((mark) => mark !== null)];
}

/** Whether the snapshot has somebody on the Antarctic, which is drawn only then. */
export function needsAntarctic(data: SnapshotData): boolean {
  return data.visitors.some(({ latitude, location }) => (latitude ?? 0) < SOUTH_END || location.countryCode === 'AQ');
}

/** Where the visitors are, which the camera looks for. */
export function placesOf(data: SnapshotData): Place[] {
  const people = data.visitors.map((visitor) => locate(visitor, 'active')).filter((person) => person !== null);
  return people.map(({ longitude, latitude }) => [longitude, latitude]);
}

/** Told coordinates, or else the country's own point. Somebody of whom no country is known is listed, not drawn. */
function locate(visitor: Visitor, activity: Activity): Placed | null {
  const { visitorId: id, latitude, longitude, precision, isCustomer, location } = visitor;
  if (latitude !== null && longitude !== null && precision !== 'none') {
    return { id, latitude, longitude, precision, isCustomer, activity };
  }
  const point = location.countryCode === null ? null : countryPoint(location.countryCode);
  return point && { id, ...point, precision: 'country', isCustomer, activity };
}

function activityOf(presence: Presence | undefined, now: number): Activity {
  const since = now - (presence?.lastActivity ?? now);
  return since < IDLE_AFTER ? 'active' : since < AWAY_AFTER ? 'idle' : 'away';
}

/** The key of a payment's mark. */
export function paymentKey(id: string): string {
  return `payment ${id}`;
}

function paymentMark(
  { _id, latitude, longitude, precision }: Payment,
  project: (longitude: number, latitude: number) => readonly [number, number] | null,
  radius: number,
): Drawn | null {
  // A diamond is a claim about a spot: a country is not enough for it.
  const isExact = precision === 'coordinates' || precision === 'city';
  const point = latitude === null || longitude === null || !isExact ? null : project(longitude, latitude);
  if (!point) return null;
  const [x, y] = point;
  return { key: paymentKey(_id), shape: 'payment', x, y, radius, isCustomer: true, activity: 'active', ids: [] };
}
