// Draws places from all that a database of IP addresses tells, and says where it has them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Kilometres within which two points are one place. */
const SAME = 25;

const degree = (latitude) => Math.cos((latitude * Math.PI) / 180);
const far = (one, other) =>
  111.2 * Math.hypot((one.longitude - other.longitude) * degree(one.latitude), one.latitude - other.latitude);

/** Places by name, and what the records of each say. */
export class Drawing {
  #places = new Map();

  /** A record of the database: so many addresses are there. */
  add({ city, region, country, longitude, latitude }, addresses) {
    if (!city || !country) return;
    const id = [city, region ?? '', country].join('\t');
    const place = this.#places.get(id) ?? { addresses: 0, points: new Map() };
    this.#places.set(id, place);
    place.addresses += addresses;
    const at = [longitude.toFixed(2), latitude.toFixed(2)].join('\t');
    place.points.set(at, (place.points.get(at) ?? 0) + addresses);
  }

  /** Writes so many draws by addresses, as traffic is, and so many from all places. */
  write(file, head, { traffic, places }) {
    const sorted = [...this.#places].sort(([one], [other]) => (one < other ? -1 : 1));
    const byAddress = drawn(sorted, traffic, ({ addresses }) => addresses);
    const byPlace = drawn(sorted, places, () => 1);
    const rows = sorted
      .filter(([id]) => byAddress.get(id) + byPlace.get(id) > 0)
      .map(([id, place]) => [id, agreed(place), byAddress.get(id), byPlace.get(id)].join('\t'));
    writeFileSync(
      join(import.meta.dirname, '../../test/geocode', file),
      `# ${head}
# city, region, country, longitude, latitude, how often it was drawn by its addresses, and how often from all places
${rows.join('\n')}\n`,
    );
  }
}

/**
 * Some places are told at more than one point: the one that most of the others are near to, be it that one network of
 * millions is told elsewhere; of those the one with the most addresses.
 */
function agreed({ points }) {
  const list = [...points].map(([at, addresses]) => {
    const [longitude, latitude] = at.split('\t').map(Number);
    return { at, addresses, longitude, latitude };
  });
  const near = list.map((one) => list.reduce((count, other) => count + (far(one, other) < SAME ? 1 : 0), 0));
  const most = near.reduce((greatest, count) => Math.max(greatest, count), 0);
  return list
    .filter((_, index) => near[index] === most)
    .reduce((best, one) => (one.addresses > best.addresses ? one : best)).at;
}

/** Draws at even steps along all weights, so that each time the same are drawn. @returns How often each was. */
function drawn(places, count, weightOf) {
  const step = places.reduce((sum, [, place]) => sum + weightOf(place), 0) / (count || 1);
  let [along, next] = [0, count === 0 ? Infinity : step / 2];
  return new Map(
    places.map(([id, place]) => {
      along += weightOf(place);
      const times = Math.max(0, Math.ceil((along - next) / step));
      next += times * step;
      return [id, times];
    }),
  );
}
