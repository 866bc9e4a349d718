// Draws places from all that a database of IP addresses lists, with their location in it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Coordinates } from '../../src/geocode/country-points.ts';
import { defined } from '../defined.ts';

/** A record of a database. */
export interface IpPlace extends Coordinates {
  city?: string | undefined;
  region?: string | undefined;
  country?: string | undefined;
}

/** What the records of a place say. */
interface Place {
  addresses: number;
  /** Addresses by point. */
  points: Map<string, number>;
}

/** Kilometres within which two points are one place. */
const SAME = 25;

const degree = (latitude: number): number => Math.cos((latitude * Math.PI) / 180);
const far = (one: Coordinates, other: Coordinates): number =>
  111.2 * Math.hypot((one.longitude - other.longitude) * degree(one.latitude), one.latitude - other.latitude);

export class Drawing {
  /** By name. */
  readonly #places = new Map<string, Place>();

  add({ city, region, country, longitude, latitude }: IpPlace, addresses: number): void {
    if (!city || !country) return;
    const id = [city, region ?? '', country].join('\t');
    const place = this.#places.get(id) ?? { addresses: 0, points: new Map<string, number>() };
    this.#places.set(id, place);
    place.addresses += addresses;
    const at = [longitude.toFixed(2), latitude.toFixed(2)].join('\t');
    place.points.set(at, (place.points.get(at) ?? 0) + addresses);
  }

  /** Writes so many draws by addresses, as traffic is, and so many from all places. */
  write(file: string, head: string, { traffic, places }: { traffic: number; places: number }): void {
    const sorted = [...this.#places].sort(([one], [other]) => (one < other ? -1 : 1));
    const weights = sorted.map(([, { addresses }]) => addresses);
    const byAddress = drawn(weights, traffic);
    const byPlace = drawn(
      weights.map(() => 1),
      places,
    );
    const rows = sorted.flatMap(([id, place], index) => {
      const times = [defined(byAddress[index]), defined(byPlace[index])];
      return times.some((count) => count > 0) ? [[id, agreed(place), ...times].join('\t')] : [];
    });
    writeFileSync(
      join(import.meta.dirname, '../../test/geocode', file),
      `# ${head}
# city, region, country, longitude, latitude, how often it was drawn by its addresses, and how often from all places
${rows.join('\n')}\n`,
    );
  }
}

/**
 * Some places are listed at more than one point: the one that most of the others are near to, even where one network of
 * millions is listed elsewhere; of those the one with the most addresses.
 */
function agreed({ points }: Place): string {
  const list = [...points].map(([at, addresses]) => {
    const [longitude = NaN, latitude = NaN] = at.split('\t').map(Number);
    return { at, addresses, longitude, latitude };
  });
  const near = list.map((one) => list.reduce((count, other) => count + (far(one, other) < SAME ? 1 : 0), 0));
  const most = near.reduce((greatest, count) => Math.max(greatest, count), 0);
  return list
    .filter((_, index) => near[index] === most)
    .reduce((best, one) => (one.addresses > best.addresses ? one : best)).at;
}

/** Draws at even steps along all weights, so that each time the same are drawn. @returns How often each was. */
function drawn(weights: readonly number[], count: number): number[] {
  const step = weights.reduce((sum, weight) => sum + weight, 0) / (count || 1);
  let [along, next] = [0, count === 0 ? Infinity : step / 2];
  return weights.map((weight) => {
    along += weight;
    const times = Math.max(0, Math.ceil((along - next) / step));
    next += times * step;
    return times;
  });
}
